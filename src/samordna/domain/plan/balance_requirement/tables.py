"""How is the balance requirement laid out: the calculation of a year, and the deficits that are left to restore?"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from samordna.domain.document import (
    BLANK,
    Cell,
    Column,
    ComputedOrigin,
    EnteredOrigin,
    How,
    Number,
    Origin,
    Part,
    Row,
    RowKind,
    Table,
    by_itself,
)
from samordna.domain.plan.balance_requirement.checks import Requirement
from samordna.domain.plan.balance_requirement.judged import AdjustmentKind, Judged, YearJudged
from samordna.domain.plan.balance_requirement.restoring import Deficit, RecoveryPlan, deficits_after
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.unit import KRONOR, Unit

_EFFECT: Final = swedish("Det som beloppen gör med resultatet.")
_NEW: Final = swedish("Årets balanskravsresultat, när det är minus och inte undantas.")
_RESULT: Final = swedish("Årets resultat och justeringarna.")


def statement_table(
    requirement: Requirement, year: YearJudged, unit: Unit = KRONOR, *, so_far: YearJudged | None = None
) -> Table:
    """Return the calculation (balanskravsutredning) of one of the years, earlier deficits and what is left.

    ``so_far`` is what is booked of the year beside what is judged, with the same adjustments; nothing is restored by
    it. A remark says what is judged; another, on what grounds a deficit is not restored.
    """
    shown = (*((so_far,) if so_far else ()), year)
    calculated = [_calculation(one, unit) for one in shown]
    carried = _carried(requirement, year, unit)
    rows = (
        *map(_side_by_side, zip(*calculated, strict=True)),
        *(replace(row, cells=(*(BLANK for _ in shown[1:]), *row.cells)) for row in carried),
    )
    judged = Column("amount", year.judged.in_words.capitalize(), emphasis=True)
    beside = (Column("so_far", _period_heading(so_far)),) if so_far else ()
    title = swedish("Balanskravsutredning {year}").format(year=year.year.start.year)
    return Table(
        "balance-requirement", title, unit, (*beside, judged), rows, remarks=tuple(_remarks(year, so_far=so_far))
    )


def _side_by_side(rows: tuple[Row, ...]) -> Row:
    return replace(rows[-1], cells=tuple(cell for row in rows for cell in row.cells))


def _period_heading(year: YearJudged) -> str:
    return swedish("Utfall {period}").format(period=(year.covered or year.year).in_short)


def _calculation(year: YearJudged, unit: Unit) -> list[Row]:
    """Return the rows from the result of a year to its balance result."""
    balance = _balance(year)
    result, *adjustments = _adding_up(year)
    return [
        _row("result", swedish("Årets resultat enligt resultaträkningen"), RowKind.SUBTOTAL, result, unit),
        *(
            _row(kind.value, part.label, RowKind.DETAIL, part, unit)
            for kind, part in zip(AdjustmentKind, adjustments, strict=True)
        ),
        _row("balance", swedish("= Balanskravsresultat"), RowKind.RESULT, balance, unit),
    ]


def _adding_up(year: YearJudged) -> tuple[Part, ...]:
    result = Part(swedish("årets resultat"), year.result, year.origin or _entered(year))
    return result, *(Part(kind.in_words, ore, _adjusted(year, kind)) for kind, ore in year.adjusted().items())


def _balance(year: YearJudged) -> Part:
    return Part(swedish("balanskravsresultat"), year.balance_result, ComputedOrigin(_RESULT, _adding_up(year)))


def _row(name: str, label: str, kind: RowKind, part: Part, unit: Unit) -> Row:
    return Row(name, label, kind, (Number(part.exact, unit, by_itself(part.origin), nil="–"),))


def _entered(year: YearJudged) -> EnteredOrigin:
    return EnteredOrigin(year.source, "balance-requirement:result", year.judged.value, year.year)


def _adjusted(year: YearJudged, kind: AdjustmentKind) -> ComputedOrigin:
    told = [one for one in year.adjustments if one.kind is kind]
    parts = tuple(
        Part(
            one.source,
            one.effect,
            EnteredOrigin(one.source, f"balance-requirement:{kind.value}", year.judged.value, year.year),
        )
        for one in told
    )
    return ComputedOrigin(_EFFECT, parts)


def _carried(requirement: Requirement, year: YearJudged, unit: Unit) -> Iterator[Row]:
    """Yield what was left before the year, what it restores, and what is left after it; minus is a deficit."""
    number = year.year.start.year
    upto = [one for one in requirement.years if one.year < year.year]
    before = deficits_after(upto, requirement.earlier)
    after = deficits_after([*upto, year], requirement.earlier)
    left = Part(swedish("återstår före året"), -sum(one.left for one in before), _left(before))
    restored = Part(swedish("återställs"), sum(one.restored_in(number) for one in after), _restored(after, number))
    new = Part(
        swedish("årets underskott"),
        -sum(one.amount for one in after if one.year == number),
        ComputedOrigin(_NEW, tuple(Part(str(number), -one.amount, _lack(one)) for one in after if one.year == number)),
    )
    parts = (left, restored, new)
    yield _row("earlier", swedish("Underskott från tidigare år att återställa"), RowKind.DETAIL, left, unit)
    yield _row("restored", swedish("Återställs med årets resultat"), RowKind.DETAIL, restored, unit)
    yield _row("new", swedish("Årets underskott att återställa"), RowKind.DETAIL, new, unit)
    whole = ComputedOrigin(swedish("Det som återstod, det som återställs och årets underskott."), parts)
    total = Part("", sum(part.exact for part in parts), whole)
    yield _row("left", swedish("Återstår att återställa"), RowKind.RESULT, total, unit)


def _left(deficits: tuple[Deficit, ...]) -> ComputedOrigin:
    parts = tuple(
        Part(f"{one.year}: {one.source}", -one.left, _as_lack(Part(swedish("återstår"), one.left, _still(one))))
        for one in deficits
        if one.left
    )
    return ComputedOrigin(swedish("Det som är kvar av varje års underskott."), parts)


def _as_lack(deficit: Part) -> ComputedOrigin:
    """Return where a deficit comes from as a minus."""
    return ComputedOrigin(swedish("Underskottet, som minus."), (deficit,), How.TURNED)


def _lack(deficit: Deficit) -> Origin:
    """Return where a deficit comes from as a minus: the balance result of its year, or what was entered."""
    return _balance(deficit.judged).origin if deficit.judged else _whole(deficit)


def _whole(deficit: Deficit) -> Origin:
    """Return where a deficit comes from, as plus."""
    if deficit.judged is None:
        year = Period(deficit.year * 100 + 1, deficit.year * 100 + 12)
        return EnteredOrigin(deficit.source, "balance-requirement:earlier", "actual", year)
    rule = swedish("Balanskravsresultatet {year}, som plus: {source}.").format(year=deficit.year, source=deficit.source)
    return ComputedOrigin(rule, (_balance(deficit.judged),), How.TURNED)


def _still(deficit: Deficit) -> ComputedOrigin:
    whole = Part(swedish("underskott"), deficit.amount, _whole(deficit))
    rule = swedish("Underskottet minus det som senare år har återställt.")
    restored = ComputedOrigin(swedish("Senare års överskott."), tuple(_each_year(deficit)))
    paid = Part(swedish("återställt"), deficit.amount - deficit.left, restored)
    return ComputedOrigin(rule, (whole, paid), How.DIFFERENCE)


def _each_year(deficit: Deficit) -> Iterator[Part]:
    for year, ore in deficit.restored:
        yield Part(str(year), ore, _restored_by(year))


def _restored_by(year: int) -> ComputedOrigin:
    return ComputedOrigin(
        swedish("Överskott enligt balanskravet {year}, högst det som var kvar av underskottet.").format(year=year)
    )


def _restored(deficits: tuple[Deficit, ...], year: int) -> ComputedOrigin:
    parts = tuple(
        Part(str(one.year), one.restored_in(year), _restored_by(year)) for one in deficits if one.restored_in(year)
    )
    return ComputedOrigin(swedish("Årets överskott, det äldsta underskottet först."), parts)


def _remarks(year: YearJudged, *, so_far: YearJudged | None) -> Iterator[str]:
    told = swedish("Balanskravet är bedömt på {judged}: {source}.")
    yield told.format(judged=year.judged.in_words, source=year.source)
    if so_far and any(one.amount for one in year.adjustments):
        yield swedish("Justeringarna är hela årets, i båda kolumnerna.")
    if year.grounds:
        words = swedish("Underskottet återställs inte av synnerliga skäl: {reason} ({decision}).")
        yield words.format(reason=year.grounds.reason.rstrip("."), decision=year.grounds.decision)


def judged_table(requirement: Requirement, unit: Unit = KRONOR) -> Table:
    """Return every year that is judged: its result, what adjusts it, its balance result, on what grounds if any."""
    columns = (
        Column("result", swedish("Resultat")),
        Column("adjustments", swedish("Justeringar")),
        Column("balance", swedish("Balanskravsresultat"), emphasis=True),
    )
    rows = tuple(_judged_row(year, unit) for year in requirement.years)
    title = swedish("Balanskravet år för år")
    remarks = tuple(
        swedish("{year}, {judged}: synnerliga skäl, {reason} ({decision}).").format(
            year=year.year.start.year,
            judged=year.judged.in_words,
            reason=year.grounds.reason.rstrip("."),
            decision=year.grounds.decision,
        )
        for year in requirement.years
        if year.grounds
    )
    return Table("balance-requirement-years", title, unit, columns, rows, stub=swedish("År"), remarks=remarks)


def _judged_row(year: YearJudged, unit: Unit) -> Row:
    calculated = _calculation(year, unit)
    adjusted = [Part(kind.in_words, ore, _adjusted(year, kind)) for kind, ore in year.adjusted().items() if ore]
    effect = Number(sum(part.exact for part in adjusted), unit, ComputedOrigin(_EFFECT, tuple(adjusted)), nil="–")
    label = swedish("{year}, {judged}").format(year=year.year.start.year, judged=year.judged.in_words)
    name = f"{year.year.start.year}-{year.judged.value}"
    return Row(name, label, RowKind.DETAIL, (calculated[0].cells[0], effect, calculated[-1].cells[0]))


def restoration_table(requirement: Requirement, unit: Unit = KRONOR) -> Table:
    """Return every deficit with what was planned, what has been restored and what is left, and its last year."""
    columns = (
        Column("amount", swedish("Underskott")),
        Column("planned", swedish("Åtgärdsplan")),
        Column("restored", swedish("Återställt")),
        Column("left", swedish("Återstår"), emphasis=True),
    )
    plans = {plan.deficit_year: plan for plan in requirement.plans}
    rows = tuple(_deficit_row(one, plans.get(one.year), unit) for one in requirement.deficits)
    title = swedish("Underskott att återställa")
    return Table("restoration", title, unit, columns, rows, stub=swedish("Underskottets år"))


def _deficit_row(deficit: Deficit, plan: RecoveryPlan | None, unit: Unit) -> Row:
    paid = ComputedOrigin(swedish("Senare års överskott."), tuple(_each_year(deficit)))
    cells = (
        Number(deficit.amount, unit, _whole(deficit)),
        _planned(plan, unit),
        Number(deficit.amount - deficit.left, unit, paid),
        Number(deficit.left, unit, _still(deficit)),
    )
    label = swedish("{year}, senast {deadline}").format(year=deficit.year, deadline=deficit.deadline)
    return Row(str(deficit.year), label, RowKind.DETAIL, cells)


def _planned(plan: RecoveryPlan | None, unit: Unit) -> Cell:
    if plan is None:
        return BLANK
    parts = tuple(
        Part(
            str(step.year),
            step.amount,
            EnteredOrigin(
                plan.decision,
                "balance-requirement:plan",
                Judged.BUDGET.value,
                Period(step.year * 100 + 1, step.year * 100 + 12),
            ),
        )
        for step in plan.steps
    )
    rule = swedish("Åtgärdsplanens år tillsammans, {decision}.").format(decision=plan.decision)
    return Number(plan.planned, unit, ComputedOrigin(rule, parts))
