"""What does each owner pay, what does it cost, and what may it read of what came of it?"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.utils import timezone

from samordna.domain.activities.units import Unit, units_of
from samordna.domain.association.members import Member, Party
from samordna.domain.document import Document, Section, Table
from samordna.domain.measures.cost import Per
from samordna.domain.measures.disclosure import Audience
from samordna.domain.measures.owners import OWNERS_VIEW, costs_table, is_of, own_tables, referred_table, signs_of_units
from samordna.domain.measures.statistics import ground_of
from samordna.domain.participation.combining import Series
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem
from samordna.office.questions.activities.activities import activities_held
from samordna.office.questions.activities.activity_money import money_of
from samordna.office.questions.counts.counts import counts_held
from samordna.office.questions.financing.contributions import contributions_shown
from samordna.office.questions.identity import association
from samordna.office.questions.measures.cost_per import cost_per
from samordna.office.questions.measures.counted_year import CountedYear, counted_year
from samordna.office.questions.measures.publications import publications_held
from samordna.office.questions.measures.statistics import Statistics, known_at, statistics_of
from samordna.office.questions.plan.plan import plan_held


@dataclass(frozen=True, slots=True)
class OwnerListed:
    """A member as an owner: what it pays in a year (None: not known), and which units are its own."""

    member: Member
    pays: Ore | None
    units: tuple[str, ...]


@dataclass(frozen=True)
class OwnerShown:
    """What an owner reads of a fiscal year.

    ``pays`` is its row of the contributions, ``costs`` what activities and its own units cost, ``referred`` what came
    from its side, ``own`` what its own units did, ``per_person`` what that cost. Counts are what owners may read, all
    owners' pages together: ``statistics`` is that publication, None when nothing is counted. ``problems`` is what of
    them cannot be shown.
    """

    member: Member
    year: Period
    pays: Table | None
    costs: Table | None
    referred: Table | None
    own: tuple[Table, ...]
    per_person: Table | None
    statistics: Statistics | None
    problems: tuple[Problem, ...]

    @property
    def counts(self) -> tuple[Table, ...]:
        """Every table of counts."""
        return (*([self.referred] if self.referred else []), *self.own)

    @property
    def tables(self) -> tuple[Table, ...]:
        """Every table, in the order they are shown."""
        return tuple(one for one in (self.pays, self.costs, *self.counts, self.per_person) if one)

    @property
    def document(self) -> Document:
        """The same as a document."""
        sections = tuple(Section(one.id, one.title, blocks=(one,)) for one in self.tables)
        title = swedish("{member} {year}").format(member=self.member.name, year=self.year.last // 100)
        told = swedish("Till ägarna. Små antal visas inte, och inte heller det som de går att räkna ut av.")
        return Document("owner", title, self.year.in_words, association().name, sections, provenance=(told,))


def owners_listed(year: Period) -> tuple[OwnerListed, ...]:
    """Return the members of a fiscal year, in the order of the register."""
    held, units = plan_held(), units_of(activities_held().activities)
    shares = held.shares_of(year)
    amounts = shares.amounts if shares else {}
    return tuple(
        OwnerListed(one, amounts.get(one.code), tuple(unit.name for unit in _own(one, units, year)))
        for one in held.association.members
        if one.days_in(year)
    )


def owner_shown(code: str, year: Period, *, only_given_out: bool = False) -> OwnerShown | None:
    """Return what an owner reads of a fiscal year, by the member's code; None when there is no such member.

    With ``only_given_out`` its counts are those that have been given out to owners, as they were read then: somebody
    who sees every version of them on its way could take one from the other.
    """
    member = next((one for one in plan_held().association.members if one.code == code), None)
    if member is None:
        return None
    made = _given_out(year) if only_given_out else _as_it_stands(year)
    tables = made.shown.tables if made else ()
    own = _own(member, units_of(activities_held().activities), year)
    series = [Series(activity.id, unit.id) for unit in own for activity, _ in unit.performs]
    return OwnerShown(
        member=member,
        year=year,
        pays=_pays(member, year),
        costs=_costs(own, year),
        referred=referred_table(tables, member, series),
        own=own_tables(tables, series),
        per_person=_per_person(made, own, year) if made else None,
        statistics=made,
        problems=made.problems if made and not only_given_out else (),
    )


def _as_it_stands(year: Period) -> Statistics | None:
    counted = counted_year(year).counted
    return statistics_of(OWNERS_VIEW, counted.period, Audience.OWNERS) if counted else None


def _given_out(year: Period) -> Statistics | None:
    """Return the latest that owners have been given of a year, of the counts known then."""
    found = (
        one.value for one in publications_held() if one.value.view == OWNERS_VIEW and year.covers(one.value.period)
    )
    latest = next((one for one in found if one.audience is Audience.OWNERS), None)
    return statistics_of(OWNERS_VIEW, latest.period, Audience.OWNERS, to=latest.counts) if latest else None


def _own(member: Member, units: tuple[Unit, ...], year: Period) -> tuple[Unit, ...]:
    """Return the units that are a member's own. Only a municipality has any by where they are."""
    municipal = member.party is Party.MUNICIPAL
    return tuple(
        unit
        for unit in units
        if unit.works_in(year) and is_of(member, unit.member, unit.municipality if municipal else "")
    )


def _pays(member: Member, year: Period) -> Table | None:
    """Return what a member pays, with its group and all of them."""
    shown = contributions_shown(year, timezone.localdate())
    wanted = {member.code, f"group:{member.group}", ":total"}
    rows = tuple(row for row in shown.table.rows if row.id in wanted)
    if not any(row.id == member.code for row in rows):
        return None
    return replace(shown.table, rows=rows, footnotes=())


def _costs(own: tuple[Unit, ...], year: Period) -> Table | None:
    lines = list(_cost_lines(own, year))
    return costs_table(lines, money_of(year).rows) if lines else None


def _cost_lines(own: tuple[Unit, ...], year: Period) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for unit in own:
        yield unit.id, unit.name, unit.rows
    for activity in activities_held().activities:
        if activity.runs_in(year):
            yield activity.id, swedish("Hela {activity}").format(activity=activity.name), activity.all_rows


def _per_person(made: Statistics, own: tuple[Unit, ...], year: Period) -> Table | None:
    """Return what each person has cost in a member's own units, where owners may read how many they are."""
    series = [Series(activity.id, unit.id) for unit in own for activity, _ in unit.performs]
    if not series:
        return None
    held = counts_held(to=made.number)
    known = known_at(made.period, to=made.number)
    ground = ground_of(OWNERS_VIEW, known)
    told = {per: signs_of_units(ground, made.shown.publication, per.value, series) for per in Per}
    signs = {(per, *one): sign for per, found in told.items() for one, sign in found.items()}
    counts = CountedYear(year, held, known.counted)
    return cost_per(year, counts, signs).of(*(f"{one.activity}:{one.unit}" for one in series)).table
