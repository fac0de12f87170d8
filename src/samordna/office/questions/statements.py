"""How do the association's books look, laid out? And its reports?"""

from collections.abc import Sequence
from dataclasses import dataclass

from samordna.domain.document import Document
from samordna.domain.ledger.balances import Balances
from samordna.domain.ledger.problems import PERIOD_ACROSS_YEARS, PERIOD_WITHOUT_LEDGER
from samordna.domain.reports.assemble import Sources, Subject, assemble
from samordna.domain.reports.plain import statements_document
from samordna.domain.reports.template_file import shipped_template
from samordna.domain.statements.coverage import coverage_problems
from samordna.domain.statements.lay_out import Statements, lay_out
from samordna.domain.statements.layout import Layout, StatementKind
from samordna.domain.statements.months import Months
from samordna.domain.statements.shipped import shipped_layout
from samordna.domain.statements.span import Asked
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period, swedish_date
from samordna.domain.values.problem import Problem, Refused
from samordna.office.questions.figures import entered_figures
from samordna.office.questions.identity import association
from samordna.office.questions.ledgers import TakenImport, balances, imports


@dataclass(frozen=True, slots=True)
class _Books:
    """What everything laid out is made from: one reading of the database."""

    subject: Subject
    layout: Layout
    balances: Balances
    asked: Asked

    @property
    def laid_out(self) -> Statements:
        return lay_out(self.layout, self.balances, self.asked, entered_figures())


def statements(asked: Asked, *, kind: StatementKind | None = None, layout: Layout | None = None) -> Document:
    """Return the association's statements for what was asked, all of them or those of one kind.

    ``layout`` is the association's own unless given. Raises ``Refused`` when no ledger that was read covers
    the period, or when it goes across fiscal years.
    """
    books = _books(asked, layout)
    laid_out = books.laid_out
    return statements_document(books.subject, laid_out.only(kind) if kind else laid_out)


def interim_report(asked: Asked, *, layout: Layout | None = None) -> Document:
    """Return the interim report (delårsrapport) for what was asked. Raises ``Refused`` as ``statements`` does."""
    books = _books(asked, layout)
    months = Months(books.layout, books.balances, asked)
    template = shipped_template("interim", books.layout.name)
    return assemble(template, books.subject, Sources(books.laid_out, months))


def layout_problems(layout: Layout) -> tuple[Problem, ...]:
    """Return what a layout leaves out or counts twice of all the accounts that were ever read."""
    return coverage_problems(layout, balances())


def _books(asked: Asked, layout: Layout | None) -> _Books:
    facts, current = association(), [taken for taken in imports() if taken.current]
    _refuse_uncovered(asked.period, sorted(taken.year.period for taken in current))
    chosen = layout or shipped_layout(facts.layout, asked.period.last // 100)
    return _Books(
        subject=Subject(facts.name, facts.organisation_number, tuple(_told(taken) for taken in current)),
        layout=chosen,
        balances=balances(objects=chosen.objects),
        asked=asked,
    )


def _refuse_uncovered(period: Period, years: Sequence[Period]) -> None:
    """Refuse a period that no fiscal year holds, or that two share."""
    year = next((year for year in years if period.last in year), None)
    if year is None:
        have = ", ".join(map(str, years)) or swedish("inga alls")
        raise Refused([PERIOD_WITHOUT_LEDGER.at(str(period), period=period.in_words, known=have)])
    if period.first not in year:
        raise Refused([PERIOD_ACROSS_YEARS.at(str(period), period=period.in_words)])


def _told(taken: TakenImport) -> str:
    """Return the sentence that says which file the figures of a year were made from."""
    covers = swedish_date(taken.covered_to) if taken.covered_to else swedish("sista verifikationen")
    return swedish(
        "Räkenskapsår {year}: {file}, version {version}, bokfört till och med {covers}, kontrollsumma {sha}."
    ).format(
        year=taken.year.end.year, file=taken.file_name, version=taken.version, covers=covers, sha=taken.sha256[:12]
    )
