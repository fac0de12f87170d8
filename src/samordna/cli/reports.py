"""How does a person at a terminal make a report?"""

from pathlib import Path
from typing import Annotated

import typer

from samordna.cli.given_out import telling_given_out, way_out
from samordna.cli.options import CompareText, Folder, Imports, Look, Output, PeriodText, asked_for
from samordna.cli.telling import STDERR, refusals
from samordna.cli.writing import Format, deliver, refuse_screen, written
from samordna.domain.statements.span import Asked
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
    look: Look = False,
) -> None:
    """Gör delårsrapporten i förbundets egen form.

    De antal som den berättar skrivs upp som utlämnade, så att nästa tabell kan prövas mot dem.

    Exempel:

      samordna report interim --data demo/sjuharad --period 2024-01..2024-08 --format pdf -o delårsrapport.pdf

      samordna report interim --data demo/insjoriket --period 2024-01..2024-08 --format docx -o delårsrapport.docx
    """
    _made("interim", data, asked_for(period, compare), imports, kind, output, look=look)


@app.command()
def annual(  # noqa: PLR0913, PLR0917 - a command has the options its user needs
    data: Folder,
    period: PeriodText,
    compare: CompareText = None,
    kind: Annotated[Format, typer.Option("--format", help="Format.")] = Format.PDF,
    output: Output = None,
    imports: Imports = None,
    look: Look = False,
) -> None:
    """Gör årsredovisningen för ett helt räkenskapsår i förbundets egen form.

    De antal som den berättar skrivs upp som utlämnade, så att nästa tabell kan prövas mot dem.

    Exempel:

      samordna report annual --data demo/sjuharad --period 2023-01..2023-12 --format pdf -o årsredovisning.pdf

      samordna report annual --data demo/insjoriket --period 2023-01..2023-12 --format docx -o årsredovisning.docx
    """
    _made("annual", data, asked_for(period, compare), imports, kind, output, look=look)


def _made(  # noqa: PLR0913, PLR0917 - what the commands were given
    report: str, data: Path, asked: Asked, imports: list[int] | None, kind: Format, output: Path | None, *, look: bool
) -> None:
    """Make a report of a kind and deliver it; what there is to know of it is said beside it."""
    refuse_screen(output, kind)
    with refusals(reads=True):
        actions.open_association(data)
        if look:
            made = questions.report(report, asked, versions=imports or None)
        else:
            with telling_given_out():
                how = way_out(output, kind.value)
                made = actions.take_out_report(report, asked, how, by=actions.TERMINAL, versions=imports or None)
    deliver(written(made.document, kind, json_writer="document_json"), output, kind)
    for told in (made.document.status, *map(str, made.warnings)):
        if told:
            STDERR.print(told, markup=False)
