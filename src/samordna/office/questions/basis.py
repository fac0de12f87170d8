"""What is everything that is laid out made from?

One reading of the database: which imports, which layout, which figures. Statements and reports of the same
basis cannot disagree; a basis of older imports shows the books as they were known then.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from samordna.domain.ledger.balances import Balances
from samordna.domain.ledger.entered import EnteredFigure
from samordna.domain.ledger.problems import PERIOD_ACROSS_YEARS, PERIOD_WITHOUT_LEDGER
from samordna.domain.reports.assemble import Subject
from samordna.domain.statements.lay_out import Statements, lay_out
from samordna.domain.statements.layout import Layout
from samordna.domain.statements.shipped import shipped_layout
from samordna.domain.statements.span import Asked
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period, month_in_words, swedish_date
from samordna.domain.values.problem import Refused
from samordna.office.questions.figures import entered_figures
from samordna.office.questions.identity import association
from samordna.office.questions.ledgers import TakenImport, balances, imports
from samordna.office.questions.problems import TWO_OF_A_YEAR, UNKNOWN_IMPORT

LayoutOf: TypeAlias = Callable[[int], Layout]
"""Gives the layout that holds for a fiscal year, by the year it ends in."""


@dataclass(frozen=True, slots=True)
class Basis:
    """What was asked, and everything it is answered from. ``figures`` are those entered by hand."""

    asked: Asked
    subject: Subject
    layout: Layout
    balances: Balances
    figures: tuple[EnteredFigure, ...]

    @property
    def statements(self) -> Statements:
        """Every statement of the layout."""
        return lay_out(self.layout, self.balances, self.asked, self.figures)


def basis(asked: Asked, *, layout: LayoutOf | None = None, versions: Collection[int] | None = None) -> Basis:
    """Return what a question is answered from: the current imports, or those whose version numbers are given.

    ``layout`` is the association's own unless given. Raises ``Refused`` when no import covers the period,
    when it lies in two fiscal years, or when two of the versions are of the same year.
    """
    facts, chosen = association(), _chosen(versions)
    year = _year_of(asked.period, sorted(taken.year.period for taken in chosen))
    form = layout(year.last // 100) if layout else shipped_layout(facts.layout, year.last // 100)
    return Basis(
        asked=asked,
        subject=Subject(facts.name, facts.organisation_number, tuple(_told(taken) for taken in chosen)),
        layout=form,
        balances=balances(versions=[taken.version for taken in chosen], objects=form.objects),
        figures=entered_figures(),
    )


def _chosen(versions: Collection[int] | None) -> list[TakenImport]:
    """Return the imports that a question is answered from, one a fiscal year."""
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
    return swedish(
        "Räkenskapsår {year}: filen {file}, inläsning {version}, bokfört till och med {covers}, kontrollsumma {sha}."
    ).format(
        year=taken.year.in_words, file=taken.file_name, version=taken.version, covers=covers, sha=taken.sha256[:12]
    )
