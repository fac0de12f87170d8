"""Which activities run in a year, which have ended, by whom, for how many and for how much?"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from samordna.domain.activities.activity import Activity
from samordna.domain.activities.agreed import Counted
from samordna.domain.activities.classification import Direction
from samordna.domain.activities.money import Told, together
from samordna.domain.activities.tables import YearKnown, activities_table, money_table, units_table
from samordna.domain.activities.units import Unit, units_of
from samordna.domain.activities.words import activity_in_words
from samordna.domain.document import BulletList, Document, Paragraph, Part, Section, Table
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem
from samordna.office.questions.activities.activities import ActivitiesHeld, activities_held, names_of_parties
from samordna.office.questions.activities.activity_money import money_of, planned_funds
from samordna.office.questions.books.ledgers import imports
from samordna.office.questions.identity import association
from samordna.office.questions.plan.plan_years import plan_years, this_year


class ActivitiesWanted(Enum):
    """Which activities are asked for: those that run in a year, those that ended before it, or every one."""

    RUNNING = "pagar"
    ENDED = "avslutade"
    ALL = "alla"

    def is_met(self, activity: Activity, year: Period) -> bool:
        """Tell whether an activity is one of them."""
        ended = activity.last is not None and activity.last < year.first
        return {
            ActivitiesWanted.RUNNING: activity.runs_in(year),
            ActivitiesWanted.ENDED: ended,
            ActivitiesWanted.ALL: True,
        }[self]


@dataclass(frozen=True, slots=True)
class ActivityListed:
    """An activity of a year's register: what is agreed by what it counts, its funds, and what is wrong with it.

    ``agreed`` and ``funds`` have where they come from; ``funds`` is the budget of its rows, else what the year's plan
    of activities gives it, None when neither says.
    """

    activity: Activity
    agreed: tuple[tuple[Counted, Part], ...]
    funds: Part | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class ActivitiesShown:
    """The register of activities for a fiscal year, by direction. ``known`` is what is agreed and what rows cost."""

    year: Period
    wanted: ActivitiesWanted
    held: ActivitiesHeld
    known: YearKnown
    listed: Mapping[Direction, tuple[ActivityListed, ...]]
    names: Mapping[str, str]

    @property
    def units(self) -> tuple[Unit, ...]:
        """The units that perform any of them in the year."""
        there = [one.activity for listed in self.listed.values() for one in listed]
        return tuple(
            unit for unit in units_of(there) if self.wanted is not ActivitiesWanted.RUNNING or unit.works_in(self.year)
        )

    @property
    def units_table(self) -> Table:
        """The performers: what is agreed of each count, and what each costs."""
        return units_table(self.units, self.known)

    @property
    def document(self) -> Document:
        """The register as a document: a table for each direction, the performers, and everything told of each."""
        title = swedish("Insatser och utförare {year}").format(year=self.year.last // 100)
        sections = (*self._tables(), *self._facts())
        return Document("activities", title, self.year.in_words, association().name, sections)

    def _tables(self) -> tuple[Section, ...]:
        made = [
            activities_table(direction, [one.activity for one in listed], self.known)
            for direction, listed in self.listed.items()
        ]
        tables = [*made, *([self.units_table] if self.units else [])]
        return tuple(Section(table.id, table.title, blocks=(table,)) for table in tables)

    def _facts(self) -> tuple[Section, ...]:
        return tuple(
            Section(one.activity.id, one.activity.name, blocks=(_told(one.activity, self.names),))
            for listed in self.listed.values()
            for one in listed
        )


def _told(activity: Activity, names: Mapping[str, str]) -> BulletList:
    told = list(activity_in_words(activity, names).items())[1:]  # the name is the heading
    return BulletList(tuple(Paragraph((f"{label}: {words}",)) for label, words in told))


def activity_years() -> tuple[Period, ...]:
    """Return the fiscal years that activities can be looked at in, the latest first."""
    agreed = {one.period for one in activities_held().agreed}
    return tuple(sorted({*plan_years(), *agreed}, reverse=True))


def usual_activity_year() -> Period:
    """Return the latest year that is booked, else the latest that something is agreed for, else the one that it is."""
    booked = [one.year.period for one in imports() if one.current]
    agreed = [one.period for one in activities_held().agreed]
    return max(booked or agreed or [this_year()])


def activities_shown(year: Period, wanted: ActivitiesWanted = ActivitiesWanted.RUNNING) -> ActivitiesShown:
    """Return the register of activities for a fiscal year."""
    held = activities_held()
    known = YearKnown(year, held.agreed_in(year), money_of(year).rows)
    found = [one for one in held.activities if wanted.is_met(one, year)]
    listed = {
        direction: tuple(_listed(one, known, held) for one in found if one.direction is direction)
        for direction in Direction
    }
    return ActivitiesShown(
        year, wanted, held, known, {each: those for each, those in listed.items() if those}, names_of_parties()
    )


def _listed(one: Activity, known: YearKnown, held: ActivitiesHeld) -> ActivityListed:
    agreed = [(counts, known.agreed_of(one.id, counts)) for counts in known.counts([one.id])]
    told = tuple((counts, part) for counts, part in agreed if part)
    funds = together(one.all_rows, known.money, Told.BUDGET) or planned_funds(one, known.year)
    return ActivityListed(one, told, funds, held.problems_of(one))


@dataclass(frozen=True)
class UnitShown:
    """A performer in a fiscal year: what it does, what its rows cost, and the months that are booked."""

    unit: Unit
    year: Period
    known: YearKnown
    held: ActivitiesHeld
    money: Table | None
    covered: Period | None
    names: Mapping[str, str]

    @property
    def document(self) -> Document:
        """What is agreed with the unit and what it costs, as a document."""
        table = units_table([self.unit], self.known)
        blocks = (table, *([self.money] if self.money else []))
        title = swedish("{unit} {year}").format(unit=self.unit.name, year=self.year.last // 100)
        return Document(
            "performer", title, self.year.in_words, association().name, (Section("unit", "", blocks=blocks),)
        )


def unit_shown(unit_id: str, year: Period) -> UnitShown | None:
    """Return a performer by its id; None when nobody of that id performs anything."""
    held = activities_held()
    unit = next((one for one in units_of(held.activities) if one.id == unit_id), None)
    if unit is None:
        return None
    money = money_of(year)
    known = YearKnown(year, held.agreed_in(year), money.rows)
    rows = [row for row in unit.rows if row in money.rows and money.rows[row].amounts]
    table = money_table(rows, known) if rows else None
    return UnitShown(unit, year, known, held, table, money.covered, names_of_parties())
