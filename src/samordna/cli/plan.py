"""How does a person at a terminal read the plan of a year: what is to be done, for whose money, and does it suffice?"""

from typing import Annotated

import typer

from samordna.cli.options import Folder, Output
from samordna.cli.telling import STDERR, refusals, tell
from samordna.cli.writing import Format, deliver, written
from samordna.domain.plan.financing.allotment import BY_SURENESS, AllotmentState
from samordna.office import actions, questions

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_STATES = ", ".join(state.in_words for state in BY_SURENESS)


@app.command()
def plan(  # noqa: PLR0913, PLR0917 - a command has the options its user needs
    data: Folder,
    year: Annotated[int | None, typer.Option(help="Året; annars det senaste som är planerat.")] = None,
    state: Annotated[
        str | None,
        typer.Option("--state", metavar="LÄGE", help=f"Räkna på bidragen i ett läge: {_STATES}; annars det säkraste."),
    ] = None,
    version: Annotated[
        int | None, typer.Option("--version", metavar="NUMMER", help="En antagen version, som den var då.")
    ] = None,
    kind: Annotated[Format, typer.Option("--format", help="Format.")] = Format.TEXT,
    output: Output = None,
) -> None:
    """Visa verksamhetsplanen: insatser och utförare, overhead, ekonomisk sammanställning och finansieringsplan.

    En antagen plan visas som den antogs. Resultatet står alltid med det läge som bidragen är i.

    Exempel:

      samordna plan --data demo/sjuharad --year 2022

      samordna plan --data demo/sjuharad --year 2022 --state äskad --format json

      samordna plan --data demo/sjuharad --year 2025 --format pdf -o verksamhetsplan-2025.pdf
    """
    asked = _state(state)
    with refusals(reads=True):
        actions.open_association(data)
        period = questions.latest_planned_year() if year is None else questions.plan_year(year)
        if period is None:
            raise typer.BadParameter(f"Det finns inget sådant år att planera: {year}.", param_hint="--year")
        document = questions.plan_paper(period, asked, version=version)
        findings = questions.plan_asked(period, asked).findings
    deliver(written(document, kind, json_writer="document_json"), output, kind)
    if document.status:
        STDERR.print(document.status, markup=False)
        tell(findings)


def _state(text: str | None) -> AllotmentState | None:
    """Return the state that a word means; one that means none is wrong usage."""
    if text is None:
        return None
    found = questions.state_named(text)
    if found is None:
        raise typer.BadParameter(f"”{text}” är inget läge. Välj bland {_STATES}.", param_hint="--state")
    return found
