"""A data folder: what makes one, what it holds, and how it is refused."""

import sqlite3
import stat
import tomllib
from pathlib import Path

import psycopg
import pytest
from django.core.management import call_command
from django.db import connection
from tests.conftest import NewFolder

from samordna.access.models import TrailEntry
from samordna.domain.values.problem import Refused
from samordna.office.actions import TERMINAL, create_association, open_association
from samordna.office.questions import association
from samordna.office.store.folder import read_folder
from samordna.office.store.postgresql import new_name


def create(path: Path, name: str = "Förbundet") -> None:
    create_association(path, name=name, layout="lkbr", by=TERMINAL)


def code_of(refused: pytest.ExceptionInfo[Refused]) -> str:
    return refused.value.problems[0].code


@pytest.mark.usefixtures("engine")
def test_a_new_association_is_open_and_knows_its_name(tmp_path):
    made = create_association(
        tmp_path / "a", name=" Förbundet ", organisation_number="222000-1111", layout="sjuharad", by=TERMINAL
    )
    assert (made.name, made.organisation_number, made.layout) == ("Förbundet", "222000-1111", "sjuharad")
    assert association() == made


@pytest.mark.usefixtures("engine")
def test_only_its_owner_may_look_into_a_data_folder(tmp_path):
    create(tmp_path / "a")
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o700
    for file in (tmp_path / "a").iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file


def test_the_folder_names_its_engine_and_holds_no_password(engine, tmp_path, monkeypatch, postgresql_server):
    if engine == "postgresql":
        monkeypatch.setenv("DATABASE_URL", postgresql_server.replace("postgres@", "postgres:hemligt@"))
    create(tmp_path / "sjuhärad 1")
    text = (tmp_path / "sjuhärad 1" / "association.toml").read_text("utf-8")
    assert tomllib.loads(text)["engine"] == engine
    assert "hemligt" not in text
    if engine == "postgresql":
        assert tomllib.loads(text)["database"].startswith("samordna_sjuharad_1_")


@pytest.mark.usefixtures("engine")
def test_two_associations_are_opened_in_turn_by_one_process(tmp_path):
    create(tmp_path / "a", "Första")
    create(tmp_path / "b", "Andra")
    assert association().name == "Andra"
    assert open_association(tmp_path / "a").name == "Första"
    assert association().name == "Första"


def test_a_sqlite_folder_is_opened_whatever_server_is_named(tmp_path, monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    create(tmp_path / "a")
    monkeypatch.setenv("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none")
    assert open_association(tmp_path / "a").name == "Förbundet"


def test_sqlite_waits_for_others_and_survives_a_crash(tmp_path, monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    create(tmp_path / "a")
    with connection.cursor() as cursor:
        asked = {name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "foreign_keys")}
        waits = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
    assert asked == {"journal_mode": "wal", "foreign_keys": 1}
    assert waits >= 20_000


def test_a_postgresql_folder_without_a_server_says_how_to_name_one(tmp_path, monkeypatch, postgresql_server):
    monkeypatch.setenv("DATABASE_URL", postgresql_server)
    create(tmp_path / "a")
    monkeypatch.delenv("DATABASE_URL")
    with pytest.raises(Refused) as refused:
        open_association(tmp_path / "a")
    assert code_of(refused) == "server-unnamed"
    assert "DATABASE_URL" in str(refused.value)


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("postgresql://nobody@127.0.0.1:1/none", "server-unreachable"),
        ("mysql://nobody@127.0.0.1/none", "server-misnamed"),
        ("postgresql://nobody@127.0.0.1:port/none", "server-misnamed"),
        ("en server", "server-misnamed"),
    ],
)
def test_a_server_that_is_none_is_refused_and_leaves_no_data_folder(tmp_path, monkeypatch, address, code):
    monkeypatch.setenv("DATABASE_URL", address)
    with pytest.raises(Refused) as refused:
        create(tmp_path / "a")
    assert code_of(refused) == code
    assert not (tmp_path / "a" / "association.toml").exists()


def test_a_postgresql_database_that_is_gone_is_told(tmp_path, monkeypatch, postgresql_server):
    monkeypatch.setenv("DATABASE_URL", postgresql_server)
    create(tmp_path / "a")
    configuration = tmp_path / "a" / "association.toml"
    name = read_folder(tmp_path / "a").database
    configuration.write_text(configuration.read_text("utf-8").replace(name, "samordna_borta"), "utf-8")
    with pytest.raises(Refused) as refused:
        open_association(tmp_path / "a")
    assert code_of(refused) == "server-unreachable"


def test_a_folder_that_is_missing_is_told(tmp_path):
    with pytest.raises(Refused) as refused:
        open_association(tmp_path / "nowhere")
    assert code_of(refused) == "folder-missing"


