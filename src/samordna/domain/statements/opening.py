"""Which lines stand where a layout says that rows of the register have a line each?

The register says which rows there are; while there is none, the ledger does: each cost centre, and each part of one
that a project makes. A cost centre of the ledger that no row answers for is never lost.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from samordna.domain.document import RowKind
from samordna.domain.ledger.balances import Balances
from samordna.domain.plan.register import (
    COST_CENTRE,
    PROJECT,
    CostCentre,
    Kind,
    Register,
    RegisterRow,
    object_of,
    row_key,
)
from samordna.domain.statements.cost_centre_lines import (
    BESIDE_A_LINE,
    EVERY_GROUP,
    CostCentreLines,
    FromCostCentre,
    Piece,
    objects_of,
    pieces_of,
)
from samordna.domain.statements.layout import Group, Line, Node, StatementLayout, SumOf, cost_centre_lines_of
from samordna.domain.statements.object_sums import ObjectSums
from samordna.domain.statements.selection import AccountSelection
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Month, months_later

_EVER: Final = 9999_12


class LedgerCostCentre(NamedTuple):
    """A cost centre of the ledger, or the part of it with a project."""

    code: str
    project: str = ""

    @property
    def key(self) -> str:
        """What a row of the register for it would be called."""
        return row_key(self.code, self.project)


@dataclass(frozen=True)
class Opening:
    """A register held against the ledgers that statements read. ``statements`` are all of the layout's."""

    register: Register
    balances: Balances
    statements: tuple[StatementLayout, ...]

    def nodes(self, statement: StatementLayout, place: CostCentreLines) -> tuple[Node, ...]:
        """Return what stands at a place of a statement."""
        if not self.register.rows:
            return tuple(self._of_ledger(statement, place))
        if place.unplaced:
            return (*self._of_no_place(statement, place), *self._of_no_row(place))
        if place.group == EVERY_GROUP:
            return tuple(self._groups(place))
        return tuple(self._rows(place.group, place))

    def unanswered(self, accounts: AccountSelection) -> Iterator[tuple[LedgerCostCentre, tuple[Piece, ...]]]:
        """Yield the cost centres that hold something on the accounts and that no row answers for, with what of them.

        Nothing without a register: then nobody has said which there should be.
        """
        for booked in self._candidates() if self.register.rows else ():
            pieces = tuple(self._free_of(booked))
            if pieces and self._holds(pieces, accounts):
                yield booked, pieces

    def _rows(self, group: str, place: CostCentreLines) -> Iterator[Line]:
        return (self._line(row, place) for row in self.register.in_group(group) if _is_for(place, row))

    def _groups(self, place: CostCentreLines) -> Iterator[Node]:
        """Yield the groups that hold rows for here, each with its heading and sum; only the rows when it is one."""
        told = ((group, tuple(self._rows(group.id, place))) for group in self.register.groups)
        filled = [(group, rows) for group, rows in told if rows]
        for group, rows in filled:
            if len(filled) == 1:
                yield from rows
            else:
                label = swedish("Summa {group}").format(group=group.name)
                total = Line(f"sum:{group.id}", label, SumOf.GROUP, RowKind.SUBTOTAL)
                yield Group(f"group:{group.id}", group.name, (*rows, total))

    def _line(self, row: RegisterRow, place: CostCentreLines) -> Line:
        pieces = pieces_of(row, split=self._split) if isinstance(row, CostCentre) else ()
        source = FromCostCentre(row.key, place.accounts, pieces, row, planned=not place.id, always=not place.optional)
        return Line(_id(place, row.key), row.name, source, code=row.code)

    def _of_no_place(self, statement: StatementLayout, place: CostCentreLines) -> Iterator[Line]:
        """Yield the association's own rows that no other place of the statement is for."""
        others = [one for one in cost_centre_lines_of(statement.lines) if not one.unplaced]
        for row in self.register.of_kind(Kind.ACTIVITY):
            if not any(_is_for(one, row) for one in others):
                yield self._line(row, place)

    def _of_no_row(self, place: CostCentreLines) -> Iterator[Line]:
        return (self._found(booked, pieces, place) for booked, pieces in self.unanswered(place.accounts))

    def _of_ledger(self, statement: StatementLayout, place: CostCentreLines) -> Iterator[Line]:
        """Yield a line for each cost centre of the ledger that belongs here, and each part of one with a project."""
        for booked in self._candidates():
            pieces = (Piece(objects_of(*booked, split=booked.code in self._split)),)
            if self._belongs(booked.code, statement, place) and self._holds(pieces, place.accounts):
                yield self._found(booked, pieces, place)

    def _belongs(self, code: str, statement: StatementLayout, place: CostCentreLines) -> bool:
        """Tell whether a cost centre stands here while there is no register: at the first place that takes it."""
        if not place.unplaced:
            same = [one for one in cost_centre_lines_of(statement.lines) if one.id == place.id and one.takes(code)]
            return bool(same) and same[0] is place
        written = (one for form in self.statements for one in cost_centre_lines_of(form.lines))
        return not any(one.takes(code) for one in written if not one.unplaced)

    def _found(self, booked: LedgerCostCentre, pieces: tuple[Piece, ...], place: CostCentreLines) -> Line:
        names, (code, project) = self.balances.objects, booked
        name = names.get(object_of(code)) or swedish("Kostnadsställe {code}").format(code=code)
        part = names.get((PROJECT, project)) or swedish("projekt {project}").format(project=project)
        shared = self.register.row(booked.key) is not None  # by a line of the budget: what is planned is the line's
        key = f"{BESIDE_A_LINE}{booked.key}" if shared else booked.key
        source = FromCostCentre(key, place.accounts, pieces, planned=not place.id, always=False)
        return Line(_id(place, key), f"{name}, {part}" if project else name, source, code=code)

    def _candidates(self) -> Iterator[LedgerCostCentre]:
        """Yield what of the ledger could be a row: cost centres, and their parts where they are told by project."""
        for code in sorted({code for sums in self._sums for code in sums.codes(COST_CENTRE)}):
            yield LedgerCostCentre(code)
            if code in self._split:
                yield from (LedgerCostCentre(code, part) for part in sorted({*self._parts(code)}))

    def _free_of(self, booked: LedgerCostCentre) -> Iterator[Piece]:
        """Yield the months of a cost centre that count into no row."""
        if isinstance(self.register.row(booked.key), CostCentre):
            return  # a line of the budget with the same key holds nothing of it
        earlier = (one for row in self.register.cost_centres for one in row.earlier)
        taken = [one for one in earlier if row_key(one.code, one.project) == booked.key]
        objects = objects_of(*booked, split=booked.code in self._split)
        for first, last in _free((one.first or 0, one.last or _EVER) for one in taken):
            yield Piece(objects, first, last)

    def _holds(self, pieces: Iterable[Piece], accounts: AccountSelection) -> bool:
        """Tell whether any year that was read has an amount on the pieces."""
        wanted = frozenset(accounts.among(self.balances.accounts))
        return any(
            ore and (piece.first or 0) <= month <= (piece.last or _EVER)
            for piece in pieces
            for sums in self._sums
            for month, ore in sums.months(piece.objects, wanted).items()
        )

    @cached_property
    def _sums(self) -> tuple[ObjectSums, ...]:
        return tuple(ObjectSums(year) for year in self.balances.years)

    @cached_property
    def _split(self) -> frozenset[str]:
        """The cost centres that are told by project: as the register says, else those that the ledger splits."""
        codes = {code for sums in self._sums for code in sums.codes(COST_CENTRE)}
        if self.register.rows:
            codes |= {row.code for row in self.register.cost_centres}
            return frozenset(code for code in codes if self.register.is_split(code))
        return frozenset(code for code in codes if any(self._parts(code)))

    def _parts(self, code: str) -> Iterator[str]:
        """Yield the projects that something on a cost centre was booked on."""
        return (part for sums in self._sums for part in sums.parts(object_of(code), PROJECT))


def _is_for(place: CostCentreLines, row: RegisterRow) -> bool:
    """Tell whether a row stands at a place: by its group and kind; of every group the association's own."""
    if place.group == EVERY_GROUP:
        return row.kind is (place.kind or Kind.ACTIVITY)
    return place.group == row.group and place.kind in {None, row.kind}


def _id(place: CostCentreLines, key: str) -> str:
    return f"{place.id}:{key}" if place.id else key


def _free(taken: Iterable[tuple[Month, Month]]) -> Iterator[tuple[Month | None, Month | None]]:
    """Yield the spans of months that none of those taken holds; None is without end."""
    begins = 0
    for first, last in sorted(taken):
        if begins < first:
            yield begins or None, months_later(first, -1)
        begins = max(begins, months_later(last, 1) if last < _EVER else _EVER)
    if begins < _EVER:
        yield begins or None, None
