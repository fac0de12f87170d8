"""How are contributions laid out: over the years, against the key, and side by side in scenarios?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Final, TypeAlias

from samordna.domain.association.association import Association
from samordna.domain.document import (
    BLANK,
    Cell,
    Column,
    ComputedOrigin,
    EnteredOrigin,
    How,
    Missing,
    Number,
    Origin,
    Part,
    Row,
    RowKind,
    Table,
)
from samordna.domain.plan.financing.allotment import AllotmentEntry, AllotmentState
from samordna.domain.plan.financing.scenario import Outcome, Scenario, told_change
from samordna.domain.plan.financing.shares import GroupShare, MemberShare, Shares, shares_of
from samordna.domain.plan.financing.year import YearFinancing
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.period import Period, swedish_date
from samordna.domain.values.problem import Refused
from samordna.domain.values.share_out import shared_out
from samordna.domain.values.unit import KRONOR, PERCENT, THOUSANDS, Unit

Told: TypeAlias = "Shares | str"
"""A year that is shared out, or the reason why it cannot be."""

_BETWEEN: Final = swedish("Gruppens andel enligt {source}: vikten {weight} av {whole}.")
_WITHIN: Final = swedish("Gruppens {amount} kr delade efter {basis}: {how}.")
_MEMBERS: Final = swedish("Det som gruppens medlemmar har avtalat, tillsammans.")
_ALL: Final = swedish("Grupperna tillsammans.")
_OFF: Final = swedish("Det som betalas minus det som nyckeln säger av samma summa.")
_GROUP_SHARE: Final = swedish("Gruppens vikt som del av alla gruppers, i hela procent som blir hundra.")
_MEMBER_SHARE: Final = swedish("Medlemmens vikt som del av gruppens, i hela procent som blir hundra.")
_TOTAL: Final = ":total"


def share_origin(shares: Shares, group: GroupShare) -> Origin:
    """Return where a group's amount comes from: its allotment, its members' agreements, or the key."""
    if group.allotment:
        return _entered(group.allotment.source, group.group.id, shares.state, shares.year)
    if group.members and all(member.agreed for member in group.members):
        parts = tuple(
            Part(member.member.name, member.amount, member_origin(shares, group, member)) for member in group.members
        )
        return ComputedOrigin(_MEMBERS, parts)
    return _by_key(shares, group)


def _by_key(shares: Shares, group: GroupShare) -> ComputedOrigin:
    whole = sum(one.part.weight for one in shares.groups)
    told = {"source": shares.key.source, "weight": group.part.weight, "whole": whole}
    return ComputedOrigin(_BETWEEN.format(**told))


def member_origin(shares: Shares, group: GroupShare, member: MemberShare) -> Origin:
    """Return where a member's amount comes from: what was agreed, or its weight in the group."""
    if member.agreed:
        return _entered(member.agreed.source, member.member.code, shares.state, shares.year)
    return _within(group, member, group.amount)


def _within(group: GroupShare, member: MemberShare, amount: Ore) -> ComputedOrigin:
    told = {
        "amount": swedish_number(KRONOR.shown(amount)),
        "basis": group.part.basis.in_words,
        "how": member.weight.how,
    }
    return ComputedOrigin(_WITHIN.format(**told))


def _entered(source: str, who: str, state: AllotmentState, year: Period) -> EnteredOrigin:
    return EnteredOrigin(source, f"financing:{who}", state.value, year)


def total_origin(shares: Shares) -> ComputedOrigin:
    """Return where the sum of all contributions comes from."""
    return ComputedOrigin(
        _ALL, tuple(Part(one.group.name, one.amount, share_origin(shares, one)) for one in shares.groups)
    )


def shared_or_why(association: Association, financing: YearFinancing, state: AllotmentState) -> Told:
    """Return a year shared out, or in words why it cannot be."""
    try:
        return shares_of(association, financing, state)
    except Refused as refused:
        return str(refused.problems[0])


