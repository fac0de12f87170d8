"""How does a person at a terminal read statistics, for whom they are meant?"""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from samordna.cli.given_out import telling_given_out, way_out
from samordna.cli.options import Folder, Look, Output, PeriodText, period_of
from samordna.cli.telling import refusals, tell
from samordna.cli.writing import Format, deliver, written
from samordna.domain.document import Document, tables_of
from samordna.domain.measures.disclosure import Audience
from samordna.domain.measures.view import View
from samordna.domain.measures.view_file import asked_view, view_named
from samordna.office import actions, questions
from samordna.renderers.csv import tables_csv

app = typer.Typer(add_completion=False, rich_markup_mode=None)


class StatisticsFormat(StrEnum):
    """The formats that statistics are written in."""

    TEXT = "text"
    JSON = "json"
    XLSX = "xlsx"
    CSV = "csv"


class AudienceAsked(StrEnum):
    """Who is to read them."""

    INSIDE = "inside"
    OWNERS = "owners"
    PUBLIC = "public"


_USUAL = "starts-and-exits"
_Many = list[str] | None


@app.command()
def statistics(  # noqa: PLR0913, PLR0917 - a command has the options its user needs
    data: Folder,
    period: PeriodText,
    measure: Annotated[_Many, typer.Option(help="Ett mått, till exempel referrals; flera går bra.")] = None,
    by: Annotated[_Many, typer.Option(help="Fördelat på: unit, activity, source, income …")] = None,
    view: Annotated[str, typer.Option(help="En färdig vy i stället för mått, till exempel inflow.")] = "",
    audience: Annotated[AudienceAsked, typer.Option(help="För vem det visas.")] = AudienceAsked.INSIDE,
    look: Look = False,
    kind: Annotated[StatisticsFormat, typer.Option("--format", help="Format.")] = StatisticsFormat.TEXT,
    output: Output = None,
) -> None:
    """Visa statistik, med röjandekontroll för dem utanför förbundet.

    Det som visas för ägarna eller offentligt skrivs upp som utlämnat, så att nästa tabell kan prövas mot det.

    Exempel:

      samordna statistics --data demo/insjoriket --period 2024-01..2024-08

      samordna statistics --data demo/insjoriket --period 2024-01..2024-08 --measure referrals --by source

      samordna statistics --data demo/insjoriket --period 2024-01..2024-08 --view inflow --audience public --format csv
    """
    asked, months = Audience(audience.value), period_of(period, "--period")
    with refusals(reads=True):
        actions.open_association(data)
        chosen = asked_view(tuple(measure), tuple(by or ())) if measure else _of(view or _USUAL, by)
        shown = questions.statistics_of(chosen, months, asked)
        if asked is not Audience.INSIDE and not look and not shown.refused:
            with telling_given_out():
                how = way_out(output, kind)
                shown = actions.publish_statistics(chosen, months, asked, how, by=actions.TERMINAL)
    tell(shown.problems)
    if shown.refused:
        raise typer.Exit(1)
    _deliver(shown.document, kind, output)


def _of(view: str, by: _Many) -> View:
    if by:
        raise typer.BadParameter("Säg också vilket mått: --measure.", param_hint="--by")
    return view_named(view)


def _deliver(document: Document, kind: StatisticsFormat, output: Path | None) -> None:
    if kind is StatisticsFormat.CSV:
        deliver(tables_csv(tables_of(document)).encode(), output, Format.TEXT)
    else:
        deliver(written(document, Format(kind.value), json_writer="tables_json"), output, Format(kind.value))
