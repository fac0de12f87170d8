"""The report is the same whichever engine holds the books."""

import psycopg
import pytest
from psycopg import sql
from tests.demo import ASSOCIATIONS, PERIOD
from tests.terminal import samordna_process

from samordna.office.store.folder import read_folder


@pytest.fixture(scope="module")
def demo_on_a_server(tmp_path_factory, postgresql_server):
    """Yield the folder of a demo whose databases are on a server, and the server's address."""
    folder = tmp_path_factory.mktemp("demo-on-a-server")
    answer = samordna_process("demo", "--data", folder, "--no-serve", DATABASE_URL=postgresql_server)
    assert answer.code == 0, answer.err
    yield folder, postgresql_server
    with psycopg.connect(postgresql_server, autocommit=True) as connection:
        for association in ASSOCIATIONS:
            name = read_folder(folder / association).database
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def test_both_engines_give_the_same_report(demo, demo_on_a_server):
    folder, server = demo_on_a_server
    for association in ASSOCIATIONS:
        asked = ("report", "interim", "--period", PERIOD, "--format", "json", "--data")
        in_a_file = samordna_process(*asked, demo / association)
        on_a_server = samordna_process(*asked, folder / association, DATABASE_URL=server)
        assert on_a_server.code == 0, on_a_server.err
        assert on_a_server.out == in_a_file.out


def test_every_form_is_written_without_a_clock(demo, demo_on_a_server):
    """Two demos, built at different times in different places, write the same bytes."""
    folder, _ = demo_on_a_server
    for association in ASSOCIATIONS:
        for file in sorted((demo / association / "rapporter").iterdir()):
            assert (folder / association / "rapporter" / file.name).read_bytes() == file.read_bytes(), file.name
