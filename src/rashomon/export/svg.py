"""SVG and HTML as text: elements with escaped attributes, looks by class alone, so that the strictest page may show them."""

from markupsafe import Markup, escape

_NAMES = {"class_": "class"}


def element(name: str, *inside: str, **attributes: object) -> Markup:
    """One element: text inside is escaped, elements are not; what is None is left out, numbers are rounded to tenths.

    >>> element("text", "A & B", x=3.14159, text_anchor="end", class_="quiet", y=None)
    Markup('<text x="3.1" text-anchor="end" class="quiet">A &amp; B</text>')
    """
    given = "".join(
        f' {_NAMES.get(key) or key.replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{name}{given}>{''.join(map(escape, inside))}</{name}>")


def drawing(
    name: str, title: str, about: str, width: float, height: float, *inside: str, links: bool = False
) -> Markup:
    """A drawing with what it is called and what it shows in words, for those who do not see it.

    One without links is a picture; one with links is a group, so that a reader of the screen gets to them.
    """
    return element(
        "svg",
        element("title", title),
        element("desc", about),
        *inside,
        class_=f"drawing {name}",
        viewBox=f"0 0 {width:g} {height:g}",
        role="group" if links else "img",
        aria_label=f"{title}. {about}" if about else title,
    )


def linked(href: str | None, *inside: str, label: str | None = None, class_: str | None = None) -> Markup:
    """A part of a drawing that leads elsewhere, or, where it leads nowhere, only says what it is."""
    told = element("title", label) if label else ""
    if href is None:
        return element("g", told, *inside, class_=class_)
    return element("a", told, *inside, href=href, class_=class_, aria_label=label)


def clipped(text: str, most: int) -> str:
    """A label that fits: "Islamic Republic of A…"."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _value(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.1f}".removesuffix(".0")
    return str(escape(value))
