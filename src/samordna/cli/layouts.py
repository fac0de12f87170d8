"""How does a person at a terminal find out whether a layout answers for every account?"""

import datetime as dt
from typing import Annotated

import typer

from samordna.cli.options import Folder
from samordna.cli.telling import STDOUT, refusals, tell
from samordna.domain.values.problem import Severity
from samordna.office import actions, questions
from samordna.sources.layouts import named_layout

app = typer.Typer(add_completion=False, rich_markup_mode=None, no_args_is_help=True, help="Granska uppställningar.")


@app.callback()
def layout() -> None:
    """Granska uppställningar."""


@app.command()
def check(
    name: Annotated[str, typer.Argument(metavar="NAMN|FIL", help="Uppställningens namn, eller en fil.")],
    data: Folder,
    year: Annotated[int | None, typer.Option(help="Räkenskapsår; annars det senaste som är inläst.")] = None,
) -> None:
    """Visa konton som ingen rad svarar för, konton på flera rader och rader utan konton.

    Slutar med 1 om något konto saknar rad eller står på flera.

    Exempel:

      samordna layout check sjuharad --data demo/sjuharad

      samordna layout check min.toml --data demo/insjoriket
    """
    with refusals(reads=True):
        actions.open_association(data)
        latest = max((taken.year.end.year for taken in questions.imports()), default=dt.datetime.now(tz=dt.UTC).year)
        problems = questions.layout_problems(named_layout(name, year or latest))
    tell(problems, on=STDOUT)
    if any(problem.severity is not Severity.INFORM for problem in problems):
        raise typer.Exit(1)
    STDOUT.print("Varje konto har precis en rad.")
