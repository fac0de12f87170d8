"""How does a person at a terminal get what is keyed into the national follow-up for a year?"""

from typing import Annotated

import typer

from samordna.cli.options import Folder, Output
from samordna.cli.telling import refusals, tell
from samordna.cli.writing import Format, deliver, written
from samordna.domain.values.period import Period
from samordna.office import actions, questions
from samordna.renderers.xlsx import render_form

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_FORMATS = {Format.TEXT, Format.XLSX}


@app.command()
def keying_sheet(
    data: Folder,
    year: Annotated[int | None, typer.Option(help="Året; annars det senaste som är bokfört.")] = None,
    kind: Annotated[Format, typer.Option("--format", help="text eller xlsx.")] = Format.TEXT,
    output: Output = None,
) -> None:
    """Visa det som ska matas in i Uppföljning Finsam, i formulärets ordning.

    Det som inte är känt står som saknas, aldrig som noll. Antalen är som de är: underlaget är bara för förbundet.

    Exempel:

      samordna keying-sheet --data demo/insjoriket --year 2024

      samordna keying-sheet --data demo/insjoriket --year 2024 --format xlsx -o inmatning.xlsx
    """
    if kind not in _FORMATS:
        raise typer.BadParameter("Välj text eller xlsx.", param_hint="--format")
    with refusals(reads=True):
        actions.open_association(data)
        shown = questions.keying_shown(_year(year))
        document, form = shown.document, shown.form
    content = render_form(form) if kind is Format.XLSX else written(document, kind, json_writer="tables_json")
    deliver(content, output, kind)
    tell(shown.sheet.problems)


def _year(asked: int | None) -> Period:
    """Return the year asked for, or the one that is usually looked at."""
    if asked is None:
        return questions.usual_counted_year()
    found = next((one for one in questions.counted_years() if one.last // 100 == asked), None)
    if found is None:
        raise typer.BadParameter(f"Det finns inget år {asked} att mata in.", param_hint="--year")
    return found
