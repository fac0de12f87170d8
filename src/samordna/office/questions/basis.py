"""What is everything that is laid out made from?

One reading of the database: which imports, which layout, which figures. Statements and reports of the same
basis cannot disagree; a basis of older imports shows the books as they were known then.
"""

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, TypeAlias

from samordna.domain.document import Comment, annotated
from samordna.domain.ledger.balances import Balances
from samordna.domain.ledger.books import ObjectKey
from samordna.domain.ledger.entered import EnteredFigure
from samordna.domain.ledger.problems.versions import PERIOD_ACROSS_YEARS, PERIOD_WITHIN_BALANCES, PERIOD_WITHOUT_LEDGER
from samordna.domain.plan.plan import NO_PLAN, Plan
from samordna.domain.reports.assemble import Subject
from samordna.domain.statements.lay_out import Statements, lay_out
from samordna.domain.statements.layout import Layout
from samordna.domain.statements.months import Months
from samordna.domain.statements.planned import planned
from samordna.domain.statements.reading import Reading
from samordna.domain.statements.span import Asked
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period, month_in_words, swedish_date
from samordna.domain.values.problem import Refused
from samordna.office.questions.books.ledgers import TakenImport, balances, imports
from samordna.office.questions.identity import AssociationFacts, association
from samordna.office.questions.kept import Kept, database
from samordna.office.questions.plan.plan import PlanHeld, plan_of
from samordna.office.questions.problems import NOTHING_READ, TWO_OF_A_YEAR, UNKNOWN_IMPORT
from samordna.office.questions.statements.figures import entered_figures, latest_figure
from samordna.office.questions.statements.layouts import HeldLayout, held_layout

LayoutOf: TypeAlias = Callable[[int], Layout]
"""Gives the layout that holds for a fiscal year, by the year it ends in."""


@dataclass(frozen=True, slots=True)
class Basis:
    """What was asked, and everything it is answered from.

    ``figures`` are those entered by hand, ``plan`` what people have said of the plan and what the books make of it,
    ``comments`` what is said of figures over the months asked for, by statement, ``said`` all that people have said.
    ``imports`` are the taken files, one a fiscal year. ``known_as`` is what everything but question and layout is
    kept under, None when nothing may be. ``layout_revision`` is 0 for a layout that is not the association's own,
    ``figures_to`` the last row of entered figures, ``plan_to`` the last line of the plan's journal: with the imports,
    what it takes to answer the same again.
    """

    asked: Asked
    subject: Subject
    layout: Layout
    balances: Balances
    figures: tuple[EnteredFigure, ...]
    imports: tuple[TakenImport, ...] = ()
    known_as: Hashable | None = None
    layout_revision: int = 0
    figures_to: int = 0
    plan: Plan = NO_PLAN
    plan_to: int = 0
    said: PlanHeld = field(default_factory=PlanHeld)
    comments: Mapping[str, tuple[Comment, ...]] = field(default_factory=dict)

    @property
    def statements(self) -> Statements:
        """Every statement of the layout."""
        return self.laid_out(self.layout)

    def laid_out(self, layout: Layout) -> Statements:
        """Return the statements in another layout, of the same books: one unit instead of another."""
        key = None if self.known_as is None else (self.known_as, layout, self.asked)
        return _STATEMENTS.of(key, lambda: self._laid_out(layout))

    def _laid_out(self, layout: Layout) -> Statements:
        laid_out = lay_out(layout, self.balances, self.asked, self.figures, plan=self.plan)
        tables = tuple(annotated(table, self.comments.get(table.id, ())) for table in laid_out.tables)
        return replace(laid_out, tables=tables)

    @property
    def reading(self) -> Reading:
        """What there is to ask of the statements."""
        return self.reading_of(self.statements)

    def reading_of(self, laid_out: Statements) -> Reading:
        """Return what there is to ask of statements of this basis that were laid out in some way."""
        return Reading(laid_out, self.balances, self.figures, self.plan)

    @property
    def months(self) -> Months:
        """How any line moves month by month."""
        return Months(self.layout, self.balances, self.asked, self.figures, plan=self.plan)