def financing_table(
    association: Association, years: Sequence[YearFinancing], state: AllotmentState, unit: Unit = THOUSANDS
) -> Table:
    """Return who pays what in some years, with everybody's share in the first of them.

    A year that cannot be shared out is missing, with the reason. Remarks say which allotments each year rests on.
    """
    told = [(one.year, shared_or_why(association, one, state)) for one in years]
    shown = [shares for _, shares in told if isinstance(shares, Shares)]
    columns = (
        Column("share", swedish("Andel, %")),
        *(
            Column(f"y{year.start.year}", str(year.start.year), emphasis=not index)
            for index, (year, _) in enumerate(told)
        ),
    )
    rows = (
        *(row for kind, name, label in _who(shown) for row in (_over_years(kind, name, label, told, unit),)),
        Row(_TOTAL, swedish("Medlemmar, summa"), RowKind.RESULT, (BLANK, *(_sum_cell(one, unit) for _, one in told))),
    )
    title = swedish("Finansieringsplan")
    remarks = (swedish("Andelen är gruppens av det hela, och medlemmens av gruppen."), *_rests_on(shown))
    return Table("financing", title, unit, columns, rows, stub=swedish("Medlem"), remarks=remarks)


def _who(shown: Sequence[Shares]) -> list[tuple[RowKind, str, str]]:
    """Return every group and member that pays in any of the years, groups in order with their members below."""
    groups = dict.fromkeys(group.group for shares in shown for group in shares.groups)
    told: list[tuple[RowKind, str, str]] = []
    for group in groups:
        told.append((RowKind.SUBTOTAL, f"group:{group.id}", group.name))
        members = dict.fromkeys(
            (share.member.code, share.member.name)
            for shares in shown
            for one in shares.groups
            if one.group == group
            for share in one.members
        )
        told += [(RowKind.DETAIL, code, name) for code, name in members]
    return told


def _over_years(kind: RowKind, name: str, label: str, told: Sequence[tuple[Period, Told]], unit: Unit) -> Row:
    first = next((shares for _, shares in told if isinstance(shares, Shares) and _found(shares, name)), None)
    share = _share_cell(first, name) if first else BLANK
    cells = (share, *(_paid_cell(one, name, unit) for _, one in told))
    return Row(name, label, kind, cells, level=1 if kind is RowKind.DETAIL else 0)


def _found(shares: Shares, name: str) -> tuple[GroupShare, MemberShare | None] | None:
    """Return the group with an id (``group:state``), or the member with a code and its group."""
    for group in shares.groups:
        if name == f"group:{group.group.id}":
            return group, None
        for member in group.members:
            if name == member.member.code:
                return group, member
    return None


def _share_cell(shares: Shares, name: str) -> Cell:
    """Return a group's or member's share in whole per cent, such that they add up to a hundred."""
    found = _found(shares, name)
    if found is None:
        return BLANK
    group, member = found
    if member is None:
        weights = {one.group.id: one.part.weight for one in shares.groups}
        return _percent(weights, group.group.id, _GROUP_SHARE)
    return _percent({one.member.code: one.weight.weight for one in group.members}, member.member.code, _MEMBER_SHARE)


def _percent(weights: Mapping[str, int], who: str, rule: str) -> Cell:
    if not any(weights.values()):
        return BLANK
    parts = dict(zip(weights, shared_out(100, tuple(weights.values())), strict=True))
    return Number(Fraction(parts[who], 100), PERCENT, ComputedOrigin(rule))


def _paid_cell(told: Told, name: str, unit: Unit) -> Cell:
    if isinstance(told, str):
        return Missing(told)
    found = _found(told, name)
    if found is None:
        return BLANK
    group, member = found
    if member is None:
        return Number(group.amount, unit, share_origin(told, group))
    return Number(member.amount, unit, member_origin(told, group, member))


def _sum_cell(told: Told, unit: Unit) -> Cell:
    return Missing(told) if isinstance(told, str) else Number(told.total, unit, total_origin(told))


def _rests_on(shown: Sequence[Shares]) -> Iterator[str]:
    """Yield for each year which allotments its figures rest on."""
    for shares in shown:
        yield swedish("{year}: {told}.").format(year=shares.year.start.year, told=rests_on(shares))


