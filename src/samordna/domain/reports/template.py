"""What is a report template?

The words of a template file as values: chapters in order, each with blocks. Nothing here is filled in.
"""

from dataclasses import dataclass
from typing import TypeAlias

from samordna.domain.document import ChartKind


@dataclass(frozen=True, slots=True)
class TextSpec:
    """A paragraph with places to fill. ``optional`` leaves it out when a figure in it is missing."""

    text: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class ListSpec:
    """A list of paragraphs."""

    items: tuple[TextSpec, ...]


@dataclass(frozen=True, slots=True)
class StatementSpec:
    """A laid-out statement, by id."""

    statement: str


@dataclass(frozen=True, slots=True)
class MonthsChartSpec:
    """A chart of one line month by month, this year beside the comparison.

    ``flipped`` draws the other sign than the statement prints: costs upwards.
    """

    id: str
    title: str
    line: str
    kind: ChartKind
    flipped: bool = False


@dataclass(frozen=True, slots=True)
class RowsChartSpec:
    """A chart of some rows of a statement; ``rows`` empty means every detail row, ``flipped`` the other sign."""

    id: str
    title: str
    statement: str
    kind: ChartKind
    rows: tuple[str, ...] = ()
    flipped: bool = False


@dataclass(frozen=True, slots=True)
class HighlightSpec:
    """A figure worth seeing first: ``figure`` is a place to fill, ``remark`` a sentence."""

    label: str
    figure: str
    remark: str


@dataclass(frozen=True, slots=True)
class HighlightsSpec:
    """The figures worth seeing first."""

    items: tuple[HighlightSpec, ...]


@dataclass(frozen=True, slots=True)
class SignaturesSpec:
    """The signature block: what is signed, and (role, body) of each who signs."""

    statement: str
    items: tuple[tuple[str, str], ...]


BlockSpec: TypeAlias = (
    TextSpec | ListSpec | StatementSpec | MonthsChartSpec | RowsChartSpec | HighlightsSpec | SignaturesSpec
)


@dataclass(frozen=True, slots=True)
class ChapterSpec:
    """A chapter with its number as printed (empty when unnumbered), blocks and sub-chapters."""

    id: str
    title: str
    number: str
    blocks: tuple[BlockSpec, ...]
    chapters: tuple["ChapterSpec", ...] = ()


@dataclass(frozen=True, slots=True)
class ReportTemplate:
    """A kind of report as one association writes it."""

    name: str
    title: str
    chapters: tuple[ChapterSpec, ...]
