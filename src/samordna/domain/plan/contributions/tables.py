"""How are the contributions of a year laid out: by member, and against the books?"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

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
    turned,
)
from samordna.domain.plan.contributions.matching import InLedger, Matched, Matching
from samordna.domain.plan.contributions.payers import Payer, PayingGroupOf
from samordna.domain.plan.contributions.planning import Asked, ContributionYear, falls_on
from samordna.domain.plan.contributions.requisition import Requisition, RequisitionState
from samordna.domain.values.kronor import whole_kronor
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.unit import KRONOR, Unit

KEY: Final = "requisition:"
"""Begins the key of a figure's origin that is a requisition; the number follows."""

_SCENARIO: Final = "requested"
_TOTAL: Final = ":total"
_ALL: Final = swedish("Alla tillsammans.")
_GROUP: Final = swedish("Gruppens medlemmar tillsammans.")
_KEY_ALONE: Final = swedish("Det som nyckeln ensam hade sagt av samma summa.")
_REQUESTED: Final = swedish("Rekvisitionerna som är begärda och varken krediterade eller återtagna.")
_INVOICED: Final = swedish("De av rekvisitionerna som har fakturerats.")
_PAID: Final = swedish("De av rekvisitionerna som är betalda.")
_REST: Final = swedish("Årets bidrag minus det som är begärt.")
_FALL: Final = swedish("Årets bidrag fördelat jämnt på månaderna: det som faller på {period}.")
_FALLS: Final = swedish("Av {of}, {amount} kr, det som faller på {period}, jämnt fördelat.")
_UNMATCHED: Final = swedish("Det som är bokfört som bidrag minus det som reglerna säger vems det är.")
_NOTHING: Final = swedish("Inget: det andra är minst lika mycket.")
_ACCRUED: Final = swedish("Det som faller på månaderna och inte är bokfört.")
_DEFERRED: Final = swedish("Det som är bokfört och faller på senare månader.")


def contributions_table(of: ContributionYear, unit: Unit = KRONOR) -> Table:
    """Return who pays what in a year beside what the key alone had said, and what was requested, invoiced and paid."""
    keyed = any(group.by_key is not None for group in of.payers)
    columns = (
        Column("amount", swedish("Bidrag"), emphasis=True),
        *((Column("by-key", swedish("Enligt nyckeln")),) if keyed else ()),
        Column("requested", swedish("Begärt")),
        Column("invoiced", swedish("Fakturerat")),
        Column("paid", swedish("Betalt")),
        Column("rest", swedish("Kvar att begära")),
    )
    rows = tuple(row for group in of.payers for row in _Rows(of, group, unit, keyed).rows())
    year = of.year.last // 100
    remarks = tuple(_remarks(of))
    return Table(
        "contributions",
        swedish("Bidrag {year}").format(year=year),
        unit,
        columns,
        (*rows, _total(of, unit, keyed)),
        stub=swedish("Medlem") if keyed else swedish("Part"),
        remarks=remarks,
    )


def _remarks(of: ContributionYear) -> Iterator[str]:
    agreed = [payer.name for group in of.payers for payer in group.payers if payer.agreed]
    if agreed:
        yield swedish("Enligt överenskommelse i stället för nyckeln: {who}.").format(who=", ".join(agreed))
    for group in of.payers:
        for payer in group.payers:
            asked = of.asked_of(payer.through) if payer.through else None
            if asked:
                yield swedish("{who} betalar genom {through}.").format(who=payer.name, through=asked.payer.name)


