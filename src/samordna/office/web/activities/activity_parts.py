"""Which parts show activities and performers: years to choose, where figures lead, what is told of each?"""

from collections.abc import Mapping
from typing import Final
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from samordna.domain.activities.activity import Activity
from samordna.domain.activities.classification import MARKS, category_in_words
from samordna.domain.activities.money import Told
from samordna.domain.activities.naming import WHOLE
from samordna.domain.activities.tables import in_plural
from samordna.domain.activities.units import Unit
from samordna.domain.activities.words import activity_in_words, months_in_words
from samordna.domain.document import Column, Number, Part, Row, Table
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.period import Period
from samordna.domain.values.unit import THOUSANDS
from samordna.look.parts import Cell, Choice, Fact, Heading, Link, Picker, Things
from samordna.office import questions
from samordna.office.questions import ActivitiesShown, ActivitiesWanted, ActivityListed, ActivityShown
from samordna.office.web.books.object_address import key_address, object_address
from samordna.office.web.forms.numbers import number_of
from samordna.office.web.forms.when import day_and_time
from samordna.office.web.pages.table_figure import ways_by_query
from samordna.renderers.html import table_html
from samordna.renderers.html.markup import Markup

_COST_CENTRES: Final = "1"
_ABOVE: Final = {swedish("Namn"), swedish("Utförare")}
"""What stands elsewhere on the page of an activity."""


