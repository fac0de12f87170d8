"""What does a project do to the office's cost centres and to the result of a year: with it, and without?

The effect is told: staff cost that leaves the office's rows, the association's own money in the project, and what the
project pays of the office's common costs. It is added to the year's numbers or taken off, as they count with it or not.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

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
from samordna.domain.plan.projects.co_financing import CoFinancingKind, contributed
from samordna.domain.plan.projects.project import ExternalProject
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.period import Period
from samordna.domain.values.unit import KRONOR, Unit

_NOTHING: Final = "–"
"""Where the project changes nothing."""


@dataclass(frozen=True, slots=True)
class OfficeCost:
    """What a row costs in a year by the numbers that are looked at, cost as plus, and the group that it stands in."""

    key: str
    label: str
    amount: Ore
    origin: Origin
    group: str = ""


@dataclass(frozen=True, slots=True)
class YearCosts:
    """All that the association plans to cost in a year but the project's own rows, and which numbers they are.

    ``counts_project``: they were made with the project in mind, so that it is taken off for the case without.
    ``of_plan``: they are the rows of an activity plan, not of the register.
    """

    year: Period
    told: str
    costs: tuple[OfficeCost, ...]
    counts_project: bool = False
    of_plan: bool = False


@dataclass(frozen=True, slots=True)
class RestsOn:
    """The contributions that a result rests on: their name, what they come to, where that comes from."""

    name: str
    amount: Ore
    origin: Origin
    told: str = ""


@dataclass(frozen=True, slots=True)
class Effect:
    """A part of what the project does to the year, a cost as plus; ``row`` is the office's row, empty for none."""

    row: str
    label: str
    amount: Ore


def effects(project: ExternalProject, year: Period, *, of_plan: bool = False) -> tuple[Effect, ...]:
    """Return everything that a project does to a year's cost; with ``of_plan`` by the rows of the activity plan."""
    return tuple(_effects(project, year, of_plan))


def _effects(project: ExternalProject, year: Period, of_plan: bool) -> Iterator[Effect]:
    for move in project.moves:
        if move.year == year and move.amount:
            yield Effect(
                move.plan_row if of_plan else move.row, swedish("Personal som flyttas till projektet"), -move.amount
            )
    own = contributed(project.co_financing, CoFinancingKind.OWN, year)
    if own:
        yield Effect("", swedish("Egna medel i projektet"), own)
    overhead = sum(one.amount for one in project.overhead if one.year == year)
    if overhead:
        yield Effect("", swedish("Projektets del av gemensamma kostnader"), -overhead)


def with_and_without(
    project: ExternalProject, costs: YearCosts, rests_on: RestsOn | None, unit: Unit = KRONOR
) -> Table:
    """Return the year's costs and result without the project and with it, row by row.

    A result is never shown alone: it stands under the contributions it rests on. Without any there is none.
    """
    return _Cases(project, costs, rests_on, unit).table()


@dataclass(frozen=True)
class _Case:
    """A row of the table on its way: without, with, and the effect between them."""

    without: Part
    effect: Part

    @property
    def beside(self) -> Part:
        origin = ComputedOrigin(swedish("Utan projektet, och det som projektet ändrar."), (self.without, self.effect))
        return Part(self.without.label, self.without.exact + self.effect.exact, origin)


_Told: TypeAlias = list[tuple[str, str, _Case]]
"""The rows of a group: id, label, case."""


