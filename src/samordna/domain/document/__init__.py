"""The document: what every report, statement and list of findings is before anybody writes it down.

Built once from values, written many times by ``renderers``. Cells carry meaning (a number with its unit
and origin, a reason why there is none), never fonts, colours or positions.
"""

from samordna.domain.document.cell import BLANK, MISSING, Blank, Cell, Hidden, Missing, Number, Reasoned
from samordna.domain.document.chart import Chart, ChartKind
from samordna.domain.document.footnote import Comment, annotated
from samordna.domain.document.form import Entry, Form, FormColumn, FormValue
from samordna.domain.document.origin import ComputedOrigin, CountOrigin, EnteredOrigin, How, LedgerOrigin, Origin, Part
from samordna.domain.document.report import (
    Block,
    Document,
    Section,
    blocks_of,
    charts_of,
    figures_of,
    paragraphs_of,
    sections_of,
    tables_of,
)
from samordna.domain.document.rounding import ROUNDED, rounded_remark
from samordna.domain.document.table import Column, Footnote, Row, RowKind, Table
from samordna.domain.document.text import (
    BulletList,
    Figure,
    Highlight,
    Highlights,
    Inline,
    Paragraph,
    Signature,
    Signatures,
)
from samordna.domain.document.turning import by_itself, made_of, turned

__all__ = [
    "BLANK",
    "MISSING",
    "ROUNDED",
    "Blank",
    "Block",
    "BulletList",
    "Cell",
    "Chart",
    "ChartKind",
    "Column",
    "Comment",
    "ComputedOrigin",
    "CountOrigin",
    "Document",
    "EnteredOrigin",
    "Entry",
    "Figure",
    "Footnote",
    "Form",
    "FormColumn",
    "FormValue",
    "Hidden",
    "Highlight",
    "Highlights",
    "How",
    "Inline",
    "LedgerOrigin",
    "Missing",
    "Number",
    "Origin",
    "Paragraph",
    "Part",
    "Reasoned",
    "Row",
    "RowKind",
    "Section",
    "Signature",
    "Signatures",
    "Table",
    "annotated",
    "blocks_of",
    "by_itself",
    "charts_of",
    "figures_of",
    "made_of",
    "paragraphs_of",
    "rounded_remark",
    "sections_of",
    "tables_of",
    "turned",
]
