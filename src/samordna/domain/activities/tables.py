"""How are activities and performers laid out: what is agreed, by what it counts, and what they cost?

What different numbers count is never added together, and neither are the participants of different activities: the
same person may be in two.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from samordna.domain.activities.activity import Activity, Performer
from samordna.domain.activities.agreed import AgreedNumber, Counted
from samordna.domain.activities.classification import Direction
from samordna.domain.activities.money import RowMoney, Told, together
from samordna.domain.activities.units import Unit
from samordna.domain.document import (
    BLANK,
    Cell,
    Column,
    ComputedOrigin,
    EnteredOrigin,
    Number,
    Part,
    Row,
    RowKind,
    Table,
)
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.unit import PERSONS, THOUSANDS
from samordna.domain.values.unit import Unit as Measure

_TOTAL: Final = ":total"
_APART: Final = swedish("Tal som räknar olika saker läggs inte ihop, och inte heller deltagare i olika insatser.")


@dataclass(frozen=True, slots=True)
class YearKnown:
    """What is known of a fiscal year: what is agreed, and what rows of cost centres cost by their keys."""

    year: Period
    agreed: Sequence[AgreedNumber]
    money: Mapping[str, RowMoney]

    def agreed_of(self, activity: str, counts: Counted, unit: str | None = None) -> Part | None:
        """Return what is agreed of one count for a performer of an activity; None when nothing is.

        Without a unit it is the activity's: what is agreed for it as a whole, else its performers' together.
        """
        found = [one for one in self.agreed if (one.activity, one.counts) == (activity, counts)]
        whole = [one for one in found if one.unit == (unit or "")]
        return _sum(whole if whole or unit else found)

    def counts(self, activities: Iterable[str]) -> tuple[Counted, ...]:
        """Return what the numbers agreed for some activities count."""
        ids = set(activities)
        there = {one.counts for one in self.agreed if one.activity in ids}
        return tuple(one for one in Counted if one in there)


def _sum(numbers: Sequence[AgreedNumber]) -> Part | None:
    parts = tuple(Part(one.unit or one.activity, one.number, origin_of(one)) for one in numbers)
    if len(parts) <= 1:
        return next(iter(parts), None)
    rule = swedish("Utförarnas avtalade antal tillsammans.")
    return Part(rule, sum(part.exact for part in parts), ComputedOrigin(rule, parts))


def origin_of(agreed: AgreedNumber) -> EnteredOrigin:
    """Return where an agreed number comes from."""
    key = f"{agreed.activity}:{agreed.unit}:{agreed.counts.value}"
    return EnteredOrigin(agreed.basis, key, "agreed", agreed.year)


def activities_table(
    direction: Direction, activities: Sequence[Activity], known: YearKnown, unit: Measure = THOUSANDS
) -> Table:
    """Return the activities of a direction with their performers: what is agreed of each count, and the budget."""
    counts = known.counts(one.id for one in activities)
    rows = [row for one in activities for row in _activity_rows(one, counts, known, unit)]
    all_rows = dict.fromkeys(row for one in activities for row in one.all_rows)
    total = (*(BLANK for _ in counts), _cell(together(all_rows, known.money, Told.BUDGET), unit))
    sums = [Row(_TOTAL, swedish("Summa medel"), RowKind.RESULT, total)] if rows else []
    title = swedish("{direction} insatser {year}")
    return Table(
        id=f"activities-{direction.value}",
        title=title.format(direction=in_plural(direction), year=known.year.last // 100),
        unit=unit,
        columns=(*_count_columns(counts), Column("budget", _in(swedish("Budget"), unit), emphasis=True)),
        rows=(*rows, *sums),
        stub=swedish("Insats"),
        remarks=(_APART,) if counts else (),
    )


def in_plural(direction: Direction) -> str:
    """Return what a person calls the activities of a direction."""
    told = {
        Direction.INDIVIDUAL: swedish("Individinriktade"),
        Direction.STRUCTURAL: swedish("Strukturövergripande"),
    }
    return told[direction]


def _activity_rows(one: Activity, counts: Sequence[Counted], known: YearKnown, unit: Measure) -> Iterator[Row]:
    performers = [each for each in one.performers if each.works_in(known.year)]
    if [each.unit for each in performers] == [one.name]:  # the same figures twice say nothing
        performers = []
    cells = (
        *(_people(known.agreed_of(one.id, each)) for each in counts),
        _cell(together(one.all_rows, known.money, Told.BUDGET), unit),
    )
    yield Row(one.id, one.name, RowKind.SUBTOTAL if performers else RowKind.DETAIL, cells)
    for performer in performers:
        yield _performer_row(one, performer, counts, known, unit)


def _performer_row(
    one: Activity, performer: Performer, counts: Sequence[Counted], known: YearKnown, unit: Measure
) -> Row:
    cells = (
        *(_people(known.agreed_of(one.id, each, performer.id)) for each in counts),
        _cell(together(performer.rows, known.money, Told.BUDGET), unit),
    )
    return Row(f"{one.id}:{performer.id}", performer.unit, RowKind.DETAIL, cells, level=1)


def units_table(units: Sequence[Unit], known: YearKnown, unit: Measure = THOUSANDS) -> Table:
    """Return the units that perform: what is agreed of each count, and what is booked, budgeted and expected."""
    counts = known.counts(activity.id for one in units for activity, _ in one.performs)
    rows = tuple(Row(one.id, one.name, RowKind.DETAIL, tuple(_unit_cells(one, counts, known, unit))) for one in units)
    columns = (*_count_columns(counts), *(Column(told.value, _in(told.in_words, unit)) for told in Told))
    title = swedish("Utförare {year}").format(year=known.year.last // 100)
    remarks = (_APART,) if counts else ()
    return Table("performers", title, unit, columns, rows, stub=swedish("Utförare"), remarks=remarks)


def _unit_cells(one: Unit, counts: Sequence[Counted], known: YearKnown, unit: Measure) -> Iterator[Cell]:
    for each in counts:
        told = [known.agreed_of(activity.id, each, one.id) for activity, _ in one.performs]
        parts = tuple(part for part in told if part)
        if len(parts) > 1:  # the same unit in two activities: two numbers, and no sum of them
            yield BLANK
        else:
            yield _people(next(iter(parts), None))
    for what in Told:
        yield _cell(together(one.rows, known.money, what), unit)


def _count_columns(counts: Iterable[Counted]) -> Iterator[Column]:
    for one in counts:
        yield Column(one.value, swedish("Avtalade {counts}").format(counts=one.in_words))


def _in(label: str, unit: Measure) -> str:
    return f"{label}, {unit.suffix}"


def _people(part: Part | None) -> Cell:
    return BLANK if part is None else Number(part.exact, PERSONS, part.origin)


def _cell(part: Part | None, unit: Measure) -> Cell:
    return BLANK if part is None else Number(part.exact, unit, part.origin)


def money_table(rows: Sequence[str], known: YearKnown, unit: Measure = THOUSANDS) -> Table:
    """Return the rows of cost centres that carry the cost of something, with their sum when they are several."""
    told = [known.money[row] for row in rows if row in known.money]
    lines = [
        Row(one.key, one.name, RowKind.DETAIL, tuple(_cell(one.amounts.get(what), unit) for what in Told), code=one.key)
        for one in told
    ]
    if len(told) > 1:
        sums = tuple(_cell(together(rows, known.money, what), unit) for what in Told)
        lines.append(Row(_TOTAL, swedish("Summa"), RowKind.RESULT, sums))
    columns = tuple(Column(what.value, what.in_words, emphasis=what is Told.BUDGET) for what in Told)
    title = swedish("Kostnader {year}").format(year=known.year.last // 100)
    return Table("money", title, unit, columns, tuple(lines), stub=swedish("Rad"), code_label=swedish("Kod"))


def agreed_table(activity: Activity, numbers: Sequence[AgreedNumber]) -> Table:
    """Return what is agreed for an activity: a row for each performer and count, a column for each year."""
    years = sorted({one.year for one in numbers})
    columns = tuple(Column(str(year), _year(year), emphasis=year == years[-1]) for year in years)
    rows = tuple(_agreed_rows(activity, numbers, years))
    return Table("agreed", swedish("Avtalade antal"), PERSONS, columns, rows, stub=swedish("Utförare"))


def _agreed_rows(activity: Activity, numbers: Sequence[AgreedNumber], years: Sequence[Period]) -> Iterator[Row]:
    held = {(one.unit, one.counts, one.year): one for one in numbers}
    names = {**{one.id: one.unit for one in activity.performers}, "": swedish("Hela insatsen")}
    units = [*(one.id for one in activity.performers), *(one.unit for one in numbers)]
    for counts in Counted:
        there = [unit for unit in dict.fromkeys(units) if any((unit, counts, year) in held for year in years)]
        if there:
            yield Row(f":{counts.value}", counts.in_words.capitalize(), RowKind.HEADING)
        for unit in there:
            cells = tuple(_agreed_cell(held.get((unit, counts, year))) for year in years)
            yield Row(f"{unit}:{counts.value}", names.get(unit, unit), RowKind.DETAIL, cells, level=1)
        if len(there) > 1 and "" not in there:
            sums = tuple(_year_sum(numbers, counts, year) for year in years)
            yield Row(f":{counts.value}:sum", swedish("Utförarna tillsammans"), RowKind.SUBTOTAL, sums, level=1)


def _year_sum(numbers: Sequence[AgreedNumber], counts: Counted, year: Period) -> Cell:
    return _people(_sum([one for one in numbers if (one.counts, one.year) == (counts, year)]))


def _agreed_cell(agreed: AgreedNumber | None) -> Cell:
    return BLANK if agreed is None else Number(agreed.number, PERSONS, origin_of(agreed))


def _year(year: Period) -> str:
    first, last = year.first // 100, year.last // 100
    return str(last) if first == last else f"{first}/{last % 100:02d}"
