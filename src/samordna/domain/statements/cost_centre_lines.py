"""Where in a statement does the register stand, and what is one of its rows as a line?"""

from dataclasses import dataclass
from typing import Final

from samordna.domain.plan.register import COST_CENTRE, PROJECT, CostCentre, Kind, RegisterRow
from samordna.domain.statements.selection import WITHOUT, AccountSelection, ObjectSelection
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Month, Period

EVERY_GROUP: Final = "*"
"""Written instead of a group: all groups of the register, each with its heading and sum when they are several."""

EVERY_OBJECT: Final = ""
"""Instead of an object's code: every object of the dimension."""

BESIDE_A_LINE: Final = "*"
"""Before the key of a cost centre that has no row, when a line of the budget has its code for a key."""

_ANY: Final = AccountSelection("", (), ())


@dataclass(frozen=True, slots=True)
class CostCentreLines:
    """A line for each row of a group of the register, over these accounts.

    ``unplaced`` is a line for each cost centre of the ledger that no row answers for, and for each row of the
    association's own activities that the statement has no other place for. ``kind`` limits the rows to those of a
    kind. ``codes`` are the cost centres that belong here while there is no register; nothing written is all. An ``id``
    stands before the ids of rows that have another place in the statement too, and keeps the plan away from this one.
    ``optional`` rows are left out while they hold nothing.
    """

    accounts: AccountSelection
    group: str = ""
    kind: Kind | None = None
    codes: AccountSelection = _ANY
    id: str = ""
    optional: bool = False
    unplaced: bool = False

    @property
    def label(self) -> str:
        """What a person calls the place."""
        if self.unplaced:
            return swedish("En rad för varje kostnadsställe som saknar rad i registret")
        if self.group == EVERY_GROUP:
            return swedish("En rad för varje kostnadsställe")
        return swedish("En rad för varje kostnadsställe i gruppen {group}").format(group=self.group)

    def takes(self, code: str) -> bool:
        """Tell whether a cost centre belongs here while there is no register, and nobody has said what it is."""
        if not self.codes.included:
            return self.kind in {None, Kind.ACTIVITY}
        return code in self.codes


@dataclass(frozen=True, slots=True)
class Piece:
    """What of the ledger counts into a row, from ``first`` to ``last``; None is without end."""

    objects: ObjectSelection
    first: Month | None = None
    last: Month | None = None

    def within(self, period: Period) -> Period | None:
        """Return the months of ``period`` that count, None when none of them does."""
        first, last = max(self.first or period.first, period.first), min(self.last or period.last, period.last)
        return Period(first, last) if first <= last else None

    def counts(self, month: Month) -> bool:
        """Tell whether a month counts."""
        return (self.first is None or self.first <= month) and (self.last is None or month <= self.last)


@dataclass(frozen=True, slots=True)
class FromCostCentre:
    """The line is a row of the register, or a cost centre that only the ledger knows of (``row`` is None).

    ``planned`` tells whether the plan's figures stand here, ``always`` whether it is shown though it holds nothing.
    """

    key: str
    accounts: AccountSelection
    pieces: tuple[Piece, ...]
    row: RegisterRow | None = None
    planned: bool = True
    always: bool = True

    @property
    def booked(self) -> str:
        """What of the ledger it is: the key that a row of the register for it would have."""
        return self.key.removeprefix(BESIDE_A_LINE)

    def in_use(self, period: Period) -> bool:
        """Tell whether somebody means the row to be used in any month of a period."""
        return self.row is not None and self.row.valid_in(period)


def objects_of(code: str, project: str = "", *, split: bool = False) -> ObjectSelection:
    """Return the objects of a cost centre, or of the part of it with a project; of what has none when it is split."""
    part = project or (WITHOUT if split else "")
    return ObjectSelection(((COST_CENTRE, code), *([(PROJECT, part)] if part else [])))


def pieces_of(row: CostCentre, *, split: frozenset[str]) -> tuple[Piece, ...]:
    """Return what of the ledger counts into a row: its own code always, earlier ones for their months."""
    own = Piece(objects_of(row.code, row.project, split=row.code in split))
    earlier = (
        Piece(objects_of(one.code, one.project, split=one.code in split), one.first, one.last) for one in row.earlier
    )
    return (own, *earlier)
