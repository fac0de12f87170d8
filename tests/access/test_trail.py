"""The trail: what was done, by whom, and never taken back."""

import pytest
from django.db import DatabaseError, connection
from django.db.models import ProtectedError
from django.utils import timezone

from samordna.access.actor import TERMINAL, Actor
from samordna.access.deeds import Deed
from samordna.access.models import Role, TrailEntry, User
from samordna.access.trail import LATELY, record

pytestmark = pytest.mark.usefixtures("association_folder")


@pytest.fixture
def economist() -> User:
    return User.objects.create_user("Ekonomen@Example.se", name="Ekonomen", role=Role.ECONOMIST)


def test_an_entry_says_who_what_and_both_values(economist):
    record(Deed.ENTER_FIGURE, by=Actor.user(economist), subject="Förbundet", old={"name": "Förr"}, name="Nu")
    entry = TrailEntry.objects.last()
    assert (entry.by, entry.by_name, entry.deed, entry.subject) == (economist, "Ekonomen", "enter-figure", "Förbundet")
    assert (entry.old, entry.new) == ({"name": "Förr"}, {"name": "Nu"})


def test_the_terminal_is_named_without_being_a_user():
    entry = record(Deed.RETIRE_IMPORT, by=TERMINAL, subject="räkenskaperna")
    assert (entry.by, entry.by_name) == (None, "terminalen")


def test_a_deed_has_a_name_a_person_reads():
    assert Deed("take-ledger").label == "läsa in bokföring"
    assert all(deed.label and deed.label != deed.value for deed in Deed)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE access_trailentry SET by_name = 'någon annan'",
        "DELETE FROM access_trailentry",
        "TRUNCATE access_trailentry",
    ],
)
def test_the_database_itself_refuses_to_change_the_trail(statement):
    entry = record(Deed.RETIRE_IMPORT, by=TERMINAL, subject="räkenskaperna")
    with pytest.raises(DatabaseError), connection.cursor() as cursor:
        cursor.execute(statement)
    entry.refresh_from_db()
    assert entry.by_name == "terminalen"


def test_the_models_own_way_is_refused_too():
    entry = record(Deed.RETIRE_IMPORT, by=TERMINAL, subject="räkenskaperna")
    entry.deed = "nothing"
    with pytest.raises(DatabaseError):
        entry.save()
    with pytest.raises(DatabaseError):
        entry.delete()


def test_a_user_with_deeds_is_never_deleted(economist):
    record(Deed.RETIRE_IMPORT, by=Actor.user(economist), subject="räkenskaperna")
    with pytest.raises(ProtectedError):
        economist.delete()


def refusals() -> list[tuple[str, str]]:
    return list(TrailEntry.objects.filter(refused=True).values_list("by_name", "subject"))


def test_who_looks_again_at_what_they_may_not_see_is_written_down_once_a_quarter(site, monkeypatch):
    board, other = site.as_(Role.BOARD), site.as_(Role.ADMINISTRATOR)
    for _ in range(3):
        assert board.get("/spar/").status_code == 403
    assert board.head("/spar/?sida=2").status_code == 403
    assert refusals() == [("Styrelse", "/spar/")]
    assert board.get("/installningar/").status_code == 403
    assert other.get("/verifikation/1/").status_code == 403
    assert board.get("/verifikation/1/").status_code == 403
    assert refusals()[1:] == [
        ("Styrelse", "/installningar/"),
        ("Administratör", "/verifikation/1/"),
        ("Styrelse", "/verifikation/1/"),
    ], "another address, another person"
    later = timezone.now() + LATELY
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert site.as_(Role.BOARD).get("/spar/").status_code == 403
    assert refusals()[-1] == ("Styrelse", "/spar/")
    assert len(refusals()) == 5


def test_who_tries_to_do_what_they_may_not_is_written_down_every_time(site):
    board = site.as_(Role.BOARD)
    for _ in range(3):
        assert board.post("/uppstallning/angra/").status_code == 403
    assert refusals() == [("Styrelse", "/uppstallning/angra/")] * 3
