"""What is a figure on the screen, and where does it come from?"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from samordna.domain.document import ComputedOrigin, EnteredOrigin, LedgerOrigin, Number, Origin
from samordna.domain.ledger.entered import Scenario
from samordna.domain.statements.figure import FigureTold, Lack, figure_told
from samordna.domain.statements.reading import Place, Reading
from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period
from samordna.domain.values.unit import Unit
from samordna.office.questions.basis import LayoutOf, basis
from samordna.office.questions.ledgers import TakenImport
from samordna.office.questions.statements import laid_out_in
from samordna.office.store.figure_rows import FigureEntry, entries_of


@dataclass(frozen=True, slots=True)
class FigureShown:
    """A figure explained, with the imports its amounts were read in with and what was entered by hand for it.

    ``entries`` are all that was ever entered for it, latest first: how it was before, and who said so.
    """

    told: FigureTold
    layout: str
    imports: tuple[TakenImport, ...]
    entries: tuple[FigureEntry, ...]


def figure(
    asked: Asked,
    place: Place,
    *,
    unit: Unit | None = None,
    layout: LayoutOf | None = None,
    versions: Collection[int] | None = None,
) -> FigureShown | None:
    """Return what stands at a place of the statements that were asked for; None when there is no such place.

    Raises ``Refused`` as ``basis`` does.
    """
    made_from = basis(asked, layout=layout, versions=versions)
    reading = Reading(laid_out_in(made_from, unit), made_from.balances, made_from.figures)
    if not reading.has(place):
        return None
    told = figure_told(reading, place)
    origins = tuple(_ends(told.cell.origin)) if isinstance(told.cell, Number) else ()
    used = {version for origin in origins if isinstance(origin, LedgerOrigin) for version in origin.imports}
    return FigureShown(
        told=told,
        layout=made_from.layout.title,
        imports=tuple(taken for taken in made_from.imports if taken.version in used),
        entries=tuple(entry for key in _keys(told, origins) for entry in entries_of(*key)),
    )


def _ends(origin: Origin) -> Iterator[LedgerOrigin | EnteredOrigin]:
    """Yield where an origin ends."""
    if not isinstance(origin, ComputedOrigin):
        yield origin
        return
    for part in origin.parts:
        yield from _ends(part.origin)


def _keys(
    told: FigureTold, origins: tuple[LedgerOrigin | EnteredOrigin, ...]
) -> tuple[tuple[str, Scenario, Period], ...]:
    """Return what was or could be entered by hand for a figure, each once."""
    entered = [
        (origin.key, Scenario(origin.scenario), origin.period)
        for origin in origins
        if isinstance(origin, EnteredOrigin)
    ]
    if told.lack is Lack.ENTERED:
        entered.append((told.entered_key, told.when.scenario, told.when.period))
    return tuple(dict.fromkeys(entered))
