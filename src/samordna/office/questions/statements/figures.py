"""Which figures have been entered by hand, and on which lines may one be?"""

from collections.abc import Iterator, Mapping
from typing import Final

from samordna.domain.ledger.entered import EnteredFigure
from samordna.domain.statements.layout import Layout, account_lines_of, lines_of
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused
from samordna.domain.values.unit import Unit
from samordna.office.questions.statements.layouts import layout_for
from samordna.office.store import models
from samordna.office.store.figure_rows import read_figures

_LATEST: Final = 9999


def entered_figures(*, to: int | None = None) -> tuple[EnteredFigure, ...]:
    """Return the figures that hold: the latest entered for each key, scenario and period, unless withdrawn.

    With ``to``, those that held when that row was the last one entered.
    """
    return tuple(read_figures(to=to).values())


def latest_figure() -> int:
    """Return the number of the last row of entered figures, 0 when there is none. Rows are only ever added."""
    last = models.EnteredFigure.objects.order_by("-id").values_list("id", flat=True).first()
    return last or 0


def figure_lines(period: Period) -> Mapping[str, Unit]:
    """Return the lines (``statement:line``) that take a figure for ``period``, and the unit each is shown in.

    They are those of the association's layout for the year, and of its latest: a later year's comparison may
    ask for years before the first that has a layout.
    """
    accounts = tuple(models.Account.objects.values_list("number", flat=True).distinct())
    return {
        key: unit
        for year in (period.last // 100, _LATEST)
        for layout in _layouts(year)
        for key, unit in _lines(layout, accounts)
    }


def _layouts(year: int) -> Iterator[Layout]:
    """Yield the layout that holds for a year, or nothing when none holds so early."""
    try:
        yield layout_for(year)
    except Refused:
        return


def _lines(layout: Layout, accounts: tuple[str, ...]) -> Iterator[tuple[str, Unit]]:
    for statement in layout.statements:
        for opened in account_lines_of(statement.lines):
            for account in opened.accounts.among(accounts):
                yield f"{statement.id}:{account}", statement.unit
        for line in lines_of(statement.lines):
            yield f"{statement.id}:{line.id}", line.unit or statement.unit
