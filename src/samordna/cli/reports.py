"""How does a person at a terminal make a report?"""

from typing import Annotated

import typer

from samordna.cli.options import CompareText, Folder, Imports, Output, PeriodText, asked_for
from samordna.cli.telling import STDERR, refusals
from samordna.cli.writing import Format, deliver, written
from samordna.office import actions, questions

app = typer.Typer(add_completion=False, rich_markup_mode=None, no_args_is_help=True, help="Gör en rapport.")


@app.callback()
def report() -> None:
    """Gör en rapport."""


@app.command()
def interim(  # noqa: PLR0913, PLR0917 - a command has the options its user needs
    data: Folder,
    period: PeriodText,
    compare: CompareText = None,
    kind: Annotated[Format, typer.Option("--format", help="Format.")] = Format.PDF,
    output: Output = None,
    imports: Imports = None,
) -> None:
    """Gör delårsrapporten i förbundets egen form.

    Exempel:

      samordna report interim --data demo/sjuharad --period 2024-01..2024-08 --format pdf -o delårsrapport.pdf

      samordna report interim --data demo/insjoriket --period 2024-01..2024-08 --format docx -o delårsrapport.docx
    """
    asked = asked_for(period, compare)
    with refusals(reads=True):
        actions.open_association(data)
        document = questions.interim_report(asked, versions=imports or None)
    deliver(written(document, kind, json_writer="document_json"), output, kind)
    if document.status:
        STDERR.print(document.status, markup=False)
