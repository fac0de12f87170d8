"""How do the projects that somebody else pays for stand, one by one and side by side?"""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from samordna.domain.document import Chart, Document, Table
from samordna.domain.ledger.balances import Balances
from samordna.domain.plan.projects.checks import project_problems
from samordna.domain.plan.projects.claim import Claim
from samordna.domain.plan.projects.claims_table import claims_table
from samordna.domain.plan.projects.earned import Earning
from samordna.domain.plan.projects.lifetime import lifetime_table
from samordna.domain.plan.projects.liquidity import Liquidity
from samordna.domain.plan.projects.liquidity_table import liquidity_chart, liquidity_table
from samordna.domain.plan.projects.overview import NextStep, in_order, next_step, overview_table
from samordna.domain.plan.projects.owed_by_projects import booked_ahead
from samordna.domain.plan.projects.project import ExternalProject
from samordna.domain.plan.projects.revenue import revenue_table
from samordna.domain.plan.projects.to_date import to_date_table
from samordna.domain.plan.projects.told import Told
from samordna.domain.plan.register import COST_CENTRE, CostCentre, row_in_words
from samordna.domain.statements.cost_centre_lines import EVERY_OBJECT
from samordna.domain.values.period import Month, Period, months_later
from samordna.domain.values.problem import Problem
from samordna.domain.values.unit import KRONOR, Unit
from samordna.office.questions.basis import chosen_imports, current_balances
from samordna.office.questions.books.ledgers import TakenImport
from samordna.office.questions.plan.plan import PlanHeld, plan_held
from samordna.office.questions.plan.plan_years import this_year
from samordna.office.questions.projects.project_cases import CasesShown, cases_shown
from samordna.office.questions.projects.project_document import project_document, projects_document
from samordna.office.questions.statements.statements import foot_of
from samordna.office.store.plan_rows import ALWAYS, CLAIM, PROJECT, Said, claim_key, history_of

LIST: Final = "projects"
"""The id of the table of all projects."""

_ROWS: Final = frozenset({(COST_CENTRE, EVERY_OBJECT)})


@dataclass(frozen=True, slots=True)
class ProjectListed:
    """A project in the list: itself and what is next to do."""

    project: ExternalProject
    next: NextStep | None


@dataclass(frozen=True, slots=True)
class ProjectsShown:
    """Every project, those that run first, and the table of them until the last month that is booked."""

    listed: tuple[ProjectListed, ...]
    table: Table

    @property
    def document(self) -> Document:
        """The table on paper."""
        return projects_document(self.table)


@dataclass(frozen=True)
class ProjectShown:
    """A project, everything that is told of it, and who said what when.

    ``said`` is what was said of it, the latest first; ``claims_said`` the same of each claim by number.
    ``imports`` are those that the figures rest on.
    """

    earning: Earning
    year: Period
    through: Month
    unit: Unit
    problems: tuple[Problem, ...]
    said: tuple[Said[ExternalProject | None], ...]
    claims_said: dict[int, tuple[Said[Claim | None], ...]]
    cases: CasesShown
    imports: tuple[TakenImport, ...] = ()

    @property
    def project(self) -> ExternalProject:
        """The project as it stands."""
        return self.earning.project

    @property
    def next(self) -> NextStep | None:
        """What is next to do for it."""
        return next_step(self.earning)

    @property
    def seen(self) -> int:
        """The number of the line that holds."""
        return self.said[0].number

    def claim_seen(self, number: int) -> int:
        """Return the number of the line that holds of a claim."""
        return self.claims_said[number][0].number

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """Every table of the project, in reading order; with and without where there are numbers to compare."""
        told = Told(self.earning, self.year, self.through)
        return (
            to_date_table(told, self.unit),
            revenue_table(told, self.unit),
            lifetime_table(self.project, self.unit),
            *((claims_table(self.project, self.earning.claims, self.unit),) if self.earning.claims else ()),
            liquidity_table(Liquidity(self.earning), self.unit),
            *((self.cases.table,) if self.cases.table else ()),
        )

    @cached_property
    def chart(self) -> Chart:
        """What is laid out, as a picture."""
        return liquidity_chart(Liquidity(self.earning), self.unit)

    def table(self, name: str) -> Table | None:
        """Return the table with an id; None when the project has none."""
        if name == LIST:
            return overview_table((self.earning,), self.through, self.unit)
        return next((one for one in self.tables if one.id == name), None)

    @property
    def document(self) -> Document:
        """The project on paper."""
        return project_document(self.project, self.tables, self.chart, self.through, foot=foot_of(self.imports))


