"""Which options do several commands share, and how are their words understood?"""

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period

Folder: TypeAlias = Annotated[
    Path, typer.Option("--data", metavar="MAPP", help="Förbundets datamapp.", show_default=False)
]
AsJson: TypeAlias = Annotated[bool, typer.Option("--json", help="Svara med JSON.")]
PeriodText: TypeAlias = Annotated[
    str,
    typer.Option(
        "--period", metavar="ÅÅÅÅ-MM..ÅÅÅÅ-MM", help="Perioden, båda månaderna medräknade.", show_default=False
    ),
]
CompareText: TypeAlias = Annotated[
    str | None,
    typer.Option("--compare", metavar="ÅÅÅÅ-MM..ÅÅÅÅ-MM", help="Jämförelseperiod; annars samma månader året före."),
]
LayoutName: TypeAlias = Annotated[
    str | None,
    typer.Option("--layout", metavar="NAMN|FIL", help="Annan uppställning än förbundets egen: ett namn eller en fil."),
]
Imports: TypeAlias = Annotated[
    list[int] | None,
    typer.Option(
        "--import", metavar="NUMMER", help="Räkna på just denna inläsning, som det var känt då; en för varje år."
    ),
]
Output: TypeAlias = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FIL", help="Skriv till fil i stället för till terminalen.")
]
Look: TypeAlias = Annotated[bool, typer.Option("--look", help="Titta bara: skriv inte upp att det lämnas ut.")]


def period_of(text: str, option: str) -> Period:
    """Return the period that an option's text says; one that says none is wrong usage."""
    try:
        return Period.parse(text)
    except ValueError as error:
        raise typer.BadParameter(f"{error}.", param_hint=option) from error


def asked_for(period: str, compare: str | None) -> Asked:
    """Return what was asked for by ``--period`` and ``--compare``."""
    return Asked.of(period_of(period, "--period"), period_of(compare, "--compare") if compare else None)
