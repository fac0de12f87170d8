"""A database that cannot be written is told calmly to whoever meets it: place, problem, what to do, and 503."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.core.cache import cache
from django.db import DataError, InternalError, OperationalError, ProgrammingError, connection
from django.http import HttpResponse
from tests.visiting import PASSWORD, Site
from tests.web.books import words

from samordna.access.models import Role, TrailEntry
from samordna.office.actions import trouble
from samordna.office.store.writing import alone

SAID = "Databasen svarar inte som den ska: den går bara att läsa. Inget har ändrats."


@pytest.fixture(autouse=True)
def _nobody_has_tried_yet():
    cache.clear()


@contextmanager
def read_only() -> Iterator[None]:
    """Let nothing be written: what a folder without the right to write, or a server that only follows, does."""
    on, off = (
        ("PRAGMA query_only = 1", "PRAGMA query_only = 0")
        if connection.vendor == "sqlite"
        else ("SET default_transaction_read_only = on", "SET default_transaction_read_only = off")
    )
    with connection.cursor() as cursor:
        cursor.execute(on)
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(off)


def is_calm(page: HttpResponse) -> bool:
    told = words(page)
    assert page.status_code == 503
    assert page["Retry-After"] == "60"
    assert "Det går inte just nu" in told
    assert "Databasen." in told
    assert "be den som sköter servern se till att disken inte är full" in told
    assert not re.search(r"Traceback|sqlite|postgres|readonly|read-only", page.content.decode(), re.IGNORECASE)
    return SAID in told


def log_in(client, password=PASSWORD):
    return client.post("/logga-in/", {"login": "economist@example.se", "password": password})


@pytest.mark.parametrize("password", [PASSWORD, "fel"])
def test_nobody_comes_in_and_the_page_says_why(site: Site, password):
    client = site.visitor()
    with read_only():
        assert is_calm(log_in(client, password))
    assert client.get("/")["Location"].startswith("/logga-in/"), "nobody is half in"
    assert log_in(client).status_code == 302
    assert [entry.deed for entry in TrailEntry.objects.all()][-1:] == ["log-in"]


def test_who_goes_out_is_told_and_is_still_in(site: Site):
    client = site.economist
    with read_only():
        page = client.post("/logga-ut/", headers={"Referer": "http://localhost/mitt-konto/"})
        assert is_calm(page)
    assert '<a href="/mitt-konto/">Försök igen</a>' in page.content.decode()
    assert client.get("/mitt-konto/").status_code == 200
    assert client.post("/logga-ut/").status_code == 302


def test_a_new_password_is_not_half_changed(site: Site):
    client = site.economist
    new = {"oldpassword": PASSWORD, "password1": "en helt annan mening", "password2": "en helt annan mening"}
    with read_only():
        assert is_calm(client.post("/mitt-konto/losenord/", new))
    assert log_in(site.visitor()).status_code == 302


def test_a_deed_says_the_same_and_reading_goes_on(site: Site):
    client = site.as_(Role.ADMINISTRATOR)
    other = site.users[Role.BOARD]
    with read_only():
        assert is_calm(client.post(f"/installningar/anvandare/{other.pk}/stang-av/", {"reason": "Har slutat"}))
        assert client.get("/installningar/").status_code == 200
    other.refresh_from_db()
    assert other.is_active


def test_who_may_not_is_refused_even_when_the_trail_cannot_say_so(site: Site):
    client = site.as_(Role.BOARD)
    before = TrailEntry.objects.count()
    with read_only():
        page = client.get("/spar/")
    assert page.status_code == 403
    assert "Din roll får inte läsa spåret. Försöket kunde inte skrivas i spåret." in words(page)
    assert TrailEntry.objects.count() == before


def test_a_session_that_cannot_be_saved_after_the_page_is_told_too(site: Site, monkeypatch):
    client = site.visitor()
    client.raise_request_exception = False

    def full(*_args: object, **_named: object) -> None:
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(SessionStore, "save", full)
    monkeypatch.setattr(SessionStore, "cycle_key", lambda _self: None)
    page = log_in(client)
    assert page.status_code == 503
    assert "Databasen svarar inte som den ska: disken är full. Inget har ändrats." in words(page)


def test_whoever_waits_too_long_is_told_that_somebody_else_writes(site: Site, monkeypatch):
    def locked(*_args: object, **_named: object) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr(TrailEntry.objects, "create", locked)
    page = log_in(site.visitor())
    assert page.status_code == 503
    assert "Någon annan skriver i förbundets databas just nu" in words(page)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OperationalError("database or disk is full"), "disken är full"),
        (OperationalError('could not extend file "base/1": No space left on device'), "disken är full"),
        (OperationalError("attempt to write a readonly database"), "den går bara att läsa"),
        (InternalError("cannot execute INSERT in a read-only transaction"), "den går bara att läsa"),
        (OperationalError("unable to open database file"), "databasfilen går inte att öppna"),
        (OperationalError("disk I/O error"), "disken går inte att läsa eller skriva"),
        (OperationalError('connection to server at "10.0.0.7", port 5432 failed'), "databasservern svarar inte"),
        (OperationalError("database is locked"), "Någon annan skriver"),
        (OperationalError("canceling statement due to lock timeout"), "Någon annan skriver"),
    ],
)
def test_what_is_told_of_a_database_in_trouble(error, told):
    refusal = str(trouble(error))
    assert told in refusal
    assert "10.0.0.7" not in refusal, "nothing that only the server's keeper should know"


@pytest.mark.parametrize(
    "error",
    [
        OperationalError("no such column: x"),
        ProgrammingError("syntax"),
        DataError("x"),
        InternalError("cache"),
        OSError("disk is full"),
        None,
    ],
)
def test_a_fault_of_the_program_is_no_trouble_of_the_database(error):
    assert trouble(error) is None


@pytest.mark.usefixtures("association_folder")
def test_a_fault_of_the_program_inside_a_deed_is_not_hidden():
    with pytest.raises(InternalError, match="cache lookup failed"), alone():
        raise InternalError("cache lookup failed")
