"""Which styles does the document have?

All of them stand here, and only these are in the file: headings, caption and contents under the names Word
knows, so that its navigation and its lists find them, and a few of our own with Swedish names. Space stands
before a paragraph and never after it, because programs disagree on how the two add up.
"""

from dataclasses import dataclass
from typing import Any, Final

from samordna.domain.values.language import swedish
from samordna.renderers.docx.fonts import ASCENT_AND_DESCENT
from samordna.renderers.docx.xml import Element, twips, w
from samordna.renderers.palette import ACCENT, HAIRLINE, INK, MUTED
from samordna.renderers.typeface import FAMILY

LANGUAGE: Final = "sv-SE"
WARNING: Final = "#9b2c1d"
TEXT_WIDTH: Final = 462.0
"""In points: a standing A4 with margins of 23,5 mm."""


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style. Sizes, space and indents are in points.

    ``line`` is in parts of a single line; ``exact`` is a line's height in points, for tables, where nothing but
    text stands and LibreOffice would give an empty cell more height than its neighbours.
    """

    id: str
    name: str
    size: float = 10.5
    bold: bool = False
    italic: bool = False
    colour: str = INK
    before: float = 0
    after: float = 0
    line: float = 1.0
    exact: float = 0
    align: str = "left"
    outline: int | None = None
    keep_next: bool = False
    keep_lines: bool = False
    indent: float = 0
    hanging: float = 0
    tabs: tuple[tuple[str, float, str], ...] = ()
    follows: str = ""
    own: bool = False
    tabular: bool = False

    @property
    def line_height(self) -> float:
        """The height of one line, in points."""
        return self.exact or self.size * self.line * ASCENT_AND_DESCENT


@dataclass(frozen=True, slots=True)
class TableSize:
    """A size that tables are set in: what tells its styles from those of the usual size, and its sizes in points."""

    name: str
    text: float
    head: float

    @property
    def line(self) -> float:
        """The height of a line."""
        return round(self.text * 1.28, 1)

    @property
    def space(self) -> float:
        """The space above and below the text of a row."""
        return 3.0

    def style(self, role: str) -> str:
        """Return the id of the style of ``Tabelltext``, ``Tabellsiffra`` or ``Tabellhuvud`` in this size."""
        return f"{role}{self.name.title()}"

    def styles(self) -> tuple[Style, ...]:
        """Return the styles of this size."""

        def style(role: str, size: float, **more: Any) -> Style:
            name = f"{role} {self.name}".strip()
            return Style(self.style(role), name, size, exact=round(size * 1.28, 1), own=True, **more)

        return (
            style(swedish("Tabelltext"), self.text, before=1.5, after=1.5),
            style(swedish("Tabellsiffra"), self.text, before=1.5, after=1.5, align="right", tabular=True),
            style(swedish("Tabellhuvud"), self.head, before=2, after=2, colour=MUTED, keep_next=True),
        )


TABLE_SIZES: Final = (
    TableSize("", 9, 8.5),
    TableSize(swedish("liten"), 8, 7.5),
    TableSize(swedish("minst"), 7, 6.5),
)

_RIGHT_EDGE: Final = (("right", TEXT_WIDTH, "none"),)
_DOTTED: Final = (("right", TEXT_WIDTH, "dot"),)

STYLES: Final[dict[str, Style]] = {
    style.id: style
    for style in (
        Style("Normal", "Normal", before=6),
        Style("Title", "Title", 27, bold=True, colour=ACCENT, before=150, line=0.82, follows="Subtitle"),
        Style("Subtitle", "Subtitle", 15, colour=MUTED, before=6, line=0.9, follows="Normal"),
        Style("Heading1", "heading 1", 20, bold=True, colour=ACCENT, before=30, line=0.85, outline=0, keep_next=True,
              keep_lines=True, follows="Normal"),
        Style("Heading2", "heading 2", 14, bold=True, before=20, line=0.9, outline=1, keep_next=True,
              keep_lines=True, follows="Normal"),
        Style("Heading3", "heading 3", 11.5, bold=True, before=14, line=0.9, outline=2, keep_next=True,
              keep_lines=True, follows="Normal"),
        Style("TOCHeading", "TOC Heading", 20, bold=True, colour=ACCENT, before=24, after=6, line=0.85, keep_next=True),
        Style("TOC1", "toc 1", bold=True, before=8, tabs=_RIGHT_EDGE),
        Style("TOC2", "toc 2", before=2, indent=14, tabs=_DOTTED),
        Style("TOC3", "toc 3", 10, before=1, indent=28, tabs=_DOTTED),
        Style("Caption", "caption", 10, bold=True, before=18, line=0.9, keep_next=True, keep_lines=True),
        Style("ListBullet", "List Bullet", before=3, indent=16, hanging=12),
        Style("Header", "header", 8.5, colour=MUTED, tabs=_RIGHT_EDGE),
        Style("Footer", "footer", 8.5, colour=MUTED, tabs=_RIGHT_EDGE),
        Style("Tabellenhet", swedish("Tabellenhet"), 8.5, colour=MUTED, after=3, line=0.9, keep_next=True, own=True),
        Style("Tabellfot", swedish("Tabellfot"), 8.5, colour=MUTED, before=3, line=0.9, keep_lines=True, own=True),
        Style("Diagrambild", swedish("Diagrambild"), before=4, own=True),
        Style("Nyckeltal", swedish("Nyckeltal"), 20, bold=True, colour=ACCENT, before=1, line=0.85, keep_next=True,
              own=True, tabular=True),
        Style("Nyckeltalsnamn", swedish("Nyckeltalsnamn"), 9.5, bold=True, before=5, line=0.9, keep_next=True,
              own=True),
        Style("Nyckeltalstext", swedish("Nyckeltalstext"), 9, colour=MUTED, before=1, after=6, line=0.9, own=True),
        Style("Status", swedish("Status"), 12, bold=True, colour=WARNING, before=12, own=True),
        Style("Avsandare", swedish("Avsändare"), 12, bold=True, before=10, own=True),
        Style("Uppgift", swedish("Uppgift"), 10, before=2, line=0.9, own=True),
        Style("Harkomst", swedish("Härkomst"), 8.5, colour=MUTED, before=2, line=0.9, keep_lines=True, own=True),
        *(style for size in TABLE_SIZES for style in size.styles()),
    )
}  # fmt: skip


def styles_element() -> Element:
    """Return the whole list of styles."""
    paragraphs = [_paragraph_style(style) for style in STYLES.values()]
    return w("styles", _defaults(), *paragraphs, *_character_styles(), *_table_styles())


def _defaults() -> Element:
    fonts = w("rFonts", ascii=FAMILY, hAnsi=FAMILY, eastAsia=FAMILY, cs=FAMILY)
    size = twips(STYLES["Normal"].size) // 10
    language = w("lang", val=LANGUAGE, eastAsia=LANGUAGE, bidi="ar-SA")
    text = w("rPr", fonts, w("sz", val=size), w("szCs", val=size), language)
    spacing = w("spacing", before=0, after=0, line=240, lineRule="auto")
    return w(
        "docDefaults",
        w("rPrDefault", text),
        w("pPrDefault", w("pPr", spacing)),
    )


def _paragraph_style(style: Style) -> Element:
    normal = style.id == "Normal"
    attributes = {"default": 1} if normal else {"customStyle": 1} if style.own else {}
    return w(
        "style",
        w("name", val=style.name),
        None if normal else w("basedOn", val="Normal"),
        w("next", val=style.follows) if style.follows else None,
        w("uiPriority", val=1),
        w("qFormat"),
        _paragraph_properties(style),
        _text_properties(style),
        type="paragraph",
        styleId=style.id,
        **attributes,
    )


def _paragraph_properties(style: Style) -> Element:
    indent = w("ind", left=twips(style.indent), hanging=twips(style.hanging)) if style.indent else None
    tabs = [w("tab", val=kind, pos=twips(at), leader=leader) for kind, at, leader in style.tabs]
    return w(
        "pPr",
        w("keepNext") if style.keep_next else None,
        w("keepLines") if style.keep_lines else None,
        w("widowControl"),
        w("numPr", w("numId", val=1)) if style.id == "ListBullet" else None,
        w("tabs", *tabs) if tabs else None,
        w("suppressAutoHyphens") if style.outline is not None else None,
        _spacing(style),
        indent,
        w("jc", val=style.align),
        w("outlineLvl", val=style.outline) if style.outline is not None else None,
    )


def _spacing(style: Style) -> Element:
    line, rule = (twips(style.exact), "exact") if style.exact else (round(240 * style.line), "auto")
    return w("spacing", before=twips(style.before), after=twips(style.after), line=line, lineRule=rule)


def _text_properties(style: Style) -> Element:
    size = round(style.size * 2)
    # figures of one width and one height, also where a reader's own copy of the typeface has others as default
    figures = (w("w14:numForm", w14__val="lining"), w("w14:numSpacing", w14__val="tabular")) if style.tabular else ()
    return w(
        "rPr",
        w("b") if style.bold else None,
        w("i") if style.italic else None,
        w("color", val=style.colour.lstrip("#").upper()),
        w("sz", val=size),
        w("szCs", val=size),
        *figures,
    )


def _character_styles() -> list[Element]:
    def style(id_: str, name: str, *properties: Element, **attributes: object) -> Element:
        described = (w("name", val=name), w("uiPriority", val=1), w("qFormat"), w("rPr", *properties))
        return w("style", *described, type="character", styleId=id_, **attributes)

    return [
        style("DefaultParagraphFont", "Default Paragraph Font", default=1),
        style("Strong", "Strong", w("b")),
        style("Hyperlink", "Hyperlink", w("color", val=ACCENT.lstrip("#").upper())),
    ]


def _table_styles() -> list[Element]:
    margins = w("tblCellMar", *(w(side, w=twips(width), type="dxa") for side, width in
                                (("top", 0), ("left", 4), ("bottom", 0), ("right", 4))))  # fmt: skip
    plain = w(
        "style",
        w("name", val="Normal Table"),
        w("uiPriority", val=99),
        w("semiHidden"),
        w("tblPr", w("tblInd", w=0, type="dxa"), margins),
        type="table",
        styleId="TableNormal",
        default=1,
    )
    line = {"val": "single", "sz": 4, "space": 0, "color": HAIRLINE.lstrip("#").upper()}
    table = w(
        "style",
        w("name", val=swedish("Räkenskapstabell")),
        w("basedOn", val="TableNormal"),
        w("uiPriority", val=1),
        w("qFormat"),
        w("tblPr", w("tblBorders", w("bottom", **line))),
        type="table",
        styleId="Rakenskapstabell",
        customStyle=1,
    )
    return [plain, table]
