"""How do entered figures become rows, and rows figures?"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from samordna.access.actor import Actor
from samordna.domain.ledger.entered import EnteredFigure, Scenario
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.period import Period
from samordna.domain.values.unit import UNITS
from samordna.office.store import models

FigureKey: TypeAlias = tuple[str, Scenario, Period]
"""What a figure is for: the latest entered for a key, scenario and period is the one that holds."""


@dataclass(frozen=True, slots=True)
class FigureEntry:
    """One time that somebody entered a figure, or withdrew it (``figure.source`` is then the reason)."""

    figure: EnteredFigure
    withdrawn: bool
    at: dt.datetime
    by: str

    @property
    def text(self) -> str:
        """The figure with its unit."""
        unit = self.figure.unit
        return f"{swedish_number(unit.shown(self.figure.value), unit.decimals)} {unit.suffix or unit.name}"


def entries_of(key: str, scenario: Scenario, period: Period) -> tuple[FigureEntry, ...]:
    """Return every entry of a figure, latest first: the first of them is the one that holds."""
    rows = models.EnteredFigure.objects.filter(
        key=key, scenario=scenario.value, first_month=period.first, last_month=period.last
    ).order_by("-id")
    return tuple(FigureEntry(_figure(row), row.withdrawn, row.entered_at, row.entered_by_name) for row in rows)


def read_figures(*, to: int | None = None) -> dict[FigureKey, EnteredFigure]:
    """Return the figures that hold, in the order of their keys and periods; one that was withdrawn does not.

    With ``to``, those that held when that row was the last.
    """
    latest: dict[FigureKey, EnteredFigure] = {}
    rows = models.EnteredFigure.objects.order_by("id")
    for row in rows if to is None else rows.filter(id__lte=to):
        figure = _figure(row)
        latest.pop(figure_key(figure), None)
        if not row.withdrawn:
            latest[figure_key(figure)] = figure
    return dict(sorted(latest.items(), key=lambda item: (item[0][0], item[0][1].value, item[0][2])))


def _figure(row: models.EnteredFigure) -> EnteredFigure:
    return EnteredFigure(
        key=row.key,
        scenario=Scenario(row.scenario),
        period=Period(row.first_month, row.last_month),
        exact=row.exact,
        unit=UNITS[row.unit],
        source=row.source,
    )


def figure_key(figure: EnteredFigure) -> FigureKey:
    """Return what ``figure`` is for."""
    return figure.key, figure.scenario, figure.period


def write_figures(figures: Iterable[EnteredFigure], *, by: Actor, at: dt.datetime, withdrawn: bool = False) -> None:
    """Add the figures, or that they are ``withdrawn``; those that held before stay as rows and no longer hold."""
    models.EnteredFigure.objects.bulk_create(
        models.EnteredFigure(
            key=figure.key,
            scenario=figure.scenario.value,
            first_month=figure.period.first,
            last_month=figure.period.last,
            exact=figure.exact,
            unit=figure.unit.code,
            withdrawn=withdrawn,
            source=figure.source,
            entered_at=at,
            entered_by_id=by.user_id,
            entered_by_name=by.name,
        )
        for figure in figures
    )
