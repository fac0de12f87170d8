"""How does a person at a terminal take in the units' counts, see how they stand, and remind who is late?"""

import datetime as dt
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any, Final, TypeAlias

import typer
from rich.table import Table

from samordna.cli.ledgers import content_of
from samordna.cli.options import AsJson, Folder, period_of
from samordna.cli.telling import STDERR, STDOUT, print_whole, problem_values, refusals, tell
from samordna.cli.writing import Format, deliver
from samordna.domain.participation.collecting.calendar import CountsAsked
from samordna.domain.participation.collecting.rates import Awaited, rates_of, tally_of
from samordna.domain.participation.collecting.reminders import ReminderDays
from samordna.domain.participation.count_form import count_form
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused
from samordna.office import actions, questions
from samordna.renderers.xlsx import render_form

app = typer.Typer(add_completion=False, rich_markup_mode=None, no_args_is_help=True)
counts = typer.Typer(
    add_completion=False, rich_markup_mode=None, no_args_is_help=True,
    help="Enheternas siffror: lämna in, se läget, hämta blanketter, godta, låsa och påminna.",
)  # fmt: skip
app.add_typer(counts, name="counts")

_Unit: TypeAlias = Annotated[str, typer.Option("--unit", metavar="ENHET", help="Enhetens namn.", show_default=False)]
_Months: TypeAlias = Annotated[
    str, typer.Option("--period", metavar="ÅÅÅÅ-MM..ÅÅÅÅ-MM", help="Perioden.", show_default=False)
]
_Activity: TypeAlias = Annotated[
    str | None, typer.Option("--activity", metavar="INSATS", help="Insatsen, när enheten är ombedd för flera.")
]
_WIDE: Final = Format.XLSX


