"""How does a figure that no ledger holds come in, and how does one that was wrong go out again?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from django.utils import timezone

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.access.trail import record
from samordna.domain.document import EnteredOrigin, Number
from samordna.domain.ledger.entered import EnteredFigure, Scenario, same_quantity
from samordna.domain.values.identity_number import mask
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem, Refused
from samordna.domain.values.unit import UNITS, Unit
from samordna.office.actions import problems
from samordna.office.actions.doing import doing
from samordna.office.actions.typed import typed_problems
from samordna.office.questions.identity import association
from samordna.office.questions.statements.figures import figure_lines
from samordna.office.store.figure_rows import figure_key, read_figures, write_figures
from samordna.office.store.writing import alone

_LARGEST: Final = 10**15
"""As in a ledger: ten thousand billion kronor in öre. What is larger is a slip of the hand."""

_EXAMPLES: Final = 3

_SCENARIOS: Final = {
    Scenario.ACTUAL: swedish("utfall"),
    Scenario.BUDGET: swedish("budget"),
    Scenario.FORECAST: swedish("prognos"),
    Scenario.UNBOOKED: swedish("ej bokfört"),
}


@dataclass(frozen=True, slots=True)
class FiguresReceipt:
    """What came of entering figures: how many hold that did not before, and how many already held."""

    entered: int
    unchanged: int


def enter_figures(figures: Iterable[EnteredFigure], *, by: Actor) -> FiguresReceipt:
    """Enter the figures: each holds from now on for its key, scenario and period; what held before is kept.

    A figure that holds already is not entered again. Raises ``Refused`` with what is wrong with any of them:
    no such line in the association's layout, another quantity than the line's, too large, without a source.
    """
    asked = list(figures)
    with doing(Deed.ENTER_FIGURE, by=by, subject=", ".join(map(_named, asked))):
        _refuse_any(problem for figure in asked for problem in _wrong(figure))
        with alone():
            held = read_figures()
            new = [figure for figure in asked if held.get(figure_key(figure)) != figure]
            write_figures(new, by=by, at=timezone.now())
            for figure in new:
                before = held.get(figure_key(figure))
                old = _traced(before) if before else None
                record(Deed.ENTER_FIGURE, by=by, subject=_named(figure), old=old, **_traced(figure))
    return FiguresReceipt(entered=len(new), unchanged=len(asked) - len(new))


def withdraw_figure(key: str, scenario: Scenario, period: Period, *, reason: str, by: Actor) -> EnteredFigure:
    """Withdraw the figure that holds for a line, scenario and period, and return it: none holds from now on.

    Its rows stay, and one more says that it was withdrawn and why. Raises ``Refused`` when none holds.
    """
    subject = f"{key}, {_SCENARIOS[scenario]}, {period.in_words}"
    with doing(Deed.WITHDRAW_FIGURE, by=by, subject=subject):
        _refuse_any(typed_problems(subject, reason))
        with alone():
            held = read_figures().get((key, scenario, period))
            if held is None:
                fields = {"period": period.in_words, "scenario": _SCENARIOS[scenario]}
                raise Refused([problems.NOT_ENTERED.at(mask(key), **fields)])
            write_figures([replace(held, source=reason)], by=by, at=timezone.now(), withdrawn=True)
            record(Deed.WITHDRAW_FIGURE, by=by, subject=subject, old=_traced(held), reason=reason)
    return held


def _refuse_any(found: Iterable[Problem]) -> None:
    told = tuple(found)
    if told:
        raise Refused(told)


def _wrong(figure: EnteredFigure) -> Iterator[Problem]:
    """Yield what is wrong with a figure before it is entered."""
    place, lines = mask(figure.key), figure_lines(figure.period)
    shown = lines.get(figure.key)
    if shown is None:
        examples = ", ".join(_nearest(figure.key, lines))
        yield problems.UNKNOWN_LINE.at(place, layout=association().layout, examples=examples)
    elif UNITS.get(figure.unit.code) != figure.unit or not same_quantity(figure.unit, shown):
        yield problems.OTHER_UNIT.at(place, given=figure.unit.name, shown=shown.name, code=shown.code)
    if figure.scenario is Scenario.UNBOOKED:
        yield problems.NOT_BY_HAND.at(place)
    if abs(figure.exact) > _LARGEST:
        yield problems.FIGURE_TOO_LARGE.at(place)
    yield from typed_problems(place, figure.source)


def _nearest(key: str, lines: Mapping[str, Unit]) -> list[str]:
    """Return lines to show: of the statement that was named, else the first there are."""
    statement = key.partition(":")[0]
    return ([line for line in lines if line.startswith(f"{statement}:")] or list(lines))[:_EXAMPLES]


def _named(figure: EnteredFigure) -> str:
    return f"{figure.key}, {_SCENARIOS[figure.scenario]}, {figure.period.in_words}"


def _traced(figure: EnteredFigure) -> dict[str, object]:
    """Return a figure as the trail keeps it: as a person reads it, and exactly."""
    shown = Number(figure.value, figure.unit, EnteredOrigin(figure.source, figure.key, "", figure.period))
    text = f"{shown.text} {figure.unit.suffix or figure.unit.name}"
    return {"figure": text, "exact": figure.exact, "unit": figure.unit.code, "source": figure.source}