def rests_on(shares: Shares) -> str:
    """Return in words which allotments the contributions of a year rest on."""
    told = [_allotment_words(group.group.name, group.allotment) for group in shares.groups if group.allotment]
    return "; ".join(told) or swedish("avtalade belopp och nyckeln, utan tilldelning")


def _allotment_words(group: str, entry: AllotmentEntry) -> str:
    where = ", ".join((entry.source, *([swedish_date(entry.day)] if entry.day else [])))
    amount = swedish_number(KRONOR.shown(entry.amount))
    words = swedish("{group} {state} {amount} kr ({where})")
    return words.format(group=group, state=entry.state.in_words, amount=amount, where=where)


def against_key_table(shares: Shares, unit: Unit = THOUSANDS) -> Table:
    """Return what is paid in a year beside what the key alone says of the same whole."""
    columns = (
        Column("amount", swedish("Betalas"), emphasis=True),
        Column("key", swedish("Enligt nyckeln")),
        Column("off", swedish("Skillnad")),
    )
    rows = [row for group in shares.groups for row in _against_key(shares, group, unit)]
    total = Number(shares.total, unit, total_origin(shares))
    by_key = sum(group.by_key for group in shares.groups)
    parts = tuple(Part(one.group.name, one.by_key, _by_key(shares, one)) for one in shares.groups)
    cells = (total, Number(by_key, unit, ComputedOrigin(_ALL, parts)), _off(shares.total, by_key, unit))
    rows.append(Row(_TOTAL, swedish("Summa"), RowKind.RESULT, cells))
    title = swedish("Bidrag {year} mot nyckeln").format(year=shares.year.start.year)
    remarks = (swedish("Nyckeln: {source}.").format(source=shares.key.source), *_rests_on([shares]))
    return Table("against-key", title, unit, columns, tuple(rows), stub=swedish("Medlem"), remarks=remarks)


def _against_key(shares: Shares, group: GroupShare, unit: Unit) -> Iterator[Row]:
    cells = (
        Number(group.amount, unit, share_origin(shares, group)),
        Number(group.by_key, unit, _by_key(shares, group)),
        _off(group.amount, group.by_key, unit),
    )
    yield Row(f"group:{group.group.id}", group.group.name, RowKind.SUBTOTAL, cells)
    for member in group.members:
        cells = (
            Number(member.amount, unit, member_origin(shares, group, member)),
            Number(member.by_key, unit, _within(group, member, group.by_key)),
            _off(member.amount, member.by_key, unit),
        )
        yield Row(member.member.code, member.member.name, RowKind.DETAIL, cells, level=1)


def _off(amount: Ore, by_key: Ore, unit: Unit) -> Number:
    parts = (
        Part(swedish("betalas"), amount, ComputedOrigin(swedish("Det som betalas."))),
        Part(swedish("enligt nyckeln"), by_key, ComputedOrigin(swedish("Det som nyckeln säger."))),
    )
    return Number(amount - by_key, unit, ComputedOrigin(_OFF, parts, How.DIFFERENCE))


def scenario_table(
    plan: Outcome, scenarios: Sequence[tuple[Scenario, Outcome]], association: Association, unit: Unit = THOUSANDS
) -> Table:
    """Return the plan beside scenarios: what each member pays, the result and the equity, and what has changed."""
    return _SideBySide(plan, tuple(scenarios), association, unit).table()