@counts.command(name="import")
def import_counts(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FIL…", help="Blanketter (xlsx), paket (json), tabeller (csv).", show_default=False),
    ],
    data: Folder,
    reason: Annotated[str, typer.Option(help="Varför siffror som redan är lämnade rättas.")] = "",
    arrived: Annotated[
        str | None, typer.Option("--arrived", metavar="ÅÅÅÅ-MM-DD", help="Dagen de kom, när det var före i dag.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Lämna in siffror ur filer: alla filerna, eller ingen. Filen säger själv vilken enhet och period den gäller.

    Exempel:

      samordna counts import lerum.xlsx molndal.json --data demo/insjoriket --arrived 2025-01-14
    """
    day = _day(arrived, "--arrived")
    content = {file.name: content_of(file) for file in files}
    with refusals(as_json=as_json):
        actions.open_association(data)
        taken = actions.take_counts(content, by=actions.TERMINAL, reason=reason, arrived=day)
    if as_json:
        reports = [{"unit": one.unit, "activity": one.activity, "period": str(one.period)} for one in taken.reports]
        _say({"taken": reports, "problems": [problem_values(one) for one in taken.problems]})
        return
    tell(taken.problems)
    STDERR.print(f"Inlämnade: {len(taken.reports)}. De räknas i uppföljningen när de är godtagna.")


@counts.command()
def template(
    data: Folder,
    unit: _Unit,
    period: _Months,
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FIL", help="Filen att skriva.", show_default=False)
    ],
    activity: _Activity = None,
) -> None:
    """Skriv en enhets blankett i Excel: utan siffror, att fylla i och läsa in med counts import.

    Exempel:

      samordna counts template --unit "ACTivera Lerum" --period 2024-09..2024-12 -o lerum.xlsx --data demo/insjoriket
    """
    with refusals(reads=True):
        actions.open_association(data)
        held = questions.counts_held()
        form = count_form(held.asked_of(_line(unit, period, activity).asked))
    deliver(render_form(form), output, _WIDE)


@counts.command(name="list")
def list_counts(
    data: Folder,
    period: Annotated[str | None, typer.Option("--period", metavar="ÅÅÅÅ-MM..ÅÅÅÅ-MM", help="Bara perioden.")] = None,
    kind: Annotated[Format, typer.Option("--format", help="text eller json.")] = Format.TEXT,
) -> None:
    """Visa vilka enheter som har lämnat, vad som saknas eller är sent, och vad som väntar på att läsas.

    Exempel:

      samordna counts list --period 2024-09..2024-12 --data demo/insjoriket
    """
    wanted = period_of(period, "--period") if period else None
    if kind not in {Format.TEXT, Format.JSON}:
        raise typer.BadParameter("Välj text eller json.", param_hint="--format")
    with refusals(reads=True):
        actions.open_association(data)
        held = questions.counts_held()
    periods = [one for one in held.periods if wanted in (None, one)]
    by_period = {one: [line for line in held.awaited if line.asked.period == one] for one in periods}
    if kind is Format.JSON:
        _say({"periods": [_values(one, lines) for one, lines in by_period.items()]})
        return
    for one, lines in by_period.items():
        _show(one, lines)
    if not periods:
        STDOUT.print("Ingen enhet är ombedd att lämna siffror.")


@counts.command()
def accept(data: Folder, unit: _Unit, period: _Months, activity: _Activity = None) -> None:
    """Godta en enhets siffror: de räknas i uppföljningen från och med nu.

    Exempel:

      samordna counts accept --unit "ACTivera Lerum" --period 2024-09..2024-12 --data demo/insjoriket
    """
    with refusals():
        actions.open_association(data)
        actions.accept_counts(_line(unit, period, activity).asked, by=actions.TERMINAL)
    STDERR.print("Godtagna.")


@counts.command()
def lock(data: Folder, unit: _Unit, period: _Months, activity: _Activity = None) -> None:
    """Lås en enhets siffror som är godtagna: därefter rättas de bara med ett skäl.

    Exempel:

      samordna counts lock --unit "ACTivera Lerum" --period 2024-09..2024-12 --data demo/insjoriket
    """
    with refusals():
        actions.open_association(data)
        actions.lock_counts(_line(unit, period, activity).asked, by=actions.TERMINAL)
    STDERR.print("Låsta.")


@counts.command()
def remind(
    data: Folder,
    site: Annotated[
        str, typer.Option("--site", envvar="SAMORDNA_SITE", metavar="ADRESS", help="Webbplatsens adress.")
    ] = "",
    before: Annotated[int, typer.Option(min=0, max=60, help="Dagar före sista dag.")] = ReminderDays().before,
    after: Annotated[int, typer.Option(min=1, max=120, help="Dagar efter sista dag.")] = ReminderDays().after,
    today: Annotated[str | None, typer.Option("--today", metavar="ÅÅÅÅ-MM-DD", help="Räkna som om det var då.")] = None,
) -> None:
    """Påminn de enheter som det är dags för, med en ny länk till deras blankett. Ingen påminns två gånger samma dag.

    Utan e-postserver (SAMORDNA_MAIL_HOST) skrivs breven här i stället, att kopiera.

    Exempel:

      samordna counts remind --site https://samordna.example.se --data demo/insjoriket
    """
    if not site.startswith(("https://", "http://")):
        raise typer.BadParameter(
            "Skriv webbplatsens adress, till exempel https://samordna.example.se: länkarna börjar så.",
            param_hint="--site",
        )
    day = _day(today, "--today")
    with refusals():
        if wrong := questions.mail_problems():
            raise Refused(wrong)
        actions.open_association(data)
        done = actions.remind_units(site, by=actions.TERMINAL, days=ReminderDays(before, after), today=day)
    for one in done.sent:
        if one.mailed:
            STDERR.print(f"Skickat till {one.to.contact}: {one.letter.subject}", markup=False)
        else:
            STDOUT.print(f"Till: {one.to.contact or '(ingen adress)'}\nÄmne: {one.letter.subject}\n", markup=False)
            STDOUT.print(one.letter.text, markup=False)
    tell(done.problems)
    STDERR.print(f"Påminda: {len(done.sent)}.")
    if any(one.severity.value == "refuse" for one in done.problems):
        raise typer.Exit(1)


def _line(unit: str, period: str, activity: str | None) -> Awaited:
    """Return what a unit is asked by its name or key; what there is not, or is several, is wrong usage."""
    months, held = period_of(period, "--period"), questions.counts_held()
    of_period = [one for one in held.awaited if one.asked.period == months]
    found = [one for one in of_period if unit in (one.asked.unit.key, one.asked.unit.name)]
    if not found:
        known = _among(one.asked.unit.name for one in of_period)
        raise typer.BadParameter(f"Enheten är inte ombedd för perioden. De som är det: {known}.", param_hint="--unit")
    chosen = [one for one in found if activity in (None, one.asked.activity.key, one.asked.activity.name)]
    if len(chosen) != 1:
        known = _among(one.asked.activity.name for one in found)
        raise typer.BadParameter(f"Säg vilken insats. Enheten är ombedd för {known}.", param_hint="--activity")
    return chosen[0]


def _among(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(names)) or "ingen alls"


def _day(text: str | None, option: str) -> dt.date | None:
    if text is None:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"”{text}” är ingen dag. Skriv ÅÅÅÅ-MM-DD.", param_hint=option) from error


def _values(period: Period, lines: list[Awaited]) -> dict[str, Any]:
    rates, tally = rates_of(lines), tally_of(lines, dt.date.today())  # noqa: DTZ011 - the day where the person is
    return {
        "period": str(period),
        "asked": rates.asked, "received": rates.received, "in_time": rates.in_time,
        "missing": tally.missing, "late": tally.late, "to_read": tally.to_read, "sent_back": tally.sent_back,
        "questions": tally.questions, "done": tally.done,
        "units": [_unit(one.asked, one) for one in lines],
    }  # fmt: skip


def _unit(asked: CountsAsked, line: Awaited) -> dict[str, Any]:
    sent = line.submission
    return {
        "unit": asked.unit.name, "activity": asked.activity.name, "state": line.state.value,
        "due": asked.due.isoformat(), "came": sent.first_sent_in.isoformat() if sent else None,
        "in_time": line.in_time, "questions": len(sent.questions) if sent else 0,
    }  # fmt: skip


def _show(period: Period, lines: list[Awaited]) -> None:
    rates, today = rates_of(lines), dt.date.today()  # noqa: DTZ011 - the day where the person is
    table = Table(title=f"Siffror {period.in_words}", title_justify="left")
    for heading in ("Enhet", "Insats", "Läge", "Sista dag", "Kom"):
        table.add_column(heading)
    for one in lines:
        asked, sent = one.asked, one.submission
        state = "försenade" if one.is_late(today) else one.state.in_words
        came = f"{sent.first_sent_in}" + ("" if one.in_time else ", efter sista dag") if sent else ""
        table.add_row(asked.unit.name, asked.activity.name, state, f"{asked.due}", came)
    print_whole(table)
    STDOUT.print(f"Lämnade {rates.received} av {rates.asked}, i tid {rates.in_time}.\n")


def _say(values: dict[str, Any]) -> None:
    typer.echo(json.dumps(values, ensure_ascii=False, indent=1))
