"""How does a person at a terminal hand in a plan: its register and budgets in files, or a filled-in form?"""

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from samordna.cli.ledgers import content_of
from samordna.cli.options import Folder, PeriodText, period_of
from samordna.cli.telling import STDERR, refusals, tell
from samordna.cli.writing import Format, deliver, written
from samordna.domain.plan.budget import Decision
from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period
from samordna.office import actions, questions
from samordna.renderers.xlsx import render_form

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command(name="import-budget")
def import_budget(
    file: Annotated[Path, typer.Argument(metavar="FIL", help="Budgetblanketten, ifylld.", show_default=False)],
    data: Folder,
    year: Annotated[int | None, typer.Option(help="Året; annars det senaste som är inläst.")] = None,
    reference: Annotated[str, typer.Option("--decision", help="Beslutet: paragraf eller handling.")] = "",
    reason: Annotated[str, typer.Option(help="Varför budgeten ändras.")] = "",
) -> None:
    """Läs in en budget ur den blankett som hämtas med budget-form eller på sidan Budget: hela, eller inget.

    Exempel:

      samordna import-budget budget-2025.xlsx --year 2025 --decision "Styrelsen § 41" --data demo/sjuharad
    """
    content = content_of(file)
    decision = Decision(reference or f"filen {file.name}", reason or "Inläst ur blankett")
    with refusals():
        actions.open_association(data)
        told = actions.take_budget_form(content, file.name, _year(year), decision, by=actions.TERMINAL)
    tell(told)
    STDERR.print("Inläst.")


@app.command(name="budget-form")
def budget_form(
    data: Folder,
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FIL", help="Filen att skriva.", show_default=False)
    ],
    year: Annotated[int | None, typer.Option(help="Året; annars det senaste som är inläst.")] = None,
) -> None:
    """Skriv budgetblanketten i Excel, med det som gäller ifyllt: ändra i den och läs in den med import-budget.

    Exempel:

      samordna budget-form --year 2025 -o budget-2025.xlsx --data demo/sjuharad
    """
    with refusals(reads=True):
        actions.open_association(data)
        form = questions.budget_form_of(_year(year))
    deliver(render_form(form), output, Format.XLSX)


@app.command(name="import-plan")
def import_plan(
    files: Annotated[
        list[Path], typer.Argument(metavar="FIL…", help="Tabeller (CSV) med register och plan.", show_default=False)
    ],
    data: Folder,
) -> None:
    """Läs in kostnadsställen, budget, prognos, avtal och bidrag ur tabeller: alla filerna, eller ingen.

    Filernas namn säger vad de innehåller: kostnadsstallen.csv, grupper.csv, budget-2024.csv, prognos-2024-08.csv,
    avtal-2024.csv, bidrag-2024.csv, verksamhetsplan-2025.csv, overhead-2025.csv, plantexter-2025.csv.

    Exempel:

      samordna import-plan inlagor/*.csv --data mitt-forbund
    """
    handed_in = {path.name: content_of(path) for path in files}
    with refusals():
        actions.open_association(data)
        told = actions.take_plan(handed_in, by=actions.TERMINAL)
    tell(told)
    STDERR.print("Inläst.")


@app.command(name="booking-order")
def booking_order(
    data: Folder,
    period: PeriodText,
    output: Annotated[
        Path,
        typer.Option("-o", "--output", metavar="FIL", help="Filen att skriva: .pdf, .docx, .xlsx eller .si (SIE 4I)."),
    ],
) -> None:
    """Beställ bokning av det som är upparbetat men inte bokfört, och skriv bokningsordern.

    Finns inget nytt att beställa skrivs den senaste bokningsordern för perioden.

    Exempel:

      samordna booking-order --data demo/sjuharad --period 2024-01..2024-08 -o bokningsorder.pdf

      samordna booking-order --data demo/sjuharad --period 2024-01..2024-08 -o bokningsorder.si
    """
    months = period_of(period, "--period")
    kind = _format_of(output)
    with refusals():
        actions.open_association(data)
        order = _ordered(months)
        content = (
            order.importable(dt.datetime.now(dt.UTC).date())
            if kind is None
            else written(order.document, kind, json_writer="document_json")
        )
    deliver(content, output, kind or Format.TEXT)
    STDERR.print(f"{order.order.title}: {len(order.entries)} poster, {order.entries[0].owed.state_in_words}.")


def _ordered(months: Period) -> questions.OrderShown:
    """Return an order of all of the last month that nobody has ordered yet, or the latest there is of the period."""
    found = questions.owed_overview(Asked.of(months)).to_order
    waiting = [one for one in found if one.owed.period.last == months.last]
    there = [one for one in questions.booking_orders() if one.order.day == months.end]
    if waiting or not there:
        made = actions.order_booking(months, [one.key for one in waiting], by=actions.TERMINAL)
        return questions.booking_order(made.number)
    return there[0]


def _format_of(output: Path) -> Format | None:
    """Return the format that a file's name ends in; None for a file of SIE."""
    ending = output.suffix.lower().removeprefix(".")
    if ending in {"si", "sie", "se"}:
        return None
    if ending not in set(Format):
        raise typer.BadParameter(f"{output} slutar inte på .pdf, .docx, .xlsx eller .si.", param_hint="-o")
    return Format(ending)


def _year(asked: int | None) -> Period:
    """Return the fiscal year asked for, or the latest that was read; calendar years when none was."""
    known = questions.periods()
    years = [one.year for one in known.years]
    if asked is None and years:
        return years[0]
    wanted = asked or dt.datetime.now(dt.UTC).year
    return next((one for one in years if one.last // 100 == wanted), Period(wanted * 100 + 1, wanted * 100 + 12))
