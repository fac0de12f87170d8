"""Is the balance requirement met, what is left to restore, by when, and on what grounds not?"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Final

from samordna.domain.document import Block, Document, Paragraph, Section, Table
from samordna.domain.plan.balance_requirement.judged import YearJudged
from samordna.domain.plan.balance_requirement.tables import judged_table, restoration_table, statement_table
from samordna.domain.plan.financing.allotment import AllotmentState
from samordna.domain.statements.requirement_years import RequirementTold, requirement_told
from samordna.domain.statements.span import Asked
from samordna.domain.statements.year_results import year_results
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem, Refused, Severity
from samordna.domain.values.unit import KRONOR, Unit
from samordna.office.questions.basis import Basis, LayoutOf, basis
from samordna.office.questions.periods import periods
from samordna.office.questions.plan.coming_years import allotted_in
from samordna.office.questions.problems import NOTHING_TO_WALK, YEAR_NOT_JUDGED
from samordna.office.questions.statements.statements import foot_of

_STATE: Final = AllotmentState.DECIDED
"""Coming budgets are judged on what has been decided."""


@dataclass(frozen=True, slots=True)
class RequirementShown:
    """The balance requirement as it is judged, laid out, and the basis it was made from.

    ``year`` is another year than the one asked for, by its calendar year; 0 for that.
    """

    made_from: Basis
    told: RequirementTold
    unit: Unit
    year: int = 0

    @property
    def judged(self) -> YearJudged | None:
        """The year to be laid out, as it is judged; None while its result is not known."""
        if not self.year:
            return self.told.judged
        return next((one for one in self.told.requirement.years if one.year.start.year == self.year), None)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong, and what deficits ask for."""
        return self.told.problems

    @property
    def statement(self) -> Table | None:
        """The calculation of the year asked for, beside what is booked of it so far."""
        judged = self.judged
        if judged is None:
            return None
        so_far = self.told.so_far if judged == self.told.judged else None
        return statement_table(self.told.requirement, judged, self.unit, so_far=so_far)

    @property
    def years(self) -> Table:
        """Every year that is judged."""
        return judged_table(self.told.requirement, self.unit)

    @property
    def restoration(self) -> Table | None:
        """The deficits to restore; None when there are none."""
        return restoration_table(self.told.requirement, self.unit) if self.told.requirement.deficits else None

    @property
    def tables(self) -> tuple[Table, ...]:
        """What there is to show: the calculation, what is to be restored, and every year."""
        return tuple(one for one in (self.statement, self.restoration, self.years) if one)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The calculation as blocks of a report, with what is to be restored and what that asks for."""
        tables = (one for one in (self.statement, self.restoration) if one)
        asks = (one for one in self.problems if one.severity is not Severity.INFORM)
        return (*tables, *(Paragraph((f"{one.place[:1].upper()}{one.place[1:]}: {one.found}",)) for one in asks))

    @property
    def document(self) -> Document:
        """The balance requirement as a document: the year asked for, what is to be restored, year by year."""
        subject, period = self.made_from.subject, self.made_from.asked.period
        told = tuple(str(problem) for problem in self.problems)
        return Document(
            id="balance-requirement",
            title=swedish("Balanskrav"),
            subtitle=period.in_words,
            author=subject.association,
            sections=(Section("balance-requirement", "", blocks=self.tables),),
            status=swedish("Anmärkningar: {count}").format(count=len(told)) if told else "",
            provenance=(*subject.provenance, *told),
            foot=foot_of(self.made_from.imports),
        )


def balance_requirement(
    asked: Asked,
    *,
    unit: Unit = KRONOR,
    layout: LayoutOf | None = None,
    versions: Collection[int] | None = None,
) -> RequirementShown:
    """Return the balance requirement of the year asked for, and of the years around it.

    Raises ``Refused`` as ``basis`` does, and when the layout does not say which lines lead to the result.
    """
    made_from = basis(asked, layout=layout, versions=versions)
    shown = requirement_of(made_from, unit=unit)
    if shown is None:
        raise Refused([NOTHING_TO_WALK.at(made_from.layout.title)])
    return shown


def balance_requirement_of_year(
    year: int, *, layout: LayoutOf | None = None, versions: Collection[int] | None = None
) -> RequirementShown:
    """Return the balance requirement of the fiscal year that begins in a calendar year.

    A year with books is judged by all that is read of it; a coming one by its budget, beside the latest that was read.
    Raises ``Refused`` as ``balance_requirement`` does, and for a year with neither.
    """
    known = periods(tuple(versions) if versions else None)
    read = next((one for one in known.years if one.year.start.year == year), None)
    if read:
        period = Period(read.year.first, read.covers_to)
        return balance_requirement(Asked.of(period), layout=layout, versions=versions)
    shown = balance_requirement(Asked.of(known.usual), layout=layout, versions=versions)
    other = replace(shown, year=year)
    if other.judged is None:
        years = sorted({one.year.start.year for one in shown.told.requirement.years})
        told = {"year": year, "known": ", ".join(map(str, years)) or swedish("inga")}
        raise Refused([YEAR_NOT_JUDGED.at(swedish("balanskravet {year}").format(year=year), **told)])
    return other


def requirement_of(made_from: Basis, *, unit: Unit = KRONOR) -> RequirementShown | None:
    """Return the balance requirement as a basis tells it; None when its layout does not lead to results."""
    results = year_results(made_from.reading, allotted_in(made_from, _STATE))
    if results is None:
        return None
    return RequirementShown(made_from, requirement_told(results, made_from.said.requirement), unit)


def balance_requirement_blocks(made_from: Basis) -> tuple[Block, ...]:
    """Return the balance requirement as blocks of a report; none where the layout does not lead to results."""
    shown = requirement_of(made_from)
    return shown.blocks if shown else ()
