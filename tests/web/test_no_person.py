"""A person's number has no place: whatever field it is written in, however it is written, nothing keeps it."""

import json
import re
from collections.abc import Iterator
from itertools import product
from urllib.parse import urlsplit

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.urls import resolve, reverse
from tests.visiting import Site
from tests.web.typed_forms import FormsOf, PageForm

from samordna.access.models import Role
from samordna.domain.values.identity_number import possible_identity_numbers
from samordna.office.web.routes import ROUTES

NOTATIONS = (
    "19121212-1212", "191212121212", "121212-1212", "1212121212", "121212+1212", "121212 1212", "19121212\u00a01212",
    "1912-12-12-1212", "121212–1212", "701063-2391", "１２１２１２-１２１２", "Se 121212-1212, mars",
)  # fmt: skip
"""The number that is given out for tests, and a coordination number, as people write them."""

LEFT = ("/logga-ut/", "/inbjudan/")
PERSONS = (Role.ECONOMIST, Role.DIRECTOR, Role.ADMINISTRATOR)
PARTS = 3
"""The fields are shared out, so that they are tried at the same time."""


def addresses(furnished: dict[str, dict[str, object]]) -> list[str]:
    return [
        reverse(route.name, kwargs=furnished.get(route.name, {}))
        for route in ROUTES
        if route.reads is not None and not route.name.endswith("_file")
    ]


def forms_of(site: Site, pages: list[str]) -> Iterator[tuple[Client, PageForm, list[str]]]:
    """Yield each form that somebody can write in with the browser of one who sees it, and its fields, each once."""
    seen: set[tuple[str, str]] = set()
    for role, page in product(PERSONS, pages):
        browser = site.as_(role)
        answer = browser.get(page)
        if answer.status_code != 200 or not answer.headers["Content-Type"].startswith("text/html"):
            continue
        for form in FormsOf(answer.content.decode(), page).forms:
            where = resolve(urlsplit(form.action).path).url_name or form.action
            fields = [name for name in sorted(form.typed) if (where, name) not in seen]
            if fields and not form.action.startswith(LEFT):
                seen |= {(where, name) for name in fields}
                yield browser, form, fields


class Kept:
    """Everything that the database holds, row by row."""

    def __init__(self) -> None:
        models = [one for label in ("access", "store", "sessions") for one in apps.get_app_config(label).get_models()]
        self._tables = [one._meta.db_table for one in models]
        self._seen: set[tuple[object, ...]] = set()

    def new(self) -> str:
        """Return what it holds now and did not when it was last asked, as one text."""
        rows: set[tuple[object, ...]] = set()
        with connection.cursor() as cursor:
            for table in self._tables:
                cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # as it stands: no field decodes it
                rows.update(cursor.fetchall())
        found, self._seen = rows - self._seen, rows
        return "\n".join(_plain(value) for row in found for value in row)


def _plain(value: object) -> str:
    """Return a value as text; what stands in JSON as the text that it is."""
    text = bytes(value).decode("utf-8", "replace") if isinstance(value, memoryview | bytes) else str(value)
    try:
        return json.dumps(json.loads(text), ensure_ascii=False)
    except ValueError:
        return text


def told_of_anybody(text: str) -> list[str]:
    """Return the numbers of persons that a text holds, those of the test's own."""
    found = {text[start:end] for start, end in possible_identity_numbers(text)}
    return sorted(
        one for one in found if re.sub(r"\D", "", one)[-10:] in {"1212121212", "7010632391"} or not one.isascii()
    )


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
@pytest.mark.parametrize("part", range(PARTS))
def test_no_field_keeps_a_persons_number(site: Site, furnished: dict[str, dict[str, object]], part: int):
    tried, kept = set(), Kept()
    for browser, form, fields in forms_of(site, addresses(furnished)):
        for name in fields[part::PARTS]:
            if form.method != "post":  # what is only asked for is not kept: all of them at once
                answer = browser.get(form.action, {**form.sent, name: " ".join(NOTATIONS)})
                assert answer.status_code < 500, (form.action, name)
            for number in NOTATIONS if form.method == "post" else ():
                answer = browser.post(form.action, {**form.sent, name: number})
                assert answer.status_code < 500, (form.action, name, number)
            assert not told_of_anybody(kept.new()), (form.action, name)
            tried.add((form.action, name))
    assert len(tried) > 30
