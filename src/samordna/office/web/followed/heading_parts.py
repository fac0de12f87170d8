"""What stands on the pages of the forecast?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import quote

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.plan.forecast import Ground
from samordna.domain.values.kronor import kronor_as_they_are
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.problem import Problem
from samordna.look.parts import Act, Cell, Heading, Link, Mark, Things, Tone
from samordna.office.questions import ForecastGroup, ForecastRow, ForecastShown
from samordna.office.web.elsewhere import link_if_there
from samordna.office.web.forms.when import day_and_time
from samordna.renderers.html import row_anchor

GROUNDS: Final = {
    Ground.AGREEMENT: swedish("Enligt avtalet"),
    Ground.LAST_YEAR: swedish("Som förra årets månader"),
    Ground.RUN_RATE: swedish("I samma takt"),
    Ground.BUDGET: swedish("Enligt budgeten"),
}
"""What a proposal is called, by what it rests on."""

_OWN: Final = Mark(Tone.INFORM, swedish("Egen"))
_PROPOSED: Final = Mark(Tone.QUIET, swedish("Förslag"))
_UNKNOWN: Final = Mark(Tone.WARN, swedish("Saknas"))


@dataclass(frozen=True)
class Typed:
    """What somebody typed that could not be done, and why: it is shown again where it was typed."""

    place: str
    problems: tuple[Problem, ...]
    values: Mapping[str, str] = field(default_factory=dict)


FREEZE, FORM = ":frys", ":blankett"
"""Places of the page where something is typed, besides the rows."""


def anchor_of(row: str) -> str:
    """Return the end of an address that leads to a row of the forecast."""
    return row_anchor("prognos", row)


def forecast_part(shown: ForecastShown, actor: Actor, query: str, wrong: Typed | None) -> dict[str, object]:
    """Return the forecast row by row, what can be done about each, what was frozen, and the forms."""
    may = actor.may(Deed.ENTER_FORECAST)
    return {
        "year": shown.year.last // 100,
        "groups": [_group(group, query, wrong, may=may) for group in shown.groups],
        "total": kronor(shown.total),
        "may_enter": may,
        "row_action": f"/prognos/rad/{query}",
        "freeze_action": f"/prognos/frys/{query}",
        "may_freeze": actor.may(Deed.FREEZE_FORECAST) and bool(shown.groups),
        "freeze_wrong": wrong if wrong and wrong.place == FREEZE else None,
        "form_action": f"/prognos/blankett/{query}",
        "form_file": f"/prognos/blankett.xlsx{query}",
        "form_wrong": wrong if wrong and wrong.place == FORM else None,
        "frozen": _frozen(shown),
        "grid": link_if_there(swedish("Fyll i som i ett kalkylblad"), f"/kostnadsstallen/{query}"),
        "register": link_if_there(swedish("Lägg upp kostnadsställena"), "/kostnadsstallen/register/"),
    }


def kronor(amount: Ore | None) -> str:
    """Return an amount as a figure of a table, with öre where there are any; a word when it is not known."""
    if amount is None:
        return swedish("saknas")
    return kronor_as_they_are(amount)


def _group(group: ForecastGroup, query: str, wrong: Typed | None, *, may: bool) -> dict[str, object]:
    rows = [_row(row, query, wrong if wrong and wrong.place == row.row.key else None, may=may) for row in group.rows]
    return {"name": group.name, "rows": rows, "total": kronor(group.total)}


def _row(one: ForecastRow, query: str, wrong: Typed | None, *, may: bool) -> dict[str, object]:
    key, number = one.row.key, one.number
    latest = one.said[0] if one.is_said else None
    own = latest.value if latest else None
    held = {"belopp": kronor(own.amount) if own else "", "kommentar": own.comment if own else ""}
    return {
        "key": key,
        "anchor": anchor_of(key),
        "field": quote(key, safe=""),
        "code": key if one.row.code else "",
        "name": one.row.name,
        "amount": kronor(number.amount if number else None),
        "mark": _OWN if latest else _PROPOSED if number else _UNKNOWN,
        "how": _how(one),
        "who": f"{latest.by} {day_and_time(latest.at)}" if latest else "",
        "seen": wrong.values.get("seen", str(one.seen)) if wrong else str(one.seen),
        "proposal": kronor(one.proposals[0].amount) if one.proposals else "",
        "typed": {**held, **(wrong.values if wrong else {})},
        "problems": wrong.problems if wrong else (),
        "proposals": [_proposal(one, place, query, may=may) for place in range(len(one.proposals))],
        "back": _back(one, query) if may and one.is_said else None,
        "earlier": tuple(_earlier(one)),
    }


def _how(one: ForecastRow) -> str:
    if one.number and one.number.how:
        return one.number.how
    if one.number:
        return swedish("Utan kommentar: skriv kort varför, innan prognosen fryses.")
    return swedish("Inget är bokfört, avtalat eller budgeterat att utgå från: skriv ett belopp.")


def _proposal(one: ForecastRow, place: int, query: str, *, may: bool) -> dict[str, object]:
    proposal = one.proposals[place]
    current = one.number is not None and one.number.amount == proposal.amount
    hidden = (("rad", one.row.key), ("seen", str(one.seen)), ("grund", proposal.ground.value))
    return {
        "name": GROUNDS[proposal.ground],
        "amount": kronor(proposal.amount),
        "how": proposal.how,
        "current": current,
        "act": Act(swedish("Använd"), f"/prognos/rad/{query}", hidden) if may and not current else None,
    }


def _back(one: ForecastRow, query: str) -> Act:
    hidden = (("rad", one.row.key), ("seen", str(one.seen)), ("tillbaka", "1"))
    return Act(swedish("Gå tillbaka till förslaget"), f"/prognos/rad/{query}", hidden)


def _earlier(one: ForecastRow) -> Iterator[dict[str, str]]:
    """Yield what was said of a row before what holds, latest first."""
    for said in one.said[1:] if one.is_said else one.said:
        told = kronor(said.value.amount) if said.value else swedish("förslaget")
        comment = said.value.comment if said.value else ""
        yield {"told": told, "comment": comment, "who": f"{said.by} {day_and_time(said.at)}"}


def _frozen(shown: ForecastShown) -> Things | None:
    year = shown.year.last // 100
    rows = tuple(
        (
            Cell(one.said.value.occasion, href=f"/prognos/fryst/{year}/{one.number}/"),
            Cell(one.said.value.frozen.isoformat()),
            Cell(one.said.by),
            Cell(kronor(one.total)),
        )
        for one in shown.frozen
    )
    headings = (
        Heading(swedish("Fryst för")),
        Heading(swedish("Dag")),
        Heading(swedish("Av")),
        Heading(swedish("Summa, kr"), numbers=True),
    )
    return Things(swedish("Frysta prognoser"), headings, rows) if rows else None


def back_to_forecast(query: str = "") -> Link:
    """Return the way back to the forecast."""
    return Link(swedish("Till prognosen"), f"/prognos/{query}")
