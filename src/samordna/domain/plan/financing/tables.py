"""How are contributions laid out: over the years, and against the key?"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
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
    rounded_remark,
)
from samordna.domain.plan.financing.allotment import AllotmentEntry, AllotmentState
from samordna.domain.plan.financing.shares import GroupShare, MemberShare, Shares, shares_of
from samordna.domain.plan.financing.year import YearFinancing
from samordna.domain.values.kronor import whole_kronor
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Period, swedish_date
from samordna.domain.values.problem import Refused
from samordna.domain.values.share_out import shared_out
from samordna.domain.values.unit import PERCENT, THOUSANDS, Unit

Told: TypeAlias = "Shares | str"
"""A year that is shared out, or the reason why it cannot be."""

_BETWEEN: Final = swedish("Gruppens andel enligt {source}: vikten {weight} av {whole}.")
_WITHIN: Final = swedish("Gruppens {amount} kr delade efter {basis}: {how}.")
_MEMBERS: Final = swedish("Det som gruppens medlemmar har avtalat, tillsammans.")
_ALL: Final = swedish("Grupperna tillsammans.")
_OFF: Final = swedish("Det som betalas minus det som nyckeln säger av samma summa.")
_GROUP_SHARE: Final = swedish("Gruppens vikt som del av alla gruppers, i hela procent som blir hundra.")
_MEMBER_SHARE: Final = swedish("Medlemmens vikt som del av gruppens, i hela procent som blir hundra.")
TOTAL: Final = ":total"
"""The row of what all of them pay together."""


def share_origin(shares: Shares, group: GroupShare) -> Origin:
    """Return where a group's amount comes from: its allotment, its members' agreements, or the key."""
    if group.allotment:
        return entered_origin(group.allotment.source, group.group.id, shares.state, shares.year)
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
        return entered_origin(member.agreed.source, member.member.code, shares.state, shares.year)
    return _within(group, member, group.amount)


def _within(group: GroupShare, member: MemberShare, amount: Ore) -> ComputedOrigin:
    told = {
        "amount": whole_kronor(amount),
        "basis": group.part.basis.in_words,
        "how": member.weight.how,
    }
    return ComputedOrigin(_WITHIN.format(**told))


def entered_origin(source: str, who: str, state: AllotmentState, year: Period) -> EnteredOrigin:
    """Return that something of a year's financing is entered: where it stands, of whom, in which state."""
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
    association: Association,
    years: Sequence[YearFinancing],
    state: AllotmentState,
    unit: Unit = THOUSANDS,
    *,
    about: Period | None = None,
) -> Table:
    """Return who pays what in some years, with everybody's share in the one it is ``about``, the first unless told.

    A year that cannot be shared out is missing, with the reason. Remarks say which allotments each year rests on.
    """
    about = about or years[0].year
    told = [(one.year, shared_or_why(association, one, state)) for one in years]
    shown = [shares for _, shares in told if isinstance(shares, Shares)]
    columns = (
        Column("share", swedish("Andel, %")),
        *(Column(f"y{year.start.year}", str(year.start.year), emphasis=year == about) for year, _ in told),
    )
    rows = (
        *(
            row
            for kind, name, label in who_pays(shown)
            for row in (_over_years(kind, name, label, told, (about, unit)),)
        ),
        Row(TOTAL, swedish("Medlemmar, summa"), RowKind.RESULT, (BLANK, *(_sum_cell(one, unit) for _, one in told))),
    )
    title = swedish("Finansieringsplan")
    rounded = rounded_remark(sums_of_groups(rows), range(1, len(columns)))
    remarks = (swedish("Andelen är gruppens av det hela, och medlemmens av gruppen."), *rounded, *_rests_on(shown))
    return Table("financing", title, unit, columns, rows, stub=swedish("Medlem"), remarks=remarks)


def sums_of_groups(rows: Sequence[Row]) -> Iterator[tuple[Row, Sequence[Row]]]:
    """Yield the rows of groups with their members below them, and the sum of all with the groups."""
    groups: list[Row] = []
    members: dict[str, list[Row]] = {}
    for row in rows:
        if row.id.startswith("group:"):
            groups.append(row)
            members[row.id] = []
        elif row.id == TOTAL:
            yield row, groups
        elif groups and row.level:
            members[groups[-1].id].append(row)
    yield from ((group, members[group.id]) for group in groups if members[group.id])


def who_pays(shown: Sequence[Shares]) -> list[tuple[RowKind, str, str]]:
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


def _over_years(
    kind: RowKind, name: str, label: str, told: Sequence[tuple[Period, Told]], of: tuple[Period, Unit]
) -> Row:
    about, unit = of
    having = [shares for _, shares in told if isinstance(shares, Shares) and _found(shares, name)]
    first = min(having, key=lambda one: (one.year != about, one.year), default=None)
    share = _share_cell(first, name) if first else BLANK
    cells = (share, *(paid_cell(one, name, unit) for _, one in told))
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


def paid_cell(told: Told, name: str, unit: Unit) -> Cell:
    """Return what a group or a member pays in a year; blank when it is not there, missing when nobody can say."""
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
    amount = whole_kronor(entry.amount)
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
    rows.append(Row(TOTAL, swedish("Summa"), RowKind.RESULT, cells))
    title = swedish("Bidrag {year} mot nyckeln").format(year=shares.year.start.year)
    rounded = rounded_remark(sums_of_groups(rows), range(len(columns)))
    remarks = (swedish("Nyckeln: {source}.").format(source=shares.key.source), *rounded, *_rests_on([shares]))
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