@dataclass(frozen=True)
class _Rows:
    """A group of payers on its way to rows."""

    of: ContributionYear
    group: PayingGroupOf
    unit: Unit
    keyed: bool

    def rows(self) -> Iterator[Row]:
        group = self.group
        if group.is_one:
            yield self._payer(group.payers[0], level=0)
            return
        asked = [one for payer in group.payers if (one := self.of.asked_of(payer.key))]
        amount = Number(group.amount, self.unit, group.origin)
        key = self._by_key(group.by_key)
        told = _told(asked, self.unit, swedish("{rule} {who}").format(rule=_GROUP, who=group.name))
        yield Row(f"group:{group.id}", group.name, RowKind.SUBTOTAL, (amount, *key, *told))
        for payer in group.payers:
            yield self._payer(payer, level=1)

    def _payer(self, payer: Payer, *, level: int) -> Row:
        asked = self.of.asked_of(payer.key)
        amount = Number(payer.amount, self.unit, payer.origin)
        told = _told([asked], self.unit, "") if asked else (BLANK, BLANK, BLANK, BLANK)
        return Row(payer.key, payer.name, RowKind.DETAIL, (amount, *self._by_key(payer.by_key), *told), level=level)

    def _by_key(self, by_key: Ore | None) -> tuple[Cell, ...]:
        if not self.keyed:
            return ()
        return (BLANK if by_key is None else Number(by_key, self.unit, ComputedOrigin(_KEY_ALONE)),)


def _told(asked: list[Asked], unit: Unit, prefix: str) -> tuple[Cell, ...]:
    """Return what was requested, invoiced and paid of some payers, and what is left to request."""
    standing = [one for payer in asked for one in payer.standing]
    tests: tuple[tuple[str, Callable[[Requisition], bool]], ...] = (
        (_REQUESTED, lambda _: True),
        (_INVOICED, lambda one: one.has_been(RequisitionState.INVOICED)),
        (_PAID, lambda one: one.has_been(RequisitionState.PAID)),
    )
    cells = tuple(
        _sum_of([one for one in standing if test(one)], f"{rule} {prefix}".strip(), unit) for rule, test in tests
    )
    rest = sum(one.rest for one in asked)
    parts = (
        Part(swedish("bidrag"), rest + sum(one.amount for one in standing), ComputedOrigin(_ALL)),
        Part(swedish("begärt"), sum(one.amount for one in standing), ComputedOrigin(_REQUESTED)),
    )
    return (*cells, Number(rest, unit, ComputedOrigin(_REST, parts, How.DIFFERENCE)))


def _sum_of(requisitions: list[Requisition], rule: str, unit: Unit) -> Number:
    parts = tuple(Part(one.title.lower(), one.amount, requisition_origin(one)) for one in requisitions)
    return Number(sum(one.amount for one in requisitions), unit, ComputedOrigin(rule, parts))


def requisition_origin(one: Requisition) -> EnteredOrigin:
    """Return where a figure of a requisition comes from."""
    source = ", ".join(part for part in (one.title, one.name, one.source) if part)
    return EnteredOrigin(source, f"{KEY}{one.number}", _SCENARIO, one.period)


def _total(of: ContributionYear, unit: Unit, keyed: bool) -> Row:
    parts = tuple(Part(group.name, group.amount, group.origin) for group in of.payers)
    amount = Number(of.total, unit, ComputedOrigin(_ALL, parts))
    known = [group.by_key for group in of.payers if group.by_key is not None]
    key = (Number(sum(known), unit, ComputedOrigin(_KEY_ALONE)),) if keyed else ()
    return Row(_TOTAL, swedish("Summa"), RowKind.RESULT, (amount, *key, *_told(list(of.asked), unit, "")))


def booked_table(matching: Matching, unit: Unit = KRONOR) -> Table:
    """Return what falls on the months beside what was requested and booked, as finely as the ledger can tell.

    Accrued falls on the months and is not booked, deferred is booked and falls later.
    """
    columns = (
        Column("falls", swedish("Faller på perioden")),
        Column("requested", swedish("Begärt")),
        Column("booked", swedish("Bokfört")),
        Column("accrued", swedish("Upplupet"), emphasis=True),
        Column("deferred", swedish("Förutbetalt")),
    )
    told = _Booked(matching, unit)
    title = swedish("Bidrag mot bokföringen, {period}").format(period=matching.period.in_words)
    return Table(
        "contributions-booked",
        title,
        unit,
        columns,
        tuple(told.rows()),
        stub=swedish("Betalas av"),
        note_label=swedish("Bokförs på"),
        remarks=tuple(_together(matching)),
    )


def _together(matching: Matching) -> Iterator[str]:
    """Yield which payers the ledger cannot tell from each other."""
    for part in matching.parts:
        apart = [payer.name for payer in part.payers if not payer.through]
        if len(apart) > 1 and part.booked:
            said = swedish("Bokföringen skiljer inte på {who}: de visas tillsammans.")
            yield said.format(who=part.names if ", " in part.names else ", ".join(apart))


