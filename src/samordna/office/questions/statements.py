"""How do the association's books look, laid out? And its reports?"""

from dataclasses import dataclass

from samordna.domain.document import Document
from samordna.domain.ledger.balances import Balances, YearBalances
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
    facts = association()
    chosen = layout or shipped_layout(facts.layout, asked.period.last // 100)
    known = balances(objects=chosen.objects)
    _covering(asked.period, known)
    current = {year.version for year in known.years}
    provenance = tuple(_told(taken) for taken in imports() if taken.version in current)
    return _Books(
        subject=Subject(facts.name, facts.organisation_number, provenance),
        layout=chosen,
        balances=known,
        asked=asked,
    )


def _covering(period: Period, known: Balances) -> YearBalances:
    """Return the year that a period lies in; refuse one that no year holds, or that two years share."""
    year = known.year_of(period.last)
    if year is None:
        have = ", ".join(str(known_year.year.period) for known_year in known.years) or swedish("inga alls")
        raise Refused([PERIOD_WITHOUT_LEDGER.at(str(period), period=period.in_words, known=have)])
    if period.first not in year.year.period:
        raise Refused([PERIOD_ACROSS_YEARS.at(str(period), period=period.in_words)])
    return year


def _told(taken: TakenImport) -> str:
    """Return the sentence that says which file the figures of a year were made from."""
    covers = swedish_date(taken.covered_to) if taken.covered_to else swedish("sista verifikationen")
    return swedish(
        "Räkenskapsår {year}: {file}, version {version}, bokfört till och med {covers}, kontrollsumma {sha}."
    ).format(
        year=taken.year.end.year, file=taken.file_name, version=taken.version, covers=covers, sha=taken.sha256[:12]
    )
