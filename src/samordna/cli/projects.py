"""How does a person at a terminal see the projects that somebody else pays for?"""

from typing import Annotated

import typer

from samordna.cli.options import Folder, Output
from samordna.cli.telling import refusals
from samordna.cli.writing import Format, deliver, written
from samordna.domain.document import Document
from samordna.office import actions, questions

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_Kind = Annotated[Format, typer.Option("--format", help="Format.")]
_Project = Annotated[
    str | None, typer.Option("--project", metavar="NAMN", help="Bara detta projekt, med alla tabeller.")
]
_Year = Annotated[int | None, typer.Option("--year", metavar="ÅÅÅÅ", help="Året som ställs bredvid hela projektet.")]


@app.command()
def projects(
    data: Folder,
    project: _Project = None,
    year: _Year = None,
    kind: _Kind = Format.TEXT,
    output: Output = None,
) -> None:
    """Visa projekten: bidrag, kostnader, intjänat, sökt och vad förbundet ligger ute med.

    Exempel:

      samordna projects --data demo/sjuharad

      samordna projects --data demo/sjuharad --project vilja --format pdf -o vilja.pdf
    """
    with refusals(reads=True):
        actions.open_association(data)
        document = _document(project, year)
    deliver(written(document, kind, json_writer="tables_json"), output, kind)


def _document(project: str | None, year: int | None) -> Document:
    if project is None:
        return questions.projects_shown().document
    shown = questions.project_shown(project, year=year)
    if shown is None:
        known = ", ".join(one.project.id for one in questions.projects_shown().listed) or "inga alls"
        raise typer.BadParameter(
            f"Det finns inget projekt som heter så. De som finns: {known}.", param_hint="--project"
        )
    return shown.document
