"""`python -m training.heads.card`: write the card of the shipped heads, with sizes and hashes as they are."""

import hashlib
from datetime import date
from pathlib import Path

from rashomon.reading import heads

FOLDER = Path(heads.__file__).parent
CARD = Path(__file__).with_name("card.md")
FILES = ("encoder.onnx", "arguments.onnx", "tokenizer.json", "confidence.toml")


def main() -> None:
    """Fill in the template beside this file."""
    rows = "\n".join(f"| `{name}` | {_size(name)} MB | `{_digest(name)}` |" for name in FILES)
    text = CARD.read_text(encoding="utf-8").format(made=date.today().isoformat(), files=rows)
    (FOLDER / "CARD.md").write_text(text, encoding="utf-8")


def _size(name: str) -> str:
    return f"{(FOLDER / name).stat().st_size / 1e6:.2f}"


def _digest(name: str) -> str:
    return hashlib.sha256((FOLDER / name).read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
