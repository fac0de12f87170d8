"""How does a person at a terminal see who pays what in a year, and bring populations in?"""

from pathlib import Path
from typing import Annotated

import typer

from samordna.cli.ledgers import content_of
from samordna.cli.options import Folder, Output
from samordna.cli.telling import STDERR, refusals, tell
from samordna.cli.writing import Format, deliver, written
from samordna.domain.plan.financing.allotment import AllotmentState
from samordna.domain.values.period import Period, swedish_date
from samordna.office import actions, questions

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_Year = Annotated[int | None, typer.Option(help="Året; annars det senaste som är planerat.")]
_STATES = {state.value: state for state in AllotmentState if state is not AllotmentState.WITHDRAWN}


@app.command()
def financing(
    data: Folder,
    year: _Year = None,
    state: Annotated[
        str | None,
        typer.Option(help="Vilken tilldelning siffrorna vilar på: requested, preliminary eller decided."),
    ] = None,
    kind: Annotated[Format, typer.Option("--format", help="Format.")] = Format.TEXT,
    output: Output = None,
) -> None:
    """Visa finansieringsplanen: vem som betalar vad, över tre år och mot nyckeln.

    Utan --state vilar siffrorna på det säkraste läge som alla årets tilldelningar har nått.

    Exempel:

      samordna financing --data demo/sjuharad --year 2024

      samordna financing --data demo/sjuharad --year 2025 --state preliminary --format pdf -o finansiering.pdf
    """
    if state is not None and state not in _STATES:
        raise typer.BadParameter(f"Välj bland {', '.join(_STATES)}.", param_hint="--state")
    with refusals(reads=True):
        actions.open_association(data)
        shown = questions.financing_shown(_year(year), _STATES[state] if state else None)
        document = shown.document
    deliver(written(document, kind, json_writer="tables_json"), output, kind)
    if document.status:
        STDERR.print(document.status, markup=False)


@app.command()
def population(  # noqa: PLR0913, PLR0917 - a command has the options its user needs
    data: Folder,
    year: _Year = None,
    from_scb: Annotated[
        bool, typer.Option("--from-scb", help="Hämta ur SCB:s öppna tabeller, och spara svaret.")
    ] = False,
    kept: Annotated[bool, typer.Option("--kept", help="Använd det svar från SCB som är sparat.")] = False,
    file: Annotated[
        Path | None, typer.Option("--file", metavar="FIL", help="Läs in ur folkmangd.csv.", show_default=False)
    ] = None,
    address: Annotated[str, typer.Option(help="En annan PxWeb än SCB:s.", show_default=False)] = "",
) -> None:
    """Hämta den folkmängd som årets fördelningsnyckel räknar, från SCB eller ur en fil.

    Exempel:

      samordna population --data demo/insjoriket --year 2024 --from-scb

      samordna population --data demo/insjoriket --file folkmangd.csv
    """
    if sum((from_scb, kept, file is not None)) != 1:
        raise typer.BadParameter("Välj en av --from-scb, --kept och --file.")
    content = content_of(file) if file else b""
    with refusals():
        actions.open_association(data)
        if file:
            taken = actions.take_population_file(content, by=actions.TERMINAL)
        else:
            taken = actions.fetch_population(_year(year), by=actions.TERMINAL, address=address, kept=kept)
    tell(taken.told)
    STDERR.print(f"Inläst: {taken.in_words}, {swedish_date(taken.day)}. Källa: {taken.source}.", markup=False)


def _year(asked: int | None) -> Period:
    """Return the year asked for, or the one that is usually planned."""
    if asked is None:
        return questions.usual_plan_year()
    found = questions.plan_year(asked)
    if found is None:
        raise typer.BadParameter(f"Det finns inget år {asked} att planera.", param_hint="--year")
    return found
