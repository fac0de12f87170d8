"""What is a report template?

The words of a template file as values: chapters in order, each with blocks. Nothing here is filled in.
"""

from collections.abc import Iterator
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
    """A laid-out statement, by id.

    ``columns`` are those to show, in that order, those of the layout that are shown only on demand too; empty shows
    the usual ones. ``labels`` are what rows are called here, by id, where it is not what the layout calls them.
    """

    statement: str
    columns: tuple[str, ...] = ()
    labels: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PlanSpec:
    """What the plan says of something, by the name of it: tables, charts and sentences.

    ``needed`` makes the report a draft when the plan says nothing of it.
    """

    name: str
    needed: bool = False


@dataclass(frozen=True, slots=True)
class StatisticsSpec:
    """What the counts say in a view of statistics, by its key: its tables with charts beside.

    ``optional`` leaves it out when nobody has counted anything that it shows; else a sentence says so. ``needs`` is a
    column that it tells nothing without: ``agreed_starts``, where nothing is agreed.
    """

    view: str
    optional: bool = False
    needs: str = ""


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


OneBlockSpec: TypeAlias = (
    TextSpec | ListSpec | StatementSpec | MonthsChartSpec | RowsChartSpec | HighlightsSpec | SignaturesSpec
)
"""What becomes one block of the report, or none."""

BlockSpec: TypeAlias = OneBlockSpec | PlanSpec | StatisticsSpec


@dataclass(frozen=True, slots=True)
class ChapterSpec:
    """A chapter with its number as printed (empty when unnumbered), blocks and sub-chapters.

    ``optional`` leaves it out when nothing has been counted of what it shows.
    """

    id: str
    title: str
    number: str
    blocks: tuple[BlockSpec, ...]
    chapters: tuple["ChapterSpec", ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class ReportTemplate:
    """A kind of report as one association writes it."""

    name: str
    title: str
    chapters: tuple[ChapterSpec, ...]

    @property
    def blocks(self) -> Iterator[BlockSpec]:
        """Every block in reading order."""
        return (block for chapter in self.chapters for block in _blocks_of(chapter))

    @property
    def views(self) -> tuple[str, ...]:
        """The views of statistics that it shows, in reading order, by their keys."""
        return tuple(dict.fromkeys(block.view for block in self.blocks if isinstance(block, StatisticsSpec)))


def _blocks_of(chapter: ChapterSpec) -> Iterator[BlockSpec]:
    yield from chapter.blocks
    for below in chapter.chapters:
        yield from _blocks_of(below)