def projects_shown(*, unit: Unit = KRONOR) -> ProjectsShown:
    """Return every project with how it stands."""
    held, books = plan_held(), _books()
    earnings = {one.project.id: one for one in earnings_of(held, books)}
    ordered = [earnings[one.id] for one in in_order(held.projects_held.projects)]
    listed = tuple(ProjectListed(one.project, next_step(one)) for one in ordered)
    return ProjectsShown(listed, overview_table(ordered, last_booked(books), unit))


def earnings_of(held: PlanHeld, books: Balances) -> tuple[Earning, ...]:
    """Return what each project earns by what people said and by some books."""
    return held.projects_held.earnings(held.plan.register, books)


def projects_table(held: PlanHeld, books: Balances, through: Month, unit: Unit = KRONOR) -> Table:
    """Return the table of all projects from what people said and some books: what a report holds of them."""
    told = {one.project.id: one for one in earnings_of(held, books)}
    ordered = [told[one.id] for one in in_order(held.projects_held.projects)]
    return overview_table(ordered, through, unit)


def last_booked(books: Balances) -> Month:
    """Return the last month that some books cover; the last of the year before where there are none."""
    return max((year.covers_to for year in books.years), default=months_later(this_year().first, -1))


def project_shown(
    name: str, *, year: int | None = None, numbers: str = "", state: str = "", unit: Unit = KRONOR
) -> ProjectShown | None:
    """Return a project, told for a fiscal year and compared by some numbers; None when there is none with the id.

    ``numbers`` names what it is held against with and without it, ``state`` the allotments that the result rests on
    (``project_cases``); where they say nothing that there is the usual is chosen.
    """
    held, books = plan_held(), _books()
    earning = next((one for one in earnings_of(held, books) if one.project.id == name), None)
    if earning is None:
        return None
    project, through = earning.project, last_booked(books)
    chosen = _year(project, through, year)
    there = held.projects_held
    found = (
        *project_problems(project, held.plan.register, there.projects, there.claims),
        *booked_ahead(earning, Period(chosen.first, min(chosen.last, max(chosen.first, through)))),
    )
    claims = {one.number: history_of(CLAIM, claim_key(name, one.number), ALWAYS) for one in earning.claims}
    return ProjectShown(
        earning=earning,
        year=chosen,
        through=through,
        unit=unit,
        problems=found,
        said=history_of(PROJECT, name, ALWAYS),
        claims_said=claims,
        cases=cases_shown(project, chosen, held, numbers=numbers, state=state, unit=unit),
        imports=tuple(one for one in chosen_imports(None) if one.year.period.overlaps(project.booked)),
    )


def _year(project: ExternalProject, through: Month, asked: int | None) -> Period:
    """Return the year of the project that is asked for; else the latest that has begun, or its first."""
    named = next((one for one in project.years if one.last // 100 == asked), None)
    begun = [one for one in project.years if one.first <= through]
    return named or (begun[-1] if begun else project.years[0])


def project_rows() -> tuple[tuple[str, str], ...]:
    """Return the rows that a project can be booked on, by key and what a person calls them."""
    rows = plan_held().plan.register.rows
    return tuple((row.key, row_in_words(row)) for row in rows if isinstance(row, CostCentre))


def _books() -> Balances:
    return current_balances(_ROWS)
