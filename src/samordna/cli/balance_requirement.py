"""How does a person at a terminal ask whether the balance requirement is met?"""

from functools import partial
from typing import Annotated

import typer

from samordna.cli.options import Folder, Imports, LayoutName, Output
from samordna.cli.telling import STDERR, refusals
from samordna.cli.writing import Format, deliver, written
from samordna.office import actions, questions
from samordna.sources.layouts import named_layout

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command(name="balance-requirement")
def balance_requirement(  # noqa: PLR0913, PLR0917 - a command has the options its user needs
    data: Folder,
    year: Annotated[int, typer.Option(help="Räkenskapsåret.", show_default=False)],
    layout: LayoutName = None,
    kind: Annotated[Format, typer.Option("--format", help="Format.")] = Format.TEXT,
    output: Output = None,
    imports: Imports = None,
) -> None:
    """Bedöm balanskravet: ett avslutat år på utfallet, ett pågående på helårets prognos, ett kommande på budgeten.

    Exempel:

      samordna balance-requirement --data demo/sjuharad --year 2024

      samordna balance-requirement --data demo/insjoriket --year 2024 --format pdf -o balanskrav.pdf
    """
    with refusals(reads=True):
        actions.open_association(data)
        chosen = partial(named_layout, layout) if layout else None
        shown = questions.balance_requirement_of_year(year, layout=chosen, versions=imports or None)
        document = shown.document
    deliver(written(document, kind, json_writer="tables_json"), output, kind)
    if document.status:
        STDERR.print(document.status, markup=False)