@dataclass(frozen=True)
class _SideBySide:
    """Outcomes on their way to a table."""

    plan: Outcome
    scenarios: tuple[tuple[Scenario, Outcome], ...]
    association: Association
    unit: Unit

    def table(self) -> Table:
        title = swedish("Planen {year} och det som kan ändra den").format(year=self.plan.shares.year.start.year)
        rows = (*self._paying(), *self._equity())
        return Table(
            "scenarios", title, self.unit, tuple(self._columns()), rows, stub=swedish("Medlem"), remarks=self._remarks
        )

    def _columns(self) -> Iterator[Column]:
        yield Column("plan", self.plan.name, emphasis=True)
        for number, (scenario, _) in enumerate(self.scenarios, start=1):
            yield Column(f"s{number}", scenario.name)
            yield Column(f"s{number}-changed", swedish("Ändring"))

    @cached_property
    def _outcomes(self) -> tuple[Outcome, ...]:
        return (self.plan, *(outcome for _, outcome in self.scenarios))

    @property
    def _remarks(self) -> tuple[str, ...]:
        told = [
            f"{scenario.name}: {' '.join(told_change(change, self.association) for change in scenario.changes)}"
            for scenario, _ in self.scenarios
            if scenario.changes
        ]
        plan = swedish("{name} vilar på {told}.").format(name=self.plan.name, told=rests_on(self.plan.shares))
        return (plan, *told)

    def _paying(self) -> Iterator[Row]:
        for kind, name, label in _who([one.shares for one in self._outcomes]):
            cells = [_paid_cell(one.shares, name, self.unit) for one in self._outcomes]
            yield Row(name, label, kind, tuple(self._beside(cells)), level=1 if kind is RowKind.DETAIL else 0)

    def _equity(self) -> Iterator[Row]:
        yield self._row(":total", swedish("Bidrag"), RowKind.SUBTOTAL, [_contributions(one) for one in self._outcomes])
        yield self._row(
            ":net-cost", swedish("Nettokostnad"), RowKind.DETAIL, [_net_cost(one) for one in self._outcomes]
        )
        yield self._row(":result", swedish("Resultat"), RowKind.SUBTOTAL, [_result(one) for one in self._outcomes])
        opening = [_opening(one) for one in self._outcomes]
        yield self._row(":opening", swedish("Ingående eget kapital"), RowKind.DETAIL, opening)
        closing = [_closing(one) for one in self._outcomes]
        yield self._row(":closing", swedish("Utgående eget kapital"), RowKind.RESULT, closing)

    def _row(self, name: str, label: str, kind: RowKind, parts: Sequence[Part]) -> Row:
        cells = [Number(part.exact, self.unit, part.origin) for part in parts]
        return Row(name, label, kind, tuple(self._beside(cells)))

    def _beside(self, cells: Sequence[Cell]) -> Iterator[Cell]:
        """Yield the plan's cell, then each scenario's with its change; who does not pay at all pays nothing."""
        plan, *scenarios = cells
        yield plan
        for cell in scenarios:
            yield cell
            yield _changed(plan, cell, self.unit)


def _changed(plan: Cell, cell: Cell, unit: Unit) -> Number:
    now, before = _beside_part(swedish("scenariot"), cell), _beside_part(swedish("planen"), plan)
    origin = ComputedOrigin(swedish("Scenariot minus planen."), (now, before), How.DIFFERENCE)
    return Number(now.exact - before.exact, unit, origin)


def _beside_part(label: str, cell: Cell) -> Part:
    if isinstance(cell, Number):
        return Part(label, cell.exact, cell.origin)
    return Part(label, 0, ComputedOrigin(swedish("Betalar inget.")))


def _contributions(outcome: Outcome) -> Part:
    return Part(swedish("bidrag"), outcome.shares.total, total_origin(outcome.shares))


def _net_cost(outcome: Outcome) -> Part:
    origin = _entered(swedish("Planens nettokostnad"), "net-cost", outcome.shares.state, outcome.shares.year)
    return Part(swedish("nettokostnad"), outcome.net_cost, origin)


def _result(outcome: Outcome) -> Part:
    parts = (_contributions(outcome), _net_cost(outcome))
    origin = ComputedOrigin(swedish("Bidrag minus nettokostnad."), parts, How.DIFFERENCE)
    return Part(swedish("resultat"), outcome.result, origin)


def _opening(outcome: Outcome) -> Part:
    source = swedish("Planens ingående eget kapital")
    origin = _entered(source, "opening-equity", outcome.shares.state, outcome.shares.year)
    return Part(swedish("ingående eget kapital"), outcome.opening_equity, origin)


def _closing(outcome: Outcome) -> Part:
    parts = (_opening(outcome), _result(outcome))
    origin = ComputedOrigin(swedish("Ingående eget kapital och årets resultat."), parts)
    return Part(swedish("utgående eget kapital"), outcome.closing_equity, origin)