@dataclass(frozen=True, slots=True)
class Then:
    """How much people had said at some time: the layout's revision (0: the program's own) and the last lines."""

    layout_revision: int
    figures_to: int
    plan_to: int


_BALANCES: Final = Kept[Balances](16)
_FIGURES: Final = Kept[tuple[EnteredFigure, ...]](8)
_PLANS: Final = Kept[Plan](32)
_STATEMENTS: Final = Kept[Statements](64)


def basis(
    asked: Asked,
    *,
    layout: LayoutOf | None = None,
    versions: Collection[int] | None = None,
    then: Then | None = None,
) -> Basis:
    """Return what a question is answered from: the current imports, or those whose version numbers are given.

    A period that is closed is answered from the import that it was closed on, compared with or not, unless imports are
    given. ``layout`` is the association's own unless given. What people have said is all they have said, or what they
    had said ``then``. Raises ``Refused`` when no import covers the period, when it lies in two fiscal years, when it is
    part of one that is known as one sum only, or when two of the versions are of the same year.
    """
    facts = association()
    said = plan_of(facts, to=then.plan_to if then else None)
    chosen = chosen_imports(versions) if versions is not None else _holding(said, asked)
    year = _import_of(asked.period, chosen).year.period.last // 100
    held = (
        HeldLayout(layout(year), 0, 0) if layout else held_layout(year, revision=then.layout_revision if then else None)
    )
    last = then.figures_to if then else latest_figure()
    known_as, entered = _known_as(facts, chosen, held.layout.objects), _entered(facts, last)
    books = _kept_balances(facts, chosen, held.layout.objects)
    basis_of_plan = known_as and (known_as, said.number, held.layout, asked)
    return Basis(
        asked=asked,
        subject=Subject(facts.name, facts.organisation_number, tuple(_told(taken) for taken in chosen)),
        layout=held.layout,
        balances=books,
        figures=_FIGURES.of(entered, lambda: entered_figures(to=last)),
        imports=tuple(chosen),
        known_as=(known_as, entered, said.number) if known_as and entered else None,
        layout_revision=held.revision,
        figures_to=last,
        plan=_PLANS.of(
            basis_of_plan, lambda: planned(said.plan, held.layout, books, asked, projects=said.projects_held)
        ),
        plan_to=said.number,
        said=said,
        comments=said.comments_on(asked.period),
    )


def _holding(said: PlanHeld, asked: Asked) -> list[TakenImport]:
    """Return the current imports, but for the year of a closed period that is asked for: the one it is pinned to.

    What is compared with is told as it was closed, too. Of two of a year the period's own goes before.
    """
    chosen = {taken.year.period: taken for taken in chosen_imports(None)}
    pins = dict.fromkeys((said.pinned(asked.compare), said.pinned(asked.period)))
    for version in pins:
        if version is not None:
            [closed_on] = chosen_imports([version])
            chosen[closed_on.year.period] = closed_on
    return sorted(chosen.values(), key=lambda taken: taken.version)


def import_for(period: Period | None, version: int | None) -> TakenImport:
    """Return the import with a version number, or the current one of a period's year, or the latest year's.

    Raises ``Refused`` when there is no such import, and when it does not tell of the period.
    """
    chosen = chosen_imports(None if version is None else [version])
    if period:
        return _import_of(period, chosen)
    if not chosen:
        raise Refused([NOTHING_READ.at(swedish("bokföringen"))])
    return max(chosen, key=lambda taken: taken.year.period)


def known_balances(taken: TakenImport, *, objects: frozenset[ObjectKey]) -> Balances:
    """Return the balances of an import, with those of the current imports of all other years."""
    others = (other for other in chosen_imports(None) if other.year.period != taken.year.period)
    return _kept_balances(association(), sorted((taken, *others), key=lambda one: one.version), objects)


