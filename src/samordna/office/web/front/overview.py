"""How do things stand, for whoever has just come in?"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.document import Cell, Column, Missing, Number, Row
from samordna.domain.plan.owed import OwedKind
from samordna.domain.statements.layout import StatementKind
from samordna.domain.statements.overview import KeyStanding, Standing
from samordna.domain.statements.reading import Place
from samordna.domain.statements.signs import otherwise_in
from samordna.domain.values.language import swedish
from samordna.look.parts import Fact, KeyFigure, Link
from samordna.office import questions
from samordna.office.questions import Awaits, Overview, Task
from samordna.office.web.books.object_address import object_address
from samordna.office.web.elsewhere import is_there, link_if_there
from samordna.office.web.forms.wanted import Wanted
from samordna.office.web.forms.when import day_and_time
from samordna.office.web.front.overview_work import work
from samordna.office.web.routing import Route
from samordna.office.web.statements.figure import value_text
from samordna.office.web.statements.statement_pickers import pickers, statement_address
from samordna.renderers.charts import chart_svg
from samordna.renderers.html import table_html
from samordna.renderers.html.markup import Markup

_FINDINGS_SHOWN: Final = 4
_NO_MONTHS: Final = swedish("Kostnaden visas inte månad för månad: filen hade saldon för hela tiden i en summa.")


def overview(request: HttpRequest) -> HttpResponse:
    """Show how things stand over the wanted months, and what awaits whoever looks."""
    wanted, actor = _wanted(request), actor_of(request)
    known = questions.periods()
    if known.default is None:
        shown = questions.overview(by=actor)
        told = {"tasks": _tasks(shown), **_nothing_yet(actor, shown), **work(request, None)}
        return render(request, "overview/empty.html", told)
    shown = questions.overview(by=actor, asked=wanted.asked(known.default))
    told = {
        "shown": shown,
        "period": shown.asked.period.in_words if shown.asked else "",
        "pickers": pickers(wanted, known, (), "")[:2],
        "tasks": _tasks(shown),
        "standings": [_standing(one, wanted) for one in shown.standings],
        **_cost(shown, wanted),
        **_year_ahead(shown, wanted),
        **work(request, shown.asked),
        "no_months": "" if shown.has_months else _NO_MONTHS,
        "centres": _centres(shown, wanted),
        **_findings(shown, wanted),
        "latest": _latest(shown),
    }
    return render(request, "overview/overview.html", told)


def _wanted(request: HttpRequest) -> Wanted:
    """Return the months that the address wants; the overview is always of what holds, in the layout's own units."""
    wanted = Wanted.read(request.GET)
    return Wanted(wanted.period, wanted.compare)


def _address(place: Place, wanted: Wanted) -> str:
    return wanted.figure(place.statement, place.row, place.column) or ""


def _standing(one: KeyStanding, wanted: Wanted) -> dict[str, object]:
    """Return a figure with what it stood at before, each with where it is explained."""
    return {
        "label": one.label,
        "now": _told(one.now, wanted),
        "before": one.before and _told(one.before, wanted),
        "turned": otherwise_in(one.now.turned) if one.now.turned else "",
    }


def _told(standing: Standing, wanted: Wanted) -> dict[str, object]:
    return {
        "text": value_text(standing.cell),
        "absent": not isinstance(standing.cell, Number),
        "heading": standing.heading,
        "href": _address(standing.place, wanted),
    }


_OWED: Final = {
    OwedKind.AGREEMENT: (
        swedish("{amount} är upparbetat enligt ett avtal men inte bokfört."),
        swedish("{amount} är upparbetat enligt {count} avtal men inte bokfört."),
    ),
    OwedKind.CONTRIBUTION: (
        swedish("{amount} i bidrag är inte fakturerat än."),
        swedish("{amount} i bidrag är inte fakturerat än."),
    ),
    OwedKind.CLAIM: (
        swedish("{amount} har ett projekt rätt till men har inte fått."),
        swedish("{amount} har projekt rätt till men har inte fått."),
    ),
}
"""What the books lack, in words for one and for several."""


