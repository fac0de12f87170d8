"""Which rows could a register begin with, when the ledger knows its cost centres and nobody has made one?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from samordna.domain.ledger.balances import Balances
from samordna.domain.plan.register import (
    COST_CENTRE,
    PROJECT,
    CostCentre,
    Group,
    Kind,
    Register,
    object_of,
    row_key,
)
from samordna.domain.statements.cost_centre_lines import (
    EVERY_GROUP,
    CostCentreLines,
    Piece,
    objects_of,
)
from samordna.domain.statements.layout import StatementLayout, cost_centre_lines_of
from samordna.domain.statements.object_sums import ObjectSums
from samordna.domain.statements.opening import LedgerCostCentre, Opening
from samordna.domain.statements.selection import AccountSelection
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Period


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A cost centre of the ledger that no row answers for, or the part of it with a project.

    ``amount`` is its net cost in the latest year that was read (a cost is plus); ``group`` and ``kind`` are proposed.
    """

    code: str
    project: str
    name: str
    amount: Ore
    group: str
    kind: Kind

    @property
    def key(self) -> str:
        """What a row of the register for it is called."""
        return row_key(self.code, self.project)

    @property
    def row(self) -> CostCentre:
        """The row that is proposed for it."""
        return CostCentre(self.code, self.name, self.group, self.project, self.kind)


@dataclass(frozen=True, slots=True)
class BookedProject:
    """A project that something on a cost centre was booked on, and what that came to in the latest year, net cost."""

    project: str
    name: str
    amount: Ore


_GROUPS: Final[Mapping[Kind, Group]] = {
    Kind.ACTIVITY: Group("verksamhet", swedish("Verksamhet")),
    Kind.PROJECT: Group("projekt", swedish("Projekt")),
    Kind.OUTSIDE: Group("utanfor", swedish("Utanför uppföljningen")),
}
"""The group that is proposed for a kind where the layout names none."""


def unplaced(register: Register, balances: Balances, statements: Sequence[StatementLayout]) -> tuple[Unplaced, ...]:
    """Return the cost centres that hold something in the ledger and that no row answers for, in the order of codes.

    Without a register those are all of them, each as a whole.
    """
    accounts = _result_accounts(balances)
    if register.rows:
        found = Opening(register, balances, ()).unanswered(accounts)
    else:
        found = ((LedgerCostCentre(code), (Piece(objects_of(code)),)) for code in _codes(balances, accounts))
    places = tuple(place for one in statements for place in cost_centre_lines_of(one.lines) if not place.unplaced)
    told = _Told(register, balances, frozenset(accounts.among(balances.accounts)), places)
    return tuple(told.of(booked.code, booked.project, pieces) for booked, pieces in found)


def proposed_register(found: Iterable[Unplaced]) -> Register:
    """Return a register with a row for each of these, in the groups that are proposed."""
    rows = tuple(one.row for one in found)
    ids = dict.fromkeys(row.group for row in rows)
    return Register(tuple(proposed_group(one) for one in ids), rows)


def proposed_group(group_id: str) -> Group:
    """Return the group with this id, by its usual name."""
    usual = {group.id: group for group in _GROUPS.values()}
    return usual.get(group_id, Group(group_id, group_id[:1].upper() + group_id[1:]))


def booked_projects(code: str, balances: Balances) -> tuple[BookedProject, ...]:
    """Return the projects that anything on a cost centre was booked on, in any year that was read."""
    accounts = frozenset(_result_accounts(balances).among(balances.accounts))
    sums = [ObjectSums(year) for year in balances.years]
    parts = sorted({part for one in sums for part in one.parts(object_of(code), PROJECT)})
    return tuple(
        BookedProject(
            part,
            balances.objects.get((PROJECT, part), ""),
            sums[-1].over(objects_of(code, part), accounts, sums[-1].year.year.period),
        )
        for part in parts
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """What is told of cost centres that nobody has placed."""

    register: Register
    balances: Balances
    accounts: frozenset[str]
    places: tuple[CostCentreLines, ...]

    def of(self, code: str, project: str, pieces: tuple[Piece, ...]) -> Unplaced:
        latest = self.balances.years[-1]
        amount = _over(ObjectSums(latest), pieces, self.accounts, latest.year.period)
        kind = self._kind(code, pieces)
        return Unplaced(code, project, self._name(code, project), amount, self._group(code, kind), kind)

    def _name(self, code: str, project: str) -> str:
        names = self.balances.objects
        name = names.get(object_of(code)) or swedish("Kostnadsställe {code}").format(code=code)
        part = names.get((PROJECT, project)) or swedish("projekt {project}").format(project=project)
        return f"{name}, {part}" if project else name

    def _kind(self, code: str, pieces: tuple[Piece, ...]) -> Kind:
        """Return what the layout says, else outside for what has only ever had income on it."""
        place = self._place(code)
        if place:
            return place.kind or (Kind.PROJECT if place.group.startswith(_GROUPS[Kind.PROJECT].id) else Kind.ACTIVITY)
        moved = [
            ore
            for year in self.balances.years
            for piece in pieces
            for ore in ObjectSums(year).months(piece.objects, self.accounts).values()
        ]
        return Kind.ACTIVITY if any(ore > 0 for ore in moved) else Kind.OUTSIDE

    def _group(self, code: str, kind: Kind) -> str:
        """Return a group that is there: of the layout's place, of other rows of the kind, else the usual one."""
        place = self._place(code)
        if place and place.group != EVERY_GROUP:
            return place.group
        same = [row.group for row in self.register.of_kind(kind)]
        return same[0] if same else _GROUPS[kind].id

    def _place(self, code: str) -> CostCentreLines | None:
        """Return the first place that names the cost centre; one that takes every code says nothing of it."""
        return next((place for place in self.places if place.codes.included and place.takes(code)), None)


def _over(sums: ObjectSums, pieces: tuple[Piece, ...], accounts: frozenset[str], period: Period) -> Ore:
    spans = ((piece.objects, piece.within(period)) for piece in pieces)
    return sum(sums.over(objects, accounts, span) for objects, span in spans if span)


def _codes(balances: Balances, accounts: AccountSelection) -> Iterator[str]:
    """Yield the cost centres that hold anything on the accounts in any year."""
    wanted = frozenset(accounts.among(balances.accounts))
    sums = [ObjectSums(year) for year in balances.years]
    for code in sorted({code for one in sums for code in one.codes(COST_CENTRE)}):
        if any(ore for one in sums for ore in one.months(objects_of(code), wanted).values()):
            yield code


def _result_accounts(balances: Balances) -> AccountSelection:
    """Return the accounts of income and cost."""
    numbers = (one.number for one in balances.accounts.values() if not one.kind.on_balance_sheet)
    return AccountSelection.parse(", ".join(sorted(numbers)))
