"""Killed at any moment, an import leaves the database as before or as after; a new one then works.

The kills are real (SIGKILL of a process at work), at moments spread over the whole deed; the seed makes the
moments the same each run, though not what the process has come to.
"""

import multiprocessing
import os
import random
import time
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest
from django.db import connection
from django.db.models import Sum
from tests.actions import killable
from tests.large_ledger import large_ledger

from samordna.access.models import TrailEntry
from samordna.domain.ledger.balances import sum_postings
from samordna.domain.values.problem import Refused
from samordna.office.actions import TERMINAL, LedgerFile, open_association, take_ledgers
from samordna.office.questions import association, balances, imports
from samordna.office.store import models
from samordna.office.store.folder import close_folder
from samordna.sources.sie import books_of, read_sie

KILLS = 20
VOUCHERS = 4000
FORKED = multiprocessing.get_context("forkserver")
FORKED.set_forkserver_preload(["tests.actions.killable"])


def run(deed: Callable[..., None], folder: Path, data: bytes, *, kill_after: float | None = None) -> float:
    """Do ``deed`` in a process of its own, killed after a time or left to finish; return how long it took."""
    here, there = FORKED.Pipe()
    process = FORKED.Process(target=deed, args=(folder, data, os.environ.get("DATABASE_URL"), there))
    process.start()
    there.close()
    assert here.recv() == "begins"
    start = time.monotonic()
    if kill_after is None:
        assert here.recv() == "done"
    else:
        time.sleep(kill_after)
        process.kill()
    took = time.monotonic() - start
    process.join()
    return took


def wait_for_the_server_to_notice() -> None:
    """Wait until nobody else is in the database: a server goes on a moment after its client is gone."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            for _ in range(500):
                cursor.execute("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()")
                if cursor.fetchone() == (1,):
                    return
                time.sleep(0.01)
        pytest.fail("the server still works for a process that was killed")


def assert_whole() -> None:
    """Every import there is has all its rows, its trail and the right to be current; nothing else is there."""
    taken = imports()
    assert [one.current for one in taken] == [False] * (len(taken) - 1) + [True]
    assert TrailEntry.objects.filter(deed="take-ledger").count() == len(taken)
    for one in taken:
        assert models.Voucher.objects.filter(ledger_import=one.version).count() == one.vouchers
        assert models.Posting.objects.filter(ledger_import=one.version).count() == one.postings
    assert models.Posting.objects.count() == sum(one.postings for one in taken)
    assert models.MonthBalance.objects.aggregate(total=Sum("ore"))["total"] == 0
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA integrity_check")
            assert cursor.fetchone() == ("ok",)


def test_an_import_that_is_killed_is_there_or_not(association_folder):
    file = large_ledger(VOUCHERS)
    take_ledgers([LedgerFile("först.se", large_ledger(50, seed=2))], by=TERMINAL)
    known, before = len(imports()), balances()
    close_folder()
    takes = run(killable.take, association_folder, file)
    moments = random.Random(1)
    for kill in range(KILLS):
        moment = takes * (kill + moments.random()) / KILLS
        run(killable.take, association_folder, file + b"\r\n" * (kill + 1), kill_after=moment)
        open_association(association_folder)
        wait_for_the_server_to_notice()
        assert_whole()
        close_folder()
    open_association(association_folder)
    assert len(imports()) < known + 1 + KILLS, "no kill came before the end: nothing was tried"
    assert balances(versions=[1]) == before
    receipt = take_ledgers([LedgerFile("sist.se", file + b"\r\n" * 99)], by=TERMINAL)
    assert len(receipt.taken) == 1
    assert_whole()
    assert balances().years[0].movements == sum_postings(books_of(read_sie(file, "sist.se")).books)


def test_a_folder_whose_maker_is_killed_is_whole_or_no_data_folder(engine, tmp_path, request):
    takes = run(killable.create, tmp_path / "hel", b"")
    whole = 0
    for kill in range(8):
        folder = tmp_path / f"dödad-{kill}"
        run(killable.create, folder, b"", kill_after=takes * (kill + 0.5) / 7)
        try:
            open_association(folder)
        except Refused as refusal:
            assert refusal.problems[0].code in {"not-a-data-folder", "folder-missing"}  # noqa: PT017
        else:
            whole += 1
            assert association().name == "Förbundet"
        close_folder()
    assert whole < 8, "no kill came before the end: nothing was tried"
    if engine == "postgresql":
        with psycopg.connect(request.getfixturevalue("postgresql_server")) as server:
            (made,) = server.execute("SELECT count(*) FROM pg_database WHERE datname LIKE 'samordna_dodad%'").fetchone()
            assert made >= whole
