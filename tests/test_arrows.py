"""Which package may import which: what is listed first knows nothing of what is listed later."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import rashomon

ROOT = Path(rashomon.__file__).parent

ARROWS: dict[str, str] = {
    "errors": "",
    "version": "",
    "vocabulary": "",
    "settings": "errors",
    "engines": "errors",
    "record": "errors",
    "reports": "errors record settings version vocabulary",
    "gazetteer": "errors record vocabulary",
    "reading": "errors gazetteer record settings version vocabulary",
    "linking": "record reports vocabulary",
    "weighing": "record vocabulary",
    "api": "engines errors reading record reports settings",
    "archive": "engines errors linking record settings version weighing",
    "export": "archive engines errors linking record reports version weighing",
    "intake": "api archive engines errors record settings",
    "importing": "archive engines errors export intake linking record reports settings",
    "review": "archive engines errors export gazetteer importing linking record reports settings version weighing",
    "cli": "archive errors export gazetteer intake linking record reports review settings version weighing",
}
"""Each package, or module by itself, and what it may import of the others, in the order in which they build on one another."""

FACADE = "__init__"
"""`import rashomon` gives what others use, of whatever package."""


@pytest.mark.parametrize("package", ARROWS)
def test_no_package_reaches_back(package):
    allowed = {package, *ARROWS[package].split()}
    reaching = [f"{module} imports {name}" for module, name in imports(package) if name.split(".")[1] not in allowed]
    assert not reaching


def test_the_table_has_every_package_and_its_order_is_that_of_the_arrows():
    there = {path.stem for path in ROOT.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()}
    assert there - {FACADE} == ARROWS.keys()
    order = list(ARROWS)
    back = [f"{name} → {of}" for name in order for of in ARROWS[name].split() if order.index(of) >= order.index(name)]
    assert not back


def test_nothing_is_allowed_that_is_not_needed():
    used = {package: {name.split(".")[1] for _, name in imports(package)} for package in ARROWS}
    assert {package: sorted(set(ARROWS[package].split()) - used[package]) for package in ARROWS} == {
        package: [] for package in ARROWS
    }


def test_what_draws_at_the_desk_knows_neither_its_pages_nor_the_record():
    outside = ("rashomon.review.", "rashomon.archive")
    reaching = {name for _, name in imports("review", "drawing") if name.startswith(outside)}
    assert not {name for name in reaching if not name.startswith("rashomon.review.drawing")}


def imports(*package: str) -> Iterator[tuple[str, str]]:
    """Each module of a package, and every module of ours that it imports."""
    path = ROOT.joinpath(*package)
    for file in sorted(path.rglob("*.py")) if path.is_dir() else [path.with_suffix(".py")]:
        module = ".".join(file.relative_to(ROOT.parent).with_suffix("").parts)
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            for name in _named(node):
                if name.startswith("rashomon."):
                    yield module, name


def _named(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [each.name for each in node.names]
    if isinstance(node, ast.ImportFrom) and node.module == "rashomon":
        return [f"rashomon.{each.name}" for each in node.names]
    return [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
