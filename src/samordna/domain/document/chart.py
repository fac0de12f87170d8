"""What is a chart, when its table is the truth and the picture only helps?"""

from dataclasses import dataclass
from enum import Enum

from samordna.domain.document.table import Table


class ChartKind(Enum):
    """How the figures of the table are drawn."""

    BARS = "bars"
    """Grouped vertical bars: one group per row, one bar per column."""
    HORIZONTAL_BARS = "horizontal_bars"
    """Horizontal bars, for long labels."""
    LINES = "lines"
    """One line per column over the rows."""
    WALK = "walk"
    """From one figure to another, step by step: sums are levels, details the steps between them."""
    SHARES = "shares"
    """One bar per column, the rows laid end to end in it."""
    RANGES = "ranges"
    """A figure with its least and its most: three columns, in that order."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of a table: rows are categories, columns are series. A walk shows the emphasised column, or the first.

    ``description`` says in a sentence or two what the picture shows, for those who do not see it. The table
    is always published with the picture; ``table_above`` tells that its rows stand in the table before it in the
    document, so that they are not printed once more.
    """

    id: str
    title: str
    description: str
    kind: ChartKind
    table: Table
    table_above: bool = False
