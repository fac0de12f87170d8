"""How does a person at a terminal enter a figure that no ledger holds, or withdraw one?"""

from decimal import Decimal, InvalidOperation
from typing import Annotated

import typer

from samordna.cli.options import Folder, PeriodText, period_of
from samordna.cli.telling import STDERR, refusals
from samordna.domain.ledger.entered import LEAST_PART, EnteredFigure, Scenario
from samordna.domain.values.unit import UNITS
from samordna.office import actions

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def enter(  # noqa: PLR0913, PLR0917 - a command has the options its user needs
    line: Annotated[
        str, typer.Argument(metavar="RAD", help="Uppställning och rad, till exempel keyfigures:anstallda.")
    ],
    value: Annotated[
        str, typer.Argument(metavar="VÄRDE", help="Värdet i den angivna enheten; decimaltecknet är komma.")
    ],
    data: Folder,
    period: PeriodText,
    source: Annotated[str, typer.Option(help="Var uppgiften är hämtad: handling eller beslut.", show_default=False)],
    unit: Annotated[str, typer.Option(help="Enhet: " + ", ".join(UNITS) + ".")] = "kr",
    scenario: Annotated[Scenario, typer.Option(help="Utfall, budget eller prognos.")] = Scenario.ACTUAL,
) -> None:
    """Lägg in en uppgift som inte finns i bokföringen: budget, prognos, antal anställda, äldre år.

    Exempel:

      samordna enter keyfigures:anstallda 2 --unit persons --period 2024-01..2024-08
        --source "Kansliet" --data demo/insjoriket

      samordna enter income:kostnader --scenario budget --period 2024-01..2024-12
        --source "Budget 2024" --data demo/insjoriket -- -21078000
    """
    if unit not in UNITS:
        raise typer.BadParameter(f"Välj bland {', '.join(UNITS)}.", param_hint="--unit")
    figure = EnteredFigure(line, scenario, period_of(period, "--period"), _exact(value, unit), UNITS[unit], source)
    with refusals():
        actions.open_association(data)
        receipt = actions.enter_figures([figure], by=actions.TERMINAL)
    STDERR.print("Inlagt." if receipt.entered else "Uppgiften fanns redan.")


@app.command()
def withdraw(
    line: Annotated[str, typer.Argument(metavar="RAD", help="Uppställning och rad, som när uppgiften lades in.")],
    data: Folder,
    period: PeriodText,
    reason: Annotated[str, typer.Option(help="Varför uppgiften tas bort.", show_default=False)],
    scenario: Annotated[Scenario, typer.Option(help="Utfall, budget eller prognos.")] = Scenario.ACTUAL,
) -> None:
    """Ta bort en inlagd uppgift: den gäller inte längre, men står kvar i spåret.

    Exempel:

      samordna withdraw keyfigures:anstallda --period 2024-01..2024-08
        --reason "Gällde ett annat år" --data demo/insjoriket
    """
    months = period_of(period, "--period")
    with refusals():
        actions.open_association(data)
        actions.withdraw_figure(line, scenario, months, reason=reason, by=actions.TERMINAL)
    STDERR.print("Borttaget.")


def _exact(text: str, unit: str) -> int:
    """Return the value in the least part of its unit (öre, persons, hundredths of a per cent)."""
    try:
        value = Decimal(text.replace("\u00a0", "").replace(" ", "").replace("\u2212", "-").replace(",", "."))
    except InvalidOperation as error:
        raise typer.BadParameter(f"{text} är inget tal.", param_hint="VÄRDE") from error
    if not value.is_finite() or abs(value.adjusted()) > 30:
        raise typer.BadParameter(f"{text} är inget tal.", param_hint="VÄRDE")
    scaled = value * Decimal(int(UNITS[unit].holds / LEAST_PART[unit]))
    if scaled != int(scaled):
        raise typer.BadParameter(f"{text} har fler decimaler än enheten rymmer.", param_hint="VÄRDE")
    return int(scaled)
