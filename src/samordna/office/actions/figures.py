"""How does a figure that no ledger holds come in?"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone

from samordna.access.actor import Actor
from samordna.access.trail import record
from samordna.domain.ledger.entered import EnteredFigure
from samordna.domain.values.unit import UNITS
from samordna.office.store.figure_rows import figure_key, read_figures, write_figures
from samordna.office.store.writing import alone


@dataclass(frozen=True, slots=True)
class FiguresReceipt:
    """What came of entering figures: how many hold that did not before, and how many already held."""

    entered: int
    unchanged: int


def enter_figures(figures: Iterable[EnteredFigure], *, by: Actor) -> FiguresReceipt:
    """Enter the figures: each holds from now on for its key, scenario and period; what held before is kept.

    A figure that holds already is not entered again. Raises ``ValueError`` for a unit that is not one of
    ours: the caller made it up.
    """
    asked = list(figures)
    for figure in asked:
        if UNITS.get(figure.unit.code) != figure.unit:
            raise ValueError(figure.unit.code)
    with alone():
        held = read_figures()
        new = [figure for figure in asked if held.get(figure_key(figure)) != figure]
        write_figures(new, by=by, at=timezone.now())
        for figure in new:
            before = held.get(figure_key(figure))
            record(
                "enter-figure",
                by=by,
                subject=f"{figure.key} {figure.scenario.value} {figure.period}",
                old=_traced(before) if before else None,
                **_traced(figure),
            )
    return FiguresReceipt(entered=len(new), unchanged=len(asked) - len(new))


def _traced(figure: EnteredFigure) -> dict[str, object]:
    return {"exact": figure.exact, "unit": figure.unit.code, "source": figure.source}
