"""How does a person at a terminal get an association of their own, or two to try things on?"""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from samordna.cli.options import Folder
from samordna.cli.side_by_side import serve_side_by_side
from samordna.cli.telling import STDERR, progress_bar, refusals
from samordna.demo import Built, build_demo
from samordna.domain.statements.shipped import layout_names
from samordna.office import actions

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def new(
    folder: Annotated[Path, typer.Argument(metavar="MAPP", help="Mappen som ska bli förbundets datamapp.")],
    name: Annotated[str, typer.Option(help="Förbundets namn.", show_default=False)],
    layout: Annotated[str, typer.Option(help="Uppställning: " + ", ".join(layout_names()) + ".")] = "lkbr",
    organisation_number: Annotated[str, typer.Option(help="Organisationsnummer.", show_default=False)] = "",
) -> None:
    """Skapa ett tomt förbund i en datamapp.

    Exempel:

      samordna new mitt-forbund --name "Samordningsförbundet Exempel"
    """
    if layout not in layout_names():
        raise typer.BadParameter(f"Välj bland {', '.join(layout_names())}.", param_hint="--layout")
    with refusals():
        actions.create_association(
            folder, name=name, organisation_number=organisation_number, layout=layout, by=actions.TERMINAL
        )
    STDERR.print(f"{name} finns nu i {folder}. Läs in bokföring: samordna import-sie FIL --data {folder}", markup=False)


@app.command()
def demo(
    data: Folder = Path("demo"),
    serve: Annotated[bool, typer.Option("--serve/--no-serve", help="Visa förbunden i webbläsaren.")] = True,
    port: Annotated[int, typer.Option(min=1, max=65534, help="Porten för det första; det andra får nästa.")] = 8000,
) -> None:
    """Bygg två demoförbund ur deras bokföring, skriv deras delårsrapporter och visa dem i webbläsaren.

    Mappen som anges är den som förbundens mappar läggs i. Finns de redan byggs de inte om.

    Exempel:

      samordna demo --data demo

      samordna demo --data demo --no-serve
    """
    with refusals(), progress_bar() as told:
        built = build_demo(data, told)
    for one in built:
        STDERR.print(f"{one.name}: {one.folder}", markup=False)
        for report in one.reports:
            STDERR.print(f"  {report}", markup=False)
    _tell_logins(built)
    if serve:
        serve_side_by_side([(one.folder, port + index) for index, one in enumerate(built)])


def _tell_logins(built: Sequence[Built]) -> None:
    """Say how one gets in: the same people in both, with a password that is no secret."""
    STDERR.print("Logga in som:")
    for login in built[0].logins:
        STDERR.print(f"  {login.role_name:<14} {login.email:<24} {login.password}", markup=False)
