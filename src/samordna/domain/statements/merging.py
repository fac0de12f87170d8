"""Which rows of a statement tell of a year together, and what stands on the first of them?

Sums are made before anything is merged: no total changes by it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from samordna.domain.document import BLANK, Comment
from samordna.domain.plan.register import Merge, Register
from samordna.domain.statements.arithmetic import together
from samordna.domain.statements.column_values import ColumnValues
from samordna.domain.statements.cost_centre_lines import FromCostCentre
from samordna.domain.statements.holdings import Value
from samordna.domain.statements.layout import ColumnLayout
from samordna.domain.statements.tree import Printed


@dataclass(frozen=True)
class Merging:
    """The merges of a register in one statement; ``rows`` are those printed, by their keys in the register."""

    register: Register
    columns: ColumnValues
    rows: Mapping[str, Printed]

    def value(self, placed: Printed, column: ColumnLayout) -> Value:
        """Return what stands at a line in a column: a merged figure on the first of its rows, nothing on the others."""
        merge = self._merge(placed, column)
        if merge is None:
            return self.columns.value(placed, column)
        together_with = self._printed(merge)
        if placed is not together_with[0]:
            return BLANK
        return together([(one.line.label, self.columns.value(one, column)) for one in together_with])

    def comments(self, shown: Iterable[ColumnLayout]) -> Iterator[Comment]:
        """Yield what is said of merged figures in the columns shown; of the row itself when several of its are."""
        columns = tuple(shown)
        for placed in self.rows.values():
            found = [(column.id, merge) for column in columns if (merge := self._merge(placed, column))]
            for merge in dict.fromkeys(merge for _, merge in found):
                here = [column for column, one in found if one is merge]
                if placed is self._printed(merge)[0]:
                    yield Comment(placed.line.id, here[0] if len(here) == 1 else "", merge.told)

    def _merge(self, placed: Printed, column: ColumnLayout) -> Merge | None:
        """Return the merge that a figure belongs to: a computed column's when one of those it is made of has it."""
        source = placed.line.source
        if (
            not self.register.merges
            or not isinstance(source, FromCostCentre)
            or self.rows.get(source.key) is not placed
        ):
            return None
        if column.made_of:
            found = (self._merge(placed, one) for one in self.columns.made_of(column))
            return next((merge for merge in found if merge), None)
        when = self.columns.when(column)
        merge = self.register.merge_of(source.key, when.scenario, when.period)
        return merge if merge and len(self._printed(merge)) > 1 else None

    def _printed(self, merge: Merge) -> list[Printed]:
        """Return the rows of a merge that are printed, in printed order."""
        return [placed for key, placed in self.rows.items() if key in merge.rows]
