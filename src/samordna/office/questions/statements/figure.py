"""What is a figure on the screen, and where does it come from?"""

from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass

from samordna.domain.document import Comment, ComputedOrigin, EnteredOrigin, LedgerOrigin, Number, Origin
from samordna.domain.ledger.entered import Scenario
from samordna.domain.statements.choosing import with_column
from samordna.domain.statements.figure import FigureTold, Lack, figure_told
from samordna.domain.statements.holdings import PLAN_KEY
from samordna.domain.statements.reading import Place, Reading
from samordna.domain.statements.shown_in import in_unit
from samordna.domain.statements.span import Asked, resolve
from samordna.domain.statements.usual_columns import forecast_column
from samordna.domain.values.period import Period
from samordna.domain.values.unit import Unit
from samordna.office.questions.basis import Basis, LayoutOf, basis
from samordna.office.questions.books.ledgers import TakenImport
from samordna.office.questions.plan.plan_history import PlanHistory, plan_history
from samordna.office.questions.statements.statements import laid_out_in
from samordna.office.store.figure_rows import FigureEntry, entries_of
from samordna.office.store.plan_rows import COMMENT, Said, comment_key, history_of


@dataclass(frozen=True, slots=True)
class FigureShown:
    """A figure explained, with the imports its amounts were read in with and what was entered by hand for it.

    ``entries`` are all that was ever entered for it, latest first: how it was before, and who said so; ``planned`` the
    same of a figure of the plan. ``year`` is the fiscal year it is of. ``comments``
    are what was said of it over just these months, latest first: the first holds, and None there took back what stood.
    """

    asked: Asked
    told: FigureTold
    layout: str
    imports: tuple[TakenImport, ...]
    entries: tuple[FigureEntry, ...]
    year: Period
    planned: PlanHistory | None = None
    comments: tuple[Said[Comment | None], ...] = ()

    @property
    def comment(self) -> str:
        """What is said of the figure; empty when nothing is."""
        latest = self.comments[0].value if self.comments else None
        return latest.text if latest else ""

    @property
    def seen(self) -> int:
        """The line of the journal that says what is said of it, 0 when nobody ever said anything."""
        return self.comments[0].number if self.comments else 0


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
    reading = made_from.reading_of(laid_out_in(made_from, unit))
    if not reading.has(place):
        reading = _with_column(made_from, place, unit)
    if not reading.has(place):
        return None
    told = figure_told(reading, place)
    origins = tuple(_ends(told.cell.origin)) if isinstance(told.cell, Number) else ()
    used = {version for origin in origins if isinstance(origin, LedgerOrigin) for version in origin.imports}
    cell, known = told.cell, made_from.balances.year_of(told.when.period.last)
    year = known.year.period if known else resolve("year", Asked.of(told.when.period), made_from.balances)
    entered = cell.origin if isinstance(cell, Number) and isinstance(cell.origin, EnteredOrigin) else None
    key = comment_key(place.statement, place.row, place.column)
    return FigureShown(
        asked=asked,
        told=told,
        layout=made_from.layout.title,
        imports=tuple(taken for taken in made_from.imports if taken.version in used),
        entries=tuple(entry for key in _keys(told, origins) for entry in entries_of(*key)),
        year=year,
        planned=plan_history(entered, year) if entered else None,
        comments=history_of(COMMENT, key, asked.period),
    )


def _with_column(made_from: Basis, place: Place, unit: Unit | None) -> Reading:
    """Return the statements where a column that waits to be chosen is shown too, since somebody chose it elsewhere.

    The forecast is shown wherever one can be written, also before there is any.
    """
    layout = in_unit(made_from.layout, unit) if unit else made_from.layout
    with suppress(KeyError):
        forecast = forecast_column(layout.statement(place.statement))
        written = bool(made_from.plan.register.rows) and forecast is not None and forecast.id == place.column
        layout = with_column(layout, place.statement, place.column, always=written)
    return made_from.reading_of(made_from.laid_out(layout))


def _ends(origin: Origin) -> Iterator[LedgerOrigin | EnteredOrigin]:
    """Yield where an origin of money ends."""
    if isinstance(origin, LedgerOrigin | EnteredOrigin):
        yield origin
    if not isinstance(origin, ComputedOrigin):
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
        if isinstance(origin, EnteredOrigin) and not origin.key.startswith(PLAN_KEY)
    ]
    if told.lack is Lack.ENTERED:
        entered.append((told.entered_key, told.when.scenario, told.when.period))
    return tuple(dict.fromkeys(entered))
