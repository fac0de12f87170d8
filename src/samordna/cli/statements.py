"""How does a person at a terminal ask for statements?"""

from enum import StrEnum
from functools import partial
from typing import Annotated

import typer

from samordna.cli.options import CompareText, Folder, Imports, LayoutName, Output, PeriodText, asked_for
from samordna.cli.telling import STDERR, refusals
from samordna.cli.writing import Format, deliver, written
from samordna.domain.statements.layout import StatementKind
from samordna.office import actions, questions
from samordna.sources.layouts import named_layout

app = typer.Typer(add_completion=False, rich_markup_mode=None)


class Wanted(StrEnum):
    """Which statements."""

    INCOME = "income"
    BALANCE = "balance"
    CASHFLOW = "cashflow"
    NOTES = "notes"
    KEY_FIGURES = "keyfigures"
    OPERATING = "operating"
    SUMMARY = "summary"
    ALL = "all"


@app.command()
def statements(  # noqa: PLR0913, PLR0917 - a command has the options its user needs
    data: Folder,
    period: PeriodText,
    compare: CompareText = None,
    statement: Annotated[Wanted, typer.Option(help="Vilka räkningar.")] = Wanted.ALL,
    layout: LayoutName = None,
    kind: Annotated[Format, typer.Option("--format", help="Format.")] = Format.TEXT,
    output: Output = None,
    imports: Imports = None,
) -> None:
    """Ställ upp räkenskaperna: resultat, balans, kassaflöde, noter, nyckeltal, driftredovisning, sammanfattning.

    Exempel:

      samordna statements --data demo/sjuharad --period 2024-01..2024-08 --statement income

      samordna statements --data demo/sjuharad --period 2024-01..2024-08 --format xlsx -o räkenskaper.xlsx

      samordna statements --data demo/insjoriket --period 2024-01..2024-08 --layout min.toml
    """
    asked = asked_for(period, compare)
    with refusals(reads=True):
        actions.open_association(data)
        chosen = partial(named_layout, layout) if layout else None
        only = None if statement is Wanted.ALL else StatementKind(statement.value)
        document = questions.statements(asked, kind=only, layout=chosen, versions=imports or None)
    deliver(written(document, kind, json_writer="tables_json"), output, kind)
    if document.status:
        STDERR.print(document.status, markup=False)