def test_a_folder_that_is_something_else_is_told(tmp_path):
    with pytest.raises(Refused) as refused:
        open_association(tmp_path)
    assert code_of(refused) == "not-a-data-folder"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("format = 2\nengine = 'sqlite'", "folder-newer"),
        ("format = ", "folder-damaged"),
        ("engine = 'oracle'", "folder-damaged"),
        ("", "folder-damaged"),
    ],
)
def test_a_configuration_that_is_not_understood_is_told(tmp_path, text, code):
    (tmp_path / "association.toml").write_text(text)
    with pytest.raises(Refused) as refused:
        open_association(tmp_path)
    assert code_of(refused) == code


def test_a_folder_whose_database_is_gone_is_told(tmp_path, monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    create(tmp_path / "a")
    (tmp_path / "a" / "association.sqlite3").unlink()
    with pytest.raises(Refused) as refused:
        open_association(tmp_path / "a")
    assert code_of(refused) == "database-missing"


def test_a_damaged_database_is_told(tmp_path, monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    create(tmp_path / "a")
    (tmp_path / "a" / "association.sqlite3").write_bytes(b"no database at all" * 1000)
    with pytest.raises(Refused) as refused:
        open_association(tmp_path / "a")
    assert code_of(refused) == "database-damaged"


def test_a_database_newer_than_the_program_is_told(association_folder):
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('store', '9999_later', CURRENT_TIMESTAMP)"
        )
    with pytest.raises(Refused) as refused:
        open_association(association_folder)
    assert code_of(refused) == "folder-newer"


def test_an_older_database_is_migrated_when_it_is_opened(association_folder):
    assert "trail_by_deed" in trail_indexes()
    call_command("migrate", "access", "0003", verbosity=0)
    assert "trail_by_deed" not in trail_indexes()
    open_association(association_folder)
    assert "trail_by_deed" in trail_indexes()


def trail_indexes():
    with connection.cursor() as cursor:
        return connection.introspection.get_constraints(cursor, TrailEntry._meta.db_table)


def test_nothing_is_made_where_there_is_an_association(association_folder):
    with pytest.raises(Refused) as refused:
        create(association_folder, name="Någon annan")
    assert code_of(refused) == "folder-taken"
    open_association(association_folder)
    assert association().name == "Samordningsförbundet Exempel"
    entry = TrailEntry.objects.last()
    assert (entry.deed, entry.refused, entry.subject) == ("create-association", True, "Någon annan")
    assert entry.new["problems"][0]["code"] == "folder-taken"


@pytest.mark.usefixtures("engine")
def test_nothing_is_made_among_other_files(tmp_path):
    (tmp_path / "brev.txt").write_text("hej")
    with pytest.raises(Refused) as refused:
        create(tmp_path)
    assert code_of(refused) == "folder-not-empty"
    assert "brev.txt" in str(refused.value)


@pytest.mark.usefixtures("engine")
def test_an_empty_folder_becomes_the_data_folder(tmp_path):
    create(tmp_path)
    assert open_association(tmp_path).name == "Förbundet"


def test_what_an_interrupted_maker_left_is_no_data_folder_and_in_nobodys_way(tmp_path, monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    left = tmp_path / ".creating-abc"
    left.mkdir()
    (left / "association.sqlite3").write_bytes(b"")
    with pytest.raises(Refused) as refused:
        open_association(tmp_path)
    assert code_of(refused) == "not-a-data-folder"
    create(tmp_path)
    assert not left.exists()
    assert open_association(tmp_path).name == "Förbundet"


def test_a_maker_that_fails_leaves_neither_folder_nor_database(engine, tmp_path, monkeypatch, request):
    def fail(*_args, **_values):
        raise RuntimeError("half way")

    monkeypatch.setattr("samordna.office.actions.association.associations.record", fail)
    with pytest.raises(RuntimeError):
        create(tmp_path / "halvvägs")
    assert list((tmp_path / "halvvägs").iterdir()) == []
    if engine == "postgresql":
        with psycopg.connect(request.getfixturevalue("postgresql_server")) as server:
            assert not server.execute("SELECT 1 FROM pg_database WHERE datname LIKE 'samordna_halvvags%'").fetchall()


def test_a_folder_that_cannot_be_written_is_told(tmp_path, monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    (tmp_path / "file").write_text("")
    with pytest.raises(Refused) as refused:
        create(tmp_path / "file" / "a")
    assert code_of(refused) == "folder-unreadable"


def test_the_copies_that_tests_get_are_apart(new_folder: NewFolder):
    first, second = new_folder("a"), new_folder("b")
    open_association(first)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE store_association SET name = 'Ändrat'")
    assert open_association(second).name != open_association(first).name


def test_a_database_name_is_short_plain_and_unique():
    names = {new_name(Path("/tmp") / ("Å" * 100)) for _ in range(20)}
    assert len(names) == 20
    assert all(len(name) <= 63 and name.isascii() for name in names)


def test_the_file_is_a_whole_sqlite_database_when_it_is_put_in_place(tmp_path, monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    create(tmp_path / "a")
    with sqlite3.connect(tmp_path / "a" / "association.sqlite3") as read:
        assert read.execute("PRAGMA integrity_check").fetchone() == ("ok",)