def year_in(request: HttpRequest) -> Period:
    """Return the fiscal year that an address asks for by the calendar year it ends in; the usual one without any."""
    wanted = number_of(request.GET.get("ar", ""))
    known = {year.last // 100: year for year in questions.activity_years()}
    return known.get(wanted or 0) or questions.usual_activity_year()


def choice_in(request: HttpRequest) -> ActivitiesWanted:
    """Return which activities an address asks for."""
    asked = request.GET.get("urval", "")
    return next((one for one in ActivitiesWanted if one.value == asked), ActivitiesWanted.RUNNING)


def query(year: Period, wanted: ActivitiesWanted = ActivitiesWanted.RUNNING) -> str:
    """Return what an address says of the year, and of which activities."""
    told = {"ar": str(year.last // 100)}
    return f"?{urlencode(told if wanted is ActivitiesWanted.RUNNING else {**told, 'urval': wanted.value})}"


def year_picker(year: Period, wanted: ActivitiesWanted = ActivitiesWanted.RUNNING) -> Picker:
    """Return the choice of year."""
    choices = (
        Choice(str(one.last // 100), str(one.last // 100), current=one == year, href=query(one, wanted))
        for one in sorted({*questions.activity_years(), year})
    )
    return Picker("ar", swedish("År"), tuple(choices))


def choice_picker(year: Period, wanted: ActivitiesWanted) -> Picker:
    """Return the choice of which activities."""
    names = {
        ActivitiesWanted.RUNNING: swedish("Pågår"),
        ActivitiesWanted.ENDED: swedish("Avslutade"),
        ActivitiesWanted.ALL: swedish("Alla"),
    }
    choices = (Choice(one.value, names[one], current=one is wanted, href=query(year, one)) for one in ActivitiesWanted)
    return Picker("urval", swedish("Urval"), tuple(choices))


def register_things(shown: ActivitiesShown) -> tuple[Things, ...]:
    """Return the activities of each direction."""
    headings = (
        Heading(swedish("Insats")),
        Heading(swedish("Kategori")),
        Heading(swedish("Utförare")),
        Heading(swedish("Avtalat {year}").format(year=shown.year.last // 100), numbers=True),
        Heading(swedish("Medel {year}, tkr").format(year=shown.year.last // 100), numbers=True),
    )
    return tuple(
        Things(in_plural(direction), headings, tuple(_listed(one, shown) for one in listed), stacked=True)
        for direction, listed in shown.listed.items()
    )


def _listed(one: ActivityListed, shown: ActivitiesShown) -> tuple[Cell, ...]:
    activity = one.activity
    marks = ", ".join(MARKS.get(mark, mark) for mark in activity.marks)
    address = f"{reverse('activity', args=[activity.id])}{query(shown.year)}"
    performers = [each for each in activity.performers if each.works_in(shown.year)]
    agreed = "; ".join(counts.told(int(part.exact)) for counts, part in one.agreed)
    notes = [marks, months_in_words(None, activity.last)]
    return (
        Cell(activity.name, address, note=", ".join(note for note in notes if note)),
        Cell(category_in_words(activity.category)),
        Cell(_performers_in_words([each.unit for each in performers])),
        Cell(agreed, f"{address}#avtalat" if agreed else ""),
        Cell(tkr(one.funds), f"{address}#kostnader" if one.funds else ""),
    )


def _performers_in_words(units: list[str]) -> str:
    most = 2
    if len(units) <= most:
        return ", ".join(units)
    return swedish("{count} utförare").format(count=len(units))


def tkr(part: Part | None) -> str:
    """Return an amount in thousands of kronor; empty for none."""
    return "" if part is None else swedish_number(THOUSANDS.shown(part.exact))


def unit_things(shown: ActivitiesShown) -> Things:
    """Return the performers: what each does, what is agreed of each count, and what its rows cost."""
    table = shown.units_table
    headings = (
        Heading(swedish("Utförare")),
        Heading(swedish("Insatser")),
        *(Heading(column.label, numbers=True) for column in table.columns),
    )
    rows = (_unit(unit, row, shown) for unit, row in zip(shown.units, table.rows, strict=True))
    return Things(table.title, headings, tuple(rows))


def _unit(unit: Unit, row: Row, shown: ActivitiesShown) -> tuple[Cell, ...]:
    address = f"{reverse('performer', args=[unit.id])}{query(shown.year)}"
    member = shown.names.get(unit.member, unit.member)
    does = ", ".join(dict.fromkeys(activity.name for activity, _ in unit.performs))
    figures = (cell.text if isinstance(cell, Number) else "" for cell in row.cells)
    return (
        Cell(unit.name, address, note=member),
        Cell(does),
        *(Cell(text, address if text else "") for text in figures),
    )


def facts(activity: Activity, names: Mapping[str, str], other: Activity | None = None) -> tuple[Fact, ...]:
    """Return what an activity is; the other half of a mixed one is led to."""
    told = [(label, words) for label, words in activity_in_words(activity, names).items() if label not in _ABOVE]
    other_label = swedish("Andra delen av en blandad insats")
    return tuple(
        Fact(label, other.name, Link(other.name, reverse("activity", args=[other.id])))
        if other and label == other_label
        else Fact(label, words)
        for label, words in told
    )


def performers_of(shown: ActivityShown) -> Things | None:
    """Return who performs an activity, each leading to its own page; None when nobody is told."""
    if not shown.activity.performers:
        return None
    headings = (
        Heading(swedish("Utförare"), sentences=True), Heading(swedish("Medlem")), Heading(swedish("Kommun")),
        Heading(swedish("Utför")), Heading(swedish("Kostnadsställen")),
    )  # fmt: skip
    rows = tuple(
        (
            Cell(one.unit, f"{reverse('performer', args=[one.id])}{query(shown.year)}"),
            Cell(shown.names.get(one.member, one.member)),
            Cell(shown.names.get(one.municipality, one.municipality)),
            Cell(months_in_words(one.since, one.until) or swedish("hela tiden")),
            Cell(", ".join(one.rows)),
        )
        for one in shown.activity.performers
    )
    return Things(swedish("Utförare"), headings, rows)


def changes(shown: ActivityShown) -> Things:
    """Return every change of an activity, with who and when."""
    headings = (
        Heading(swedish("När")), Heading(swedish("Vem")), Heading(swedish("Vad som ändrades"), sentences=True),
    )  # fmt: skip
    rows = tuple((Cell(day_and_time(one.at)), Cell(one.by), Cell(" ".join(one.told))) for one in shown.changes)
    return Things(swedish("Ändringar av insatsen"), headings, rows)


def agreed_html(table: Table, activity: Activity, year: Period) -> Markup:
    """Return what is agreed over the years; every number leads to what it rests on, a sum to what it is made of."""
    sums = ways_by_query(table, reverse("activity", args=[activity.id]), query(year))

    def at(row: Row, column: Column) -> str | None:
        unit, _, counts = row.id.partition(":")
        if counts.endswith(":sum"):
            return sums(row, column)
        return agreed_address(activity.id, Period.parse(column.id).last // 100, counts, unit)

    return table_html(table, title_shown=False, address=at)


def agreed_address(activity: str, year: int, counts: str, unit: str) -> str:
    """Return where a number that is agreed is explained and changed."""
    return reverse("agreed_number", args=[activity, year, counts, unit or WHOLE])


def money_html(table: Table, year: Period, page: str) -> Markup:
    """Return what rows cost; every figure leads to what it is made of, the sums on a page under the page's own."""
    ends, sums = year.last // 100, ways_by_query(table, page, query(year))

    def at(row: Row, column: Column) -> str | None:
        if not row.code:
            return sums(row, column)
        if column.id == Told.ACTUAL.value:
            return object_address(_COST_CENTRES, row.code.partition(":")[0])
        if column.id == Told.BUDGET.value:
            return key_address(reverse("budget_row", args=[ends, "a"]), row.code)
        return reverse("heading")

    return table_html(table, title_shown=False, address=at)