def _year_ahead(shown: Overview, wanted: Wanted) -> dict[str, object]:
    """Return where the year is heading, and what the books lack; before there is a plan one line that leads on."""
    ahead, address = shown.heading, f"/prognos/{wanted.query}"
    told: dict[str, object] = {"forecast_link": Link(swedish("Öppna prognosen"), address)}
    if not shown.has_plan:
        return {**told, "no_plan": True}
    owed = [_OWED[one.kind][one.count > 1].format(amount=value_text(one.amount), count=one.count) for one in shown.owed]
    told |= {
        "owed": owed,
        "owed_link": link_if_there(swedish("Se vad som inte är bokfört"), f"/ej-bokfort/{wanted.query}"),
    }
    if ahead is None:
        return told
    known = isinstance(ahead.floor, Number)
    floor = swedish("Målet är minst {floor}").format(floor=value_text(ahead.floor)) if known else ""
    return {
        **told,
        "ahead": swedish("Vart {year} är på väg").format(year=ahead.year.last // 100),
        "ahead_figures": (
            _ahead(swedish("Årets resultat enligt prognos"), ahead.result, address),
            _ahead(swedish("Eget kapital vid årets slut"), ahead.equity, address, floor),
        ),
        "below": ahead.below,
    }


def _ahead(label: str, cell: Cell, address: str, remark: str = "") -> KeyFigure:
    """Return a figure of the forecast, which leads to how it is made; the reason of one that is missing."""
    told = f"{cell.reason[:1].upper()}{cell.reason[1:]}" if isinstance(cell, Missing) else remark
    return KeyFigure(label, value_text(cell), address, told, absent=not isinstance(cell, Number))


def _cost(shown: Overview, wanted: Wanted) -> dict[str, object]:
    """Return the months of cost as a picture and a table, each month leading to what it is made of."""
    cost, asked = shown.cost, shown.asked
    if cost is None or asked is None:
        return {}
    table, place = cost.chart.table, cost.place
    months = dict(
        zip((column.id for column in table.columns), (asked.period.months, asked.compare.months), strict=True)
    )

    def address(row: Row, column: Column) -> str | None:
        month = months[column.id][int(row.id) - 1]
        period = type(asked.period)(month, month)
        return _address(place, wanted.but(period=period, compare=None)) if place else None

    return {
        "cost_title": cost.chart.title,
        "cost_picture": Markup(chart_svg(cost.chart)),
        "cost_remarks": table.remarks,
        "cost_table": table_html(replace(table, remarks=()), title_shown=False, address=address),
    }


def _centres(shown: Overview, wanted: Wanted) -> Markup | None:
    """Return the cost centres, each leading to its accounts; the whole leads to the result."""
    if shown.centres is None:
        return None
    result = next((one.now.place for one in shown.standings if one.word == "result"), None)

    def address(row: Row, column: Column) -> str | None:
        if row.id == ":whole" and result and column.id == "actual":
            return _address(result, wanted)
        return object_address("1", row.code, wanted) if row.code else None

    return table_html(shown.centres, title_shown=False, address=address)


def _findings(shown: Overview, wanted: Wanted) -> dict[str, object]:
    found = shown.findings
    return {
        "findings": found[:_FINDINGS_SHOWN],
        "findings_count": len(found),
        "statements": Link(swedish("Öppna räkenskaperna"), statement_address(StatementKind.INCOME, wanted)),
    }


def _latest(shown: Overview) -> tuple[Fact, ...]:
    """Return what was read in last: which file, when and by whom, how far it reaches, and what was told of it."""
    if shown.latest is None:
        return ()
    taken = shown.latest.taken
    address = f"/inlasning/{taken.version}/"
    warnings = shown.latest.warnings
    told = swedish("1 varning") if warnings == 1 else swedish("{count} varningar").format(count=warnings)
    return (
        Fact(swedish("Fil"), taken.file_name, Link(taken.file_name, address)),
        Fact(swedish("Räkenskapsår"), taken.year.in_words),
        Fact(swedish("Bokfört till och med"), taken.covered.end.isoformat()),
        *((Fact(swedish("Verifikationer"), taken.balances_only),) if taken.balances_only else ()),
        Fact(swedish("Inläst"), f"{day_and_time(taken.taken_at)}, {taken.taken_by}"),
        Fact(swedish("Varningar"), told if warnings else swedish("inga"), Link("", address) if warnings else None),
    )


_TASKS: Final[Mapping[Awaits, tuple[str, str, str]]] = {
    Awaits.DRAFTS: (
        swedish("En inlämnad fil väntar på ditt beslut."),
        swedish("{count} inlämnade filer väntar på ditt beslut."),
        "/inlasning/",
    ),
    Awaits.UNASSIGNED: (
        swedish("Ett konto har belopp men ingen rad i uppställningen."),
        swedish("{count} konton har belopp men ingen rad i uppställningen."),
        "/uppstallning/",
    ),
    Awaits.UNPLACED: (
        swedish("Placera ett kostnadsställe som inte finns i registret."),
        swedish("Placera {count} kostnadsställen som inte finns i registret."),
        "/kostnadsstallen/register/",
    ),
    Awaits.UNEXPLAINED: (
        swedish("En prognos skiljer sig från förslaget utan kommentar."),
        swedish("{count} prognoser skiljer sig från förslaget utan kommentar."),
        "/prognos/#rader",
    ),
    Awaits.COUNTS_TO_READ: (
        swedish("Läs en enhets siffror: godta dem eller skicka tillbaka med en fråga."),
        swedish("Läs siffror från {count} enheter: godta dem eller skicka tillbaka med en fråga."),
        "/siffror/",
    ),
    Awaits.COUNTS_LATE: (
        swedish("En enhets siffror är försenade. Påminn den."),
        swedish("Siffror från {count} enheter är försenade. Påminn dem."),
        "/siffror/paminn/",
    ),
    Awaits.SOURCES_ENDED: (
        swedish("Ett mål kan inte mätas. Bestäm vad det ska läsas av."),
        swedish("{count} mål kan inte mätas. Bestäm vad de ska läsas av."),
        "/mal/",
    ),
    Awaits.INVITATIONS: (
        swedish("En inbjudan är inte besvarad."),
        swedish("{count} inbjudningar är inte besvarade."),
        "/installningar/anvandare/",
    ),
    Awaits.FIRST_LEDGER: (swedish("Lämna in förbundets första SIE-fil."), "", "/inlasning/"),
    Awaits.FIRST_USERS: (swedish("Bjud in dem som ska arbeta här."), "", "/installningar/anvandare/"),
}
"""What awaits, in words for one and for several, and where it is done."""


def _tasks(shown: Overview) -> list[Link]:
    return [link for task in shown.tasks if is_there((link := _task(task)).href)]


def _task(task: Task) -> Link:
    one, several, href = _TASKS[task.awaits]
    return Link(one if task.count == 1 else several.format(count=task.count), href)


def _nothing_yet(actor: Actor, shown: Overview) -> dict[str, object]:
    """Return what to say while nothing has been read: what happens next, and who does it."""
    if actor.may(Deed.HAND_IN_LEDGER):
        text = swedish(
            "Exportera en SIE 4-fil ur ekonomisystemet och lämna in den. Du får se vad den innehåller innan något "
            "läses in. Ta gärna med förra året, så finns det något att jämföra med."
        )
        waiting = any(task.awaits is Awaits.DRAFTS for task in shown.tasks)
        return {"text": text, "link": None if waiting else Link(swedish("Lämna in bokföring"), "/inlasning/")}
    if actor.may(Deed.INVITE_USER):
        text = swedish(
            "Bjud in ekonomen, som läser in bokföringen. Sedan visas resultat, eget kapital och kostnader här."
        )
        return {"text": text, "link": Link(swedish("Bjud in användare"), "/installningar/anvandare/")}
    text = swedish(
        "Ekonomen läser in bokföringen. Sedan visas resultat, eget kapital, likvida medel och kostnader här."
    )
    return {"text": text, "link": Link(swedish("Läs om hur det går till"), "/hjalp/lasa-in/")}


ROUTES: Final = (Route("", "overview", overview, reads=Deed.READ_BOOKS),)