@dataclass(frozen=True)
class _Cases:
    """The table on its way."""

    project: ExternalProject
    costs: YearCosts
    rests_on: RestsOn | None
    unit: Unit

    def table(self) -> Table:
        columns = (
            Column("without", swedish("Utan projektet")),
            Column("with", swedish("Med projektet"), emphasis=True),
            Column("effect", swedish("Projektet ändrar")),
        )
        groups = tuple(self._groups())
        total = _together(swedish("kostnader"), [case for _, told in groups for _, _, case in told])
        rows = (
            *(row for group, told in groups for row in self._group_rows(group, told, alone=len(groups) == 1)),
            self._row(":cost", swedish("Summa kostnader"), RowKind.SUBTOTAL, total),
            *self._result_rows(total),
        )
        title = swedish("{year} med och utan {name}").format(year=self.costs.year.first // 100, name=self.project.name)
        return Table(
            "project-cases", title, self.unit, columns, rows, stub=swedish("Kostnad"), remarks=tuple(self._remarks())
        )

    def _group_rows(self, group: str, told: _Told, *, alone: bool) -> Iterator[Row]:
        for name, label, case in told:
            yield self._row(name, label, RowKind.DETAIL, case)
        if not alone and len(told) > 1:
            label = swedish("Summa {group}").format(group=group) if group else swedish("Summa projektet")
            yield self._row(f"group:{group}", label, RowKind.SUBTOTAL, _together(group, [case for _, _, case in told]))

    def _groups(self) -> Iterator[tuple[str, _Told]]:
        """Yield the rows of each group with what the project does to them, and last the effects that no row has."""
        told = effects(self.project, self.costs.year, of_plan=self.costs.of_plan)
        known = {one.key for one in self.costs.costs}
        for group in dict.fromkeys(one.group for one in self.costs.costs):
            yield (
                group,
                [
                    (one.key, one.label, self._case(one, [effect for effect in told if effect.row == one.key]))
                    for one in self.costs.costs
                    if one.group == group
                ],
            )
        rest = [effect for effect in told if effect.row not in known]
        if rest:
            yield "", [self._alone(number, effect) for number, effect in enumerate(rest)]

    def _alone(self, number: int, effect: Effect) -> tuple[str, str, _Case]:
        """Return an effect on no row that there is: nothing without the project, all of it with."""
        label = f"{effect.label}, {effect.row}" if effect.row else effect.label
        held = Part(label, 0, ComputedOrigin(swedish("Utan projektet finns ingen sådan post.")))
        return f"effect:{number}", label, _Case(held, self._effect([effect]))

    def _case(self, cost: OfficeCost, of_row: list[Effect]) -> _Case:
        effect, held = self._effect(of_row), Part(cost.label, cost.amount, cost.origin)
        if not self.costs.counts_project or not of_row:
            return _Case(held, effect)
        rule = swedish("{told} räknar med projektet: det som projektet ändrar är taget bort.")
        origin = ComputedOrigin(rule.format(told=_begun(self.costs.told)), (held, effect), How.DIFFERENCE)
        return _Case(Part(cost.label, held.exact - effect.exact, origin), effect)

    def _effect(self, of_row: list[Effect]) -> Part:
        parts = tuple(
            Part(
                one.label,
                one.amount,
                EnteredOrigin(self._source, f"project:{self.project.id}", "budget", self.costs.year),
            )
            for one in of_row
        )
        rule = swedish("Det som projektet ändrar.")
        return Part(swedish("projektet"), sum(part.exact for part in parts), ComputedOrigin(rule, parts))

    @property
    def _source(self) -> str:
        return self.project.history[-1].source or self.project.reference or self.project.name

    def _row(self, name: str, label: str, kind: RowKind, case: _Case) -> Row:
        parts = (case.without, case.beside, case.effect)
        *beside, effect = (Number(part.exact, self.unit, part.origin) for part in parts)
        return Row(name, label, kind, (*beside, replace(effect, nil=_NOTHING)))

    def _result_rows(self, total: _Case) -> Iterator[Row]:
        if self.rests_on is None:
            return
        paid = Part(self.rests_on.name, self.rests_on.amount, self.rests_on.origin)
        number = Number(paid.exact, self.unit, paid.origin)
        rule = swedish("Bidragen är desamma med och utan projektet.")
        nothing = Number(0, self.unit, ComputedOrigin(rule), nil=_NOTHING)
        yield Row("paid", _begun(paid.label), RowKind.DETAIL, (number, number, nothing))
        without, beside = (_result(paid, cost) for cost in (total.without, total.beside))
        rule = swedish("Resultatet med projektet minus utan.")
        change = Part("", beside.exact - without.exact, ComputedOrigin(rule, (beside, without), How.DIFFERENCE))
        amount = swedish_number(self.unit.shown(paid.exact))
        label = swedish("Resultat på {name}, {amount} {unit}").format(
            name=paid.label, amount=amount, unit=self.unit.suffix
        )
        cells = tuple(Number(one.exact, self.unit, one.origin) for one in (without, beside, change))
        yield Row(":result", label, RowKind.RESULT, cells)

    def _remarks(self) -> Iterator[str]:
        counted = (
            swedish("{told} räknar med projektet.")
            if self.costs.counts_project
            else swedish("{told} räknar utan projektet.")
        )
        yield counted.format(told=_begun(self.costs.told))
        if self.rests_on is None:
            yield swedish("Årets bidrag är inte inlagda: resultatet kan inte visas.")
        elif self.rests_on.told:
            yield swedish("{name}: {told}.").format(name=_begun(self.rests_on.name), told=self.rests_on.told)
        yield swedish("Projektet är {state}.").format(state=self.project.state.in_words)


def _result(paid: Part, cost: Part) -> Part:
    origin = ComputedOrigin(swedish("Bidragen minus kostnaderna."), (paid, cost), How.DIFFERENCE)
    return Part(swedish("resultat"), paid.exact - cost.exact, origin)


def _together(label: str, cases: list[_Case]) -> _Case:
    rule = swedish("Raderna ovan tillsammans.")
    without = tuple(case.without for case in cases)
    changed = tuple(case.effect for case in cases)
    return _Case(
        Part(label, sum(part.exact for part in without), ComputedOrigin(rule, without)),
        Part(swedish("projektet"), sum(part.exact for part in changed), ComputedOrigin(rule, changed)),
    )


def _begun(words: str) -> str:
    """Return words as a sentence or row begins with them."""
    return f"{words[:1].upper()}{words[1:]}"