def current_balances(objects: frozenset[ObjectKey]) -> Balances:
    """Return the balances of the current imports of every year, with the sums over some objects."""
    return _kept_balances(association(), chosen_imports(None), objects)


def _kept_balances(facts: AssociationFacts, chosen: Sequence[TakenImport], objects: frozenset[ObjectKey]) -> Balances:
    versions = [taken.version for taken in chosen]
    return _BALANCES.of(_known_as(facts, chosen, objects), lambda: balances(versions=versions, objects=objects))


def _known_as(facts: AssociationFacts, chosen: Sequence[TakenImport], objects: frozenset[ObjectKey]) -> Hashable | None:
    """Return what the sums of some imports, limited to some objects, are kept under."""
    where = database(facts)
    files = tuple((taken.version, taken.sha256, taken.taken_at) for taken in chosen)
    return where and (where, files, objects)


def _entered(facts: AssociationFacts, last: int) -> Hashable | None:
    """Return what the entered figures are kept under: rows are only added, so the last one tells of all."""
    where = database(facts)
    return where and (where, last)


def chosen_imports(versions: Collection[int] | None) -> list[TakenImport]:
    """Return the imports that a question is answered from, one a fiscal year: the current ones, or those named.

    Raises ``Refused`` for one that is not there, and for two of a year.
    """
    history = imports()
    if versions is None:
        return [taken for taken in history if taken.current]
    known = {taken.version: taken for taken in history}
    missing = [str(version) for version in versions if version not in known]
    if missing:
        raise Refused([UNKNOWN_IMPORT.at(swedish("inläsning {number}").format(number=", ".join(missing)))])
    chosen = [known[version] for version in sorted(versions)]
    years = [taken.year.period for taken in chosen]
    twice = next((year for year in years if years.count(year) > 1), None)
    if twice:
        raise Refused([TWO_OF_A_YEAR.at(str(twice))])
    return chosen


def _import_of(period: Period, chosen: Sequence[TakenImport]) -> TakenImport:
    """Return the import that tells of a period; refuse one that can only be told of as part of a longer sum."""
    year = _year_of(period, sorted(taken.year.period for taken in chosen))
    found = next(taken for taken in chosen if taken.year.period == year)
    refuse_part_of_sum(found, period)
    return found


def refuse_part_of_sum(taken: TakenImport, period: Period) -> None:
    """Refuse a period that an import tells of only as part of a longer one."""
    if not taken.tells(period):
        told = {"file": taken.file_name, "known": taken.covered.in_words, "period": period.in_words}
        raise Refused([PERIOD_WITHIN_BALANCES.at(str(period), **told)])


def _year_of(period: Period, years: Sequence[Period]) -> Period:
    """Return the fiscal year that a period lies in; refuse one that no year holds, or that two share."""
    year = next((year for year in years if period.last in year), None)
    if year is None:
        have = ", ".join(map(str, years)) or swedish("inga alls")
        raise Refused([PERIOD_WITHOUT_LEDGER.at(str(period), period=period.in_words, known=have)])
    if period.first not in year:
        raise Refused([PERIOD_ACROSS_YEARS.at(str(period), period=period.in_words)])
    return year


def _told(taken: TakenImport) -> str:
    """Return the sentence that says which file the figures of a year were made from."""
    covers = swedish_date(taken.covered_to) if taken.covered_to else month_in_words(taken.covers_to_month)
    told = swedish(
        "Räkenskapsår {year}: filen {file}, inläsning {version}, bokfört till och med {covers}, kontrollsumma {sha}."
    ).format(
        year=taken.year.in_words, file=taken.file_name, version=taken.version, covers=covers, sha=taken.sha256[:12]
    )
    return f"{told} {taken.balances_only}".strip()
