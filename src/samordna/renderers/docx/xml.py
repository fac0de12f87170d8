"""How is WordprocessingML written so that the code reads like the markup?

``w("p", w("pPr", …), run("text"))`` is a paragraph. The order of children is the schema's, and Word minds it.
"""

import re
from collections.abc import Iterable

from docx.opc.oxml import serialize_part_xml
from docx.oxml import OxmlElement
from docx.oxml.ns import nsmap, qn
from docx.oxml.xmlchemy import BaseOxmlElement

from samordna.renderers.printable import printable

nsmap.setdefault("w14", "http://schemas.microsoft.com/office/word/2010/wordml")
nsmap.setdefault("ep", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties")

Element = BaseOxmlElement

_BETWEEN_FIGURES = re.compile(r"(?<=\d)-(?=\d)")
_ORDER = [
    qn(f"w:{tag}")
    for tag in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "pBdr", "shd", "tabs", "spacing", "ind", "jc")
]
"""Of what a paragraph may have for itself, that which ours have, in the order of the schema."""


def w(tag: str, *children: Element | None, **attributes: object) -> Element:
    """Return the element ``w:tag``; a child that is None is left out.

    Tags and attributes of other namespaces are written ``w14:numForm`` and ``r__id``.
    """
    name = tag if ":" in tag else f"w:{tag}"
    named = {key.replace("__", ":") if "__" in key else f"w:{key}": str(value) for key, value in attributes.items()}
    prefixes = {prefixed.split(":")[0] for prefixed in (name, *named)} - {"xml"}
    element = OxmlElement(name, nsdecls={prefix: nsmap[prefix] for prefix in prefixes})
    for prefixed, value in named.items():
        element.set(qn(prefixed), value)
    element.extend(child for child in children if child is not None)
    return element


def run(text: str, *, style: str = "", bold: bool = False, raised: bool = False) -> Element:
    """Return a run of text; its line breaks become breaks of the line."""
    properties = w(
        "rPr",
        w("rStyle", val=style) if style else None,
        w("b") if bold else None,
        w("vertAlign", val="superscript") if raised else None,
    )
    return w("r", properties if len(properties) else None, *_pieces(text))


def _pieces(text: str) -> Iterable[Element]:
    for i, line in enumerate(printable(text).split("\n")):
        if i:
            yield w("br")
        piece = w("t", xml__space="preserve")
        piece.text = line.replace("\t", " ")
        yield piece


def unbroken(text: str, *, style: str = "") -> Element:
    """Return a run whose hyphens between figures never end a line: the day 2024-08-31 stays in one piece."""
    first, *rest = _BETWEEN_FIGURES.split(text)
    written = run(first, style=style)
    for piece in rest:
        written.append(w("noBreakHyphen"))
        written.extend(_pieces(piece))
    return written


def paragraph(style: str, *content: Element, keep_next: bool = False, properties: Iterable[Element] = ()) -> Element:
    """Return a paragraph in a style; ``properties`` are formatting of its own."""
    written = w("p", w("pPr", w("pStyle", val=style)), *content)
    own_properties(written, *((w("keepNext"),) if keep_next else ()), *properties)
    return written


def own_properties(written: Element, *properties: Element) -> None:
    """Give a paragraph formatting of its own, in place of what it has of the same kind, in the schema's order."""
    kept = {child.tag: child for child in written[0]} | {child.tag: child for child in properties}
    written[0][:] = sorted(kept.values(), key=lambda child: _ORDER.index(child.tag))


def twips(points: float) -> int:
    """Return points as the twentieths of a point that Word measures in."""
    return round(points * 20)


def markup(root: Element) -> bytes:
    """Return the element as the content of a part of its own."""
    return serialize_part_xml(root)
