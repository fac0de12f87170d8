"""Do the sums that a table states follow from its rows?

A sum is never booked. It is right when it is what any unbroken run of rows above it adds up to: a group, a page,
an account, or everything. Which one it means, programs tell in too many ways.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from samordna.domain.ledger.problems import tables as kinds
from samordna.domain.values.money import Ore
from samordna.domain.values.numerals import swedish_number
from samordna.sources.tables.fields import Column, Field
from samordna.sources.tables.labels import Label
from samordna.sources.tables.table_rows import Amounts, TableRows


class Tally:
    """Adds up rows column by column, those that are booked; ``fields`` are the ones that can be added up."""

    def __init__(self, fields: Iterable[Field]) -> None:
        self._fields = frozenset(fields)
        self._total: dict[Column, Ore] = defaultdict(int)
        self._before: dict[Column, set[Ore]] = defaultdict(set)  # what each column came to before each row
        self._since: dict[Column, Ore] = defaultdict(int)

    def add(self, amounts: Mapping[Column, Ore]) -> None:
        """Add a row."""
        for column, ore in amounts.items():
            if column.field in self._fields:
                self._before[column].add(self._total[column])
                self._total[column] += ore
                self._since[column] += ore

    def follows(self, column: Column, declared: Ore) -> bool:
        """Tell whether some unbroken run of rows up to here adds up to ``declared``, on either side."""
        total, before = self._total[column], self._before[column]
        return total - declared in before or total + declared in before or (not before and not declared)

    def differing(self, amounts: Mapping[Column, Ore]) -> tuple[Column, Ore, Ore] | None:
        """Return the first column whose sum does not follow, what is declared and what the rows come to."""
        differing = None
        for column, declared in amounts.items():
            if column.field in self._fields and not self.follows(column, declared) and differing is None:
                differing = column, declared, self._since[column]
        return differing

    def begin(self) -> None:
        """Begin a new group of rows: only what a message says of the rows above a sum changes."""
        self._since.clear()


def check_sum(rows: TableRows, row: int, amounts: Amounts, tally: Tally, label: Label | None) -> bool:
    """Tell whether a row that is no account and no posting is a sum; a stated sum that does not follow is told.

    False for a row that says nothing of being a sum and is none: what it is, somebody must say.
    """
    differing = tally.differing(amounts.ore)
    if label is None and differing:
        return False
    if label is Label.SUM and differing:
        column, declared, computed = differing
        shown = {"declared": swedish_number(declared, 2), "computed": swedish_number(computed, 2)}
        rows.tell(kinds.SUM_DOES_NOT_FOLLOW, row, column, **shown)
    tally.begin()
    return True
