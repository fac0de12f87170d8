"""Which commands are there, and which module answers for each?"""

import importlib
from importlib.metadata import version
from typing import Annotated, Any, Final

import typer
from typer.core import TyperGroup

COMMANDS: Final = {
    "demo": ("samordna.cli.associations", "Bygg två demoförbund ur deras bokföring."),
    "new": ("samordna.cli.associations", "Skapa ett tomt förbund i en datamapp."),
    "import-sie": ("samordna.cli.ledgers", "Läs in bokföring ur SIE-filer."),
    "sie": ("samordna.cli.sie", "Granska, gör om och jämför SIE-filer, utan förbund."),
    "imports": ("samordna.cli.ledgers", "Visa vad som är inläst, version för version."),
    "retire-import": ("samordna.cli.ledgers", "Ta en inläsning ur bruk."),
    "enter": ("samordna.cli.figures", "Lägg in en uppgift som inte finns i bokföringen."),
    "withdraw": ("samordna.cli.figures", "Ta bort en uppgift som är inlagd."),
    "statements": (
        "samordna.cli.statements",
        "Ställ upp räkenskaperna: resultat, balans, noter, driftredovisning och mer.",
    ),
    "follow-up": ("samordna.cli.follow_up", "Följ upp per kostnadsställe mot prognos och budget."),
    "bridge": ("samordna.cli.follow_up", "Visa vägen från kostnadsställena till det egna kapitalet."),
    "outlook": ("samordna.cli.follow_up", "Visa vart året är på väg: resultat och eget kapital."),
    "balance-requirement": ("samordna.cli.balance_requirement", "Bedöm balanskravet, och vad som ska återställas."),
    "goals": ("samordna.cli.goals", "Bedöm målen och god ekonomisk hushållning."),
    "projects": ("samordna.cli.projects", "Visa projekt som någon annan betalar: bidrag, kostnader, intjänat."),
    "statistics": ("samordna.cli.statistics", "Visa statistik om dem som tar del av insatserna."),
    "plan": ("samordna.cli.plan", "Visa verksamhetsplanen för ett år."),
    "budget-form": ("samordna.cli.plans", "Skriv budgetblanketten i Excel."),
    "import-budget": ("samordna.cli.plans", "Läs in en budget ur den ifyllda blanketten."),
    "import-plan": ("samordna.cli.plans", "Läs in kostnadsställen och plan ur tabeller."),
    "financing": ("samordna.cli.financing", "Visa finansieringsplanen: vem som betalar vad."),
    "population": ("samordna.cli.financing", "Hämta folkmängd från SCB eller ur en fil."),
    "keying-sheet": ("samordna.cli.keying", "Visa det som ska matas in i Uppföljning Finsam."),
    "booking-order": ("samordna.cli.plans", "Beställ bokning av det som är upparbetat men inte bokfört."),
    "counts": ("samordna.cli.counts", "Lämna in enheternas siffror, se läget och påminn."),
    "report": ("samordna.cli.reports", "Gör en rapport."),
    "users": ("samordna.cli.users", "Visa vilka som får logga in."),
    "invite": ("samordna.cli.users", "Bjud in en användare med en länk."),
    "check": ("samordna.cli.safety", "Granska om förbundets webbplats är säker."),
    "serve": ("samordna.cli.serving", "Visa förbundet i webbläsaren."),
    "layout": ("samordna.cli.layouts", "Granska uppställningar."),
}
"""Every command: the module that holds it, and the line that the list of commands shows."""


class LazyGroup(TyperGroup):
    """A group that knows its commands by name and loads the module of one when it is run.

    Asking for help then costs nothing of what the commands need: no database, no renderers.
    """

    def list_commands(self, _ctx: Any) -> list[str]:
        """Return the names in the order people need them."""
        return list(COMMANDS)

    def get_command(self, _ctx: Any, cmd_name: str) -> Any:
        """Load and return one command; None when there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        loaded = typer.main.get_command(importlib.import_module(COMMANDS[cmd_name][0]).app)
        return getattr(loaded, "commands", {}).get(cmd_name, loaded)

    def format_commands(self, _ctx: Any, formatter: Any) -> None:
        """Write the list of commands without loading any."""
        with formatter.section("Kommandon"):
            formatter.write_dl([(name, told) for name, (_, told) in COMMANDS.items()])


app = typer.Typer(
    cls=LazyGroup,
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(value: bool) -> None:
    if value:
        typer.echo(f"samordna {version('samordna')}")
        raise typer.Exit


@app.callback()
def samordna(
    _version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Visa programmets version.")
    ] = False,
) -> None:
    """Från bokföring till undertecknad rapport, med varje siffra spårbar.

    Börja med att bygga två demoförbund: samordna demo --data demo

    Varje kommando har hjälp med exempel: samordna KOMMANDO --help
    """


def main() -> None:
    """Run the command line."""
    app(prog_name="samordna")
