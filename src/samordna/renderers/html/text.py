"""How is running text written in HTML, with its figures alive?"""

from collections.abc import Callable
from typing import TypeAlias

from samordna.domain.document import (
    BulletList,
    Figure,
    Hidden,
    Highlight,
    Highlights,
    Inline,
    Number,
    Paragraph,
    Signatures,
)
from samordna.domain.values.language import swedish
from samordna.renderers.grid import PLACE_AND_DAY
from samordna.renderers.html.markup import Markup, element, joined
from samordna.renderers.html.origin import origin_text

Address: TypeAlias = Callable[[Figure], str | None]
"""Where a figure in text is explained; None when it is not."""


def paragraph_html(paragraph: Paragraph, *, address: Address | None = None) -> Markup:
    """Return a paragraph. With ``address`` each figure in it is a link to where it is explained."""
    return element("p", inline_html(paragraph.parts, address))


def list_html(bullets: BulletList, *, address: Address | None = None) -> Markup:
    """Return an unordered list; ``address`` as in a paragraph."""
    return element("ul", *(element("li", inline_html(item.parts, address)) for item in bullets.items))


def highlights_html(highlights: Highlights, *, address: Address | None = None) -> Markup:
    """Return the figures worth seeing first, side by side: what it is, the figure, a remark.

    With ``address`` each figure is a link to where it is explained.
    """
    return element("dl", *(_highlight(item, address) for item in highlights.items), class_="highlights")


def signatures_html(signatures: Signatures, *, address: Address | None = None) -> Markup:
    """Return what is signed, and a line to sign on for each who signs; ``address`` as in a paragraph."""
    lines = [
        element("li", element("span", item.role, class_="role"), element("span", item.body) if item.body else None)
        for item in signatures.items
    ]
    signed = element("ul", *lines, class_="signatures", aria_label=swedish("Underskrifter"))
    said = element("p", inline_html(signatures.statement.parts, address))
    return element("div", said, element("p", f"{PLACE_AND_DAY}:", class_="place-and-day"), signed, class_="signing")


def inline_html(parts: tuple[Inline, ...], address: Address | None = None) -> Markup:
    """Return words and figures in order."""
    return joined(*(_figure(part, address) if isinstance(part, Figure) else part for part in parts))


def _figure(figure: Figure, address: Address | None) -> Markup:
    if isinstance(figure.number, Hidden):
        return element("span", figure.text, data_cell=figure.reference, title=figure.number.reason)
    if not isinstance(figure.number, Number):
        return element("span", figure.text, class_="missing", data_cell=figure.reference)
    href = address(figure) if address else None
    title = None if href else origin_text(figure.number.origin)
    shown = element("data", figure.text, value=figure.number.decimal, data_cell=figure.reference, title=title)
    return element("a", shown, class_="in-text", href=href, data_panel=True) if href else shown


def _highlight(item: Highlight, address: Address | None) -> Markup:
    figure = inline_html((item.figure,))
    href = address(item.figure) if address else None
    if href:
        name = f"{item.label}: {item.figure.text}"
        figure = element("a", figure, class_="drill", href=href, data_panel=True, aria_label=name)
    look = "" if isinstance(item.figure.number, Number) else "absent"
    return element(
        "div",
        element("dt", item.label),
        element("dd", figure, class_=f"figure {look}".strip()),
        element("dd", inline_html(item.remark.parts, address)) if item.remark.parts else None,
    )
