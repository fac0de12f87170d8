"""What does a project cost over its whole life, and who pays which part of it, year by year?"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Final

from samordna.domain.document import (
    Column,
    ComputedOrigin,
    EnteredOrigin,
    How,
    Number,
    Origin,
    Part,
    Row,
    RowKind,
    Table,
)
from samordna.domain.plan.projects.checks import percent
from samordna.domain.plan.projects.co_financing import CoFinancing, CoFinancingKind, contributed
from samordna.domain.plan.projects.costs import BudgetedCost, CostKind, budgeted, worth
from samordna.domain.plan.projects.project import ExternalProject
from samordna.domain.values.kronor import whole_kr, whole_kronor
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.numerals import how_many, swedish_number
from samordna.domain.values.period import Period
from samordna.domain.values.share_out import shared_out
from samordna.domain.values.unit import KRONOR, KRONOR_ORE, Unit

_WHOLE: Final = "whole"
Worth = Callable[[Period], Part]


def grant_by_year(project: ExternalProject) -> Mapping[Period, Ore]:
    """Return the grant by the project's fiscal years, as the eligible costs fall on them; it adds up to the grant.

    Evenly where nothing is budgeted.
    """
    weights = [eligible_of(project, year) for year in project.years]
    if not sum(weights):
        weights = [1] * len(weights)
    return dict(zip(project.years, shared_out(project.grant, weights), strict=True))


def eligible_of(project: ExternalProject, year: Period) -> Ore:
    """Return what the funder counts of a year's budget: costs, and participants' time."""
    return budgeted(project.costs, year=year) + contributed(project.co_financing, CoFinancingKind.TIME, year)


def lifetime_table(project: ExternalProject, unit: Unit = KRONOR) -> Table:
    """Return the lifetime budget by year: every cost, every part of the financing, and what nobody pays yet."""
    return _Lifetime(project, unit).table()


class _Lifetime:
    """A lifetime budget on its way to a table."""

    def __init__(self, project: ExternalProject, unit: Unit) -> None:
        self.project, self.unit = project, unit
        self._grant = grant_by_year(project)

    def table(self) -> Table:
        columns = (
            *(Column(f"y{year.first // 100}", str(year.first // 100)) for year in self.project.years),
            Column(_WHOLE, swedish("Hela projektet"), emphasis=True),
        )
        title = swedish("Budget för hela projektet")
        rows = (*self._costs(), *self._financing())
        return Table(
            "project-lifetime", title, self.unit, columns, rows, stub=swedish("Kostnad"), remarks=tuple(self._remarks())
        )

    def _costs(self) -> Iterator[Row]:
        for kind in CostKind:
            told = [one for one in self.project.costs if one.kind is kind]
            for label in dict.fromkeys(one.label for one in told):
                yield self._row(f"cost:{label}", label, RowKind.DETAIL, partial(self._cost_of, label))
        if contributed(self.project.co_financing, CoFinancingKind.TIME):
            words = CoFinancingKind.TIME.in_words.capitalize()
            yield self._row("time", words, RowKind.DETAIL, partial(self._co, CoFinancingKind.TIME))
        yield self._row(":cost", swedish("Summa kostnader"), RowKind.SUBTOTAL, self._cost_sum)

    def _financing(self) -> Iterator[Row]:
        words = swedish("{funder}, {state}").format(funder=self.project.funder, state=self.project.state.in_words)
        yield self._row("grant", words, RowKind.DETAIL, self._granted)
        for kind, who in dict.fromkeys((one.kind, one.who) for one in self.project.co_financing):
            label = f"{who}, {kind.in_words}" if who else kind.in_words.capitalize()
            part_of = partial(self._co, kind, who=who)
            yield self._row(f"{kind.value}:{who}", label, RowKind.DETAIL, part_of)
        yield self._row(":financing", swedish("Summa finansiering"), RowKind.SUBTOTAL, self._financing_sum)
        yield self._row(":missing", swedish("Ännu utan finansiering"), RowKind.RESULT, self._missing)

    def _row(self, name: str, label: str, kind: RowKind, part_of: Worth) -> Row:
        years = [part_of(year) for year in self.project.years]
        rule = swedish("Åren tillsammans.")
        named = tuple(
            Part(str(year.first // 100), part.exact, part.origin)
            for year, part in zip(self.project.years, years, strict=True)
        )
        whole = Part(label, sum(part.exact for part in years), ComputedOrigin(rule, named))
        cells = tuple(Number(part.exact, self.unit, part.origin) for part in (*years, whole))
        return Row(name, label, kind, cells)

    def _cost_of(self, label: str, year: Period) -> Part:
        told = next((one for one in self.project.costs if (one.label, one.year) == (label, year)), None)
        return self._cost(told) if told else Part(label, 0, ComputedOrigin(swedish("Inget är budgeterat för året.")))

    def _cost(self, cost: BudgetedCost) -> Part:
        return Part(cost.label, worth(cost, self.project.costs), self._cost_origin(cost))

    def _cost_origin(self, cost: BudgetedCost) -> Origin:
        if cost.rate is None:
            return self._entered(f"cost:{cost.label}", cost.year)
        base = ", ".join(cost.base) or swedish("årets faktiska kostnader")
        rule = swedish("{rate} procent av {base}.").format(rate=percent(cost.rate), base=base)
        return ComputedOrigin(rule)

    def _entered(self, what: str, year: Period) -> EnteredOrigin:
        source = self.project.history[-1].source or self.project.reference
        return EnteredOrigin(source, f"project:{self.project.id}:{what}", "budget", year)

    def _cost_sum(self, year: Period) -> Part:
        parts = [self._cost(one) for one in self.project.costs if one.year == year]
        parts.append(self._co(CoFinancingKind.TIME, year))
        return _sum(swedish("Kostnaderna ovan tillsammans."), parts)

    def _granted(self, year: Period) -> Part:
        rule = swedish("Bidraget {grant}, fördelat på åren efter deras kostnader. {source}")
        entry = self.project.history[-1]
        told = rule.format(grant=whole_kr(self.project.grant), source=entry.source)
        return Part(self.project.funder, self._grant.get(year, 0), ComputedOrigin(told.strip()))

    def _co(self, kind: CoFinancingKind, year: Period, who: str | None = None) -> Part:
        told = [
            one
            for one in self.project.co_financing
            if one.kind is kind and one.year == year and (who is None or one.who == who)
        ]
        parts = [Part(one.who or kind.in_words, one.worth, self._co_origin(one)) for one in told]
        return _sum(kind.in_words.capitalize(), parts)

    def _co_origin(self, one: CoFinancing) -> Origin:
        if not one.hours:
            return self._entered(f"co-financing:{one.who}", one.year)
        hours = how_many(one.hours, swedish("1 timme"), swedish("{count} timmar"))
        rate = swedish_number(one.rate, KRONOR_ORE.decimals)
        return ComputedOrigin(swedish("{hours} à {rate} kr.").format(hours=hours, rate=rate))

    def _financing_sum(self, year: Period) -> Part:
        parts = [self._granted(year), *(self._co(kind, year) for kind in CoFinancingKind)]
        return _sum(swedish("Finansieringen ovan tillsammans."), parts)

    def _missing(self, year: Period) -> Part:
        cost, paid = self._cost_sum(year), self._financing_sum(year)
        origin = ComputedOrigin(swedish("Kostnader minus finansiering."), (cost, paid), How.DIFFERENCE)
        return Part(swedish("utan finansiering"), cost.exact - paid.exact, origin)

    def _remarks(self) -> Iterator[str]:
        told = swedish("{funder} betalar {share} procent av kostnaderna, högst {grant} kr.")
        share, grant = percent(self.project.share), whole_kronor(self.project.grant)
        yield told.format(funder=self.project.funder, share=share, grant=grant)
        if contributed(self.project.co_financing, CoFinancingKind.TIME):
            yield swedish("Deltagarnas tid är både kostnad och finansiering: inga pengar flyttas.")


def _sum(rule: str, parts: list[Part]) -> Part:
    return Part(rule.rstrip("."), sum(part.exact for part in parts), ComputedOrigin(rule, tuple(parts)))