def _booked_part(booked: InLedger) -> Part:
    """Return what is booked as the table has it, an income as plus."""
    return Part(swedish("bokfört"), booked.amount, turned(-booked.amount, booked.origin))


def _source(origin: Origin) -> str:
    return origin.source if isinstance(origin, EnteredOrigin) else ""


@dataclass(frozen=True)
class _Booked:
    """A matching on its way to a table."""

    matching: Matching
    unit: Unit

    def rows(self) -> Iterator[Row]:
        rows = []
        for number, part in enumerate(self.matching.parts, start=1):
            note = part.rule.in_words if part.rule else ""
            row = Row(f"part-{number}", part.names or note, RowKind.DETAIL, tuple(self._cells(part)), note=note)
            rows.append(row)
            yield row
        if self.matching.unmatched and self.matching.in_all:
            row = Row("unmatched", swedish("Bokfört utan regel"), RowKind.DETAIL, self._unmatched())
            rows.append(row)
            yield row
        yield Row(_TOTAL, swedish("Summa"), RowKind.RESULT, tuple(self._totals(rows)))

    def _cells(self, part: Matched) -> Iterator[Cell]:
        whole = _FALL.format(period=self.matching.period.in_words)
        falls = ComputedOrigin(whole, tuple(self._falls(one) for one in part.payers))
        yield Number(part.falls, self.unit, falls)
        yield _sum_of(list(part.standing), _REQUESTED, self.unit)
        if part.booked is None:
            missing = Missing(swedish("ingen regel säger var det bokförs, eller så når bokföringen inte dit"))
            yield from (missing, missing, missing)
            return
        yield Number(part.booked.amount, self.unit, part.booked.origin)
        due = Part(swedish("faller på perioden"), part.falls, falls)
        booked = _booked_part(part.booked)
        yield self._more(part.accrued, _ACCRUED, due, booked)
        yield self._more(part.deferred, _DEFERRED, booked, due)

    def _falls(self, payer: Payer) -> Part:
        """Return what falls on the months of a payer's part: a part of it, and not the whole."""
        rule = _FALLS.format(period=self.matching.period.in_words, amount=whole_kronor(payer.amount), of=payer.name)
        falls = falls_on(payer.amount, payer.months, self.matching.period)
        if falls == payer.amount:
            return Part(payer.name, falls, payer.origin)
        why = payer.origin.rule if isinstance(payer.origin, ComputedOrigin) else _source(payer.origin)
        return Part(payer.name, falls, ComputedOrigin(f"{rule} {why}".strip()))

    def _more(self, amount: Ore, rule: str, one: Part, other: Part) -> Number:
        """Return how much more one is than another; nothing when it is not."""
        origin = ComputedOrigin(rule, (one, other), How.DIFFERENCE) if amount else ComputedOrigin(_NOTHING)
        return Number(amount, self.unit, origin)

    def _unmatched(self) -> tuple[Cell, ...]:
        in_all = self.matching.in_all
        if in_all is None:
            return (BLANK, BLANK, BLANK, BLANK, BLANK)
        told = [_booked_part(part.booked) for part in self.matching.parts if part.rule and part.booked]
        by_rules = Part(swedish("efter regler"), sum(int(one.exact) for one in told), ComputedOrigin(_ALL, tuple(told)))
        origin = ComputedOrigin(_UNMATCHED, (_booked_part(in_all), by_rules), How.DIFFERENCE)
        return (BLANK, BLANK, Number(self.matching.unmatched, self.unit, origin), BLANK, BLANK)

    def _totals(self, rows: list[Row]) -> Iterator[Cell]:
        for column in range(5):
            cells = [(row.label, row.cells[column]) for row in rows]
            missing = next((cell for _, cell in cells if isinstance(cell, Missing)), None)
            parts = tuple(Part(label, cell.exact, cell.origin) for label, cell in cells if isinstance(cell, Number))
            yield missing or Number(sum(int(one.exact) for one in parts), self.unit, ComputedOrigin(_ALL, parts))
