"""What does a test of a unit's form begin with: who is asked for what, a link, and how a form is filled in?"""

import datetime as dt
from collections.abc import Iterable, Mapping
from html.parser import HTMLParser

from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.sources.budgets.forms import cells_of, written
from tests.visiting import Site

from samordna.access.models import Role
from samordna.domain.participation.asked import Named
from samordna.domain.participation.collecting.calendar import CountsAsked
from samordna.domain.participation.count_form import COMPLETE_ROW, HEADINGS, TEXT, VOUCHED_ROW, count_form, row_names
from samordna.domain.values.period import Period
from samordna.office import actions, questions

TABLES = ("referrals", "starts", "starts_by_age", "anonymous", "head_count", "progression_change", "measured_twice")
UNIT, OTHER = Named("steget-granby", "Steget Granby"), Named("steget-ekby", "Steget Ekby")
ACTIVITY, OTHER_ACTIVITY = Named("steget", "Steget"), Named("bron", "Bron")
PERIOD, BEFORE = Period(202405, 202408), Period(202401, 202404)


def line(unit: Named = UNIT, activity: Named = ACTIVITY, period: Period = PERIOD, tables=TABLES) -> CountsAsked:
    """Return a line of the calendar."""
    return CountsAsked(unit, activity, period, period.end + dt.timedelta(days=15), tuple(tables))


def linked(site: Site, *lines: CountsAsked) -> str:
    """Ask for counts and return the secret of the first unit's link."""
    by = site.actor(Role.DIRECTOR)
    asked = lines or (line(),)
    actions.ask_counts(asked, by=by)
    return actions.link_unit(asked[0].unit.key, asked[0].period, by=by).secret


def at(secret: str, name: str = "", activity: Named = ACTIVITY, **more: str) -> str:
    """Return an address of a form: ``table``, ``tables``, ``summary``, ``receipt``; empty is its first page."""
    names = {"secret": secret, **({"activity": activity.key} if name in _OF_ACTIVITY else {}), **more}
    return reverse(f"counts_form_{name}" if name else "counts_form", kwargs=names)


_OF_ACTIVITY = frozenset({"table", "tables", "summary", "receipt", "discard", "template"})


class Fields(HTMLParser):
    """Finds what a page sends: the fields of its forms by name, and the ids of everything."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.values, self.ids, self._area = dict[str, str](), set[str](), ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        said = dict(attrs)
        if said.get("id"):
            self.ids.add(said["id"])
        if not said.get("name"):
            return
        if tag == "input" and said.get("type") not in {"file", "checkbox"}:
            self.values[said["name"]] = said.get("value") or ""
        elif tag == "textarea":
            self._area = said["name"]
            self.values[self._area] = ""

    def handle_endtag(self, tag):
        if tag == "textarea":
            self._area = ""

    def handle_data(self, data):
        if self._area:
            self.values[self._area] += data


def fields(browser: Client, address: str) -> dict[str, str]:
    """Return what the forms of a page send as they stand."""
    answer = browser.get(address)
    assert answer.status_code == 200, address
    found = Fields(answer.content.decode()).values
    found.pop("csrfmiddlewaretoken", None)
    return found


def fill(browser: Client, address: str, values: dict[str, object], till: str = "kvar"):
    """Fill in a page as a person does: what is not named stays as it stands; return the answer."""
    sent = fields(browser, address) | {name: str(value) for name, value in values.items()}
    return browser.post(address.partition("?")[0], sent | {"till": till})


def genders(table: str, women: object, men: object, unknown: object = 0) -> dict[str, object]:
    """Return what is typed into a row, by the names of its fields."""
    return {f"{table}.women": women, f"{table}.men": men, f"{table}.unknown": unknown}


def filled_in() -> dict[str, object]:
    """Return a whole form of ``TABLES`` that agrees with itself, but for what is left blank."""
    return {
        **genders("referrals", 12, 8), **genders("starts", 6, 4), **genders("starts_by_age.age_16_19", 2, 1),
        **genders("starts_by_age.age_20_24", 4, 3), "anonymous.total": 3, "head_count.total": 40,
        **genders("measured_twice", 2, 1),
    }  # fmt: skip


def hand_in(browser: Client, secret: str, *, activity: Named = ACTIVITY, **said: str):
    """Send the summary as a person does, and return the answer."""
    address = at(secret, "summary", activity)
    return browser.post(address, fields(browser, address) | {"role": "COORDINATOR", "complete": "on"} | said)


def handed_in(browser: Client, secret: str, values: dict[str, object] | None = None) -> None:
    """Fill in a form and hand it in."""
    address = f"{at(secret, 'tables')}?alla=1"
    assert fill(browser, address, filled_in() if values is None else values).status_code == 302
    answer = hand_in(browser, secret)
    assert answer.status_code == 302, answer.content.decode()


COUNTED = {
    ("referrals", "Kvinnor"): 12, ("referrals", "Män"): 8, ("starts", "Kvinnor"): 6, ("starts", "Män"): 4,
    ("head_count", "Totalt"): 40, (COMPLETE_ROW, TEXT): "ja", (VOUCHED_ROW, TEXT): "enhetschef",
}  # fmt: skip
"""What is written in the workbook, by the key of its row and its heading."""


def workbook(one: CountsAsked, values: Mapping[tuple[str, str], object] | None = None) -> bytes:
    """Return the workbook of a line of the calendar, filled in."""
    asked = questions.counts_held().asked_of(one)
    cells = cells_of(count_form(asked))
    [head] = [int(place[1:]) for place, value in cells.items() if place[0] == "A" and value == HEADINGS[0]]
    lines = {key: at for at, key in enumerate(row_names(asked), start=head + 1)}
    columns = dict(zip(HEADINGS, "ABCDEFG", strict=True))
    for (key, heading), value in (COUNTED | dict(values or {})).items():
        cells[f"{columns[heading]}{lines[key]}"] = value
    return written(cells)


def submission(unit: Named = UNIT, activity: Named = ACTIVITY, period: Period = PERIOD):
    """Return a unit's answer; None when there is none."""
    said = questions.counts_held().submission(unit.key, activity.key, period)
    return said.value if said else None


def draft(unit: Named = UNIT, activity: Named = ACTIVITY, period: Period = PERIOD):
    """Return what a unit has saved and not handed in."""
    held = questions.counts_held()
    found = held.line(unit.key, activity.key, period)
    return questions.counts_draft(held.asked_of(found.asked))


def accept(site: Site, *lines: CountsAsked, lock: bool = False) -> None:
    """Accept what was handed in, and lock it when asked."""
    by = site.actor(Role.DIRECTOR)
    for one in lines or (line(),):
        actions.accept_counts(one, by=by)
        if lock:
            actions.lock_counts(one, by=by)


def today() -> dt.date:
    """Return the day here."""
    return timezone.localdate()


def texts(pages: Iterable[str]) -> str:
    """Return pages as one text, to look for what may stand in none of them."""
    return "\n".join(pages)
