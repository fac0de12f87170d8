"""What does the process do that ``test_kill`` kills?

It is forked from a server that has everything imported, so that what is killed is the deed and not the
start of Python.
"""

import os
from multiprocessing.connection import Connection
from pathlib import Path

from samordna.office.actions import (
    TERMINAL,
    LedgerFile,
    Seen,
    create_association,
    hand_in,
    open_association,
    take_counts,
    take_draft,
    take_ledgers,
)


def take(folder: Path, data: bytes, server: str | None, told: Connection) -> None:
    """Take a ledger in an open folder; tell when the deed begins and when it is done."""
    _use(server)
    open_association(folder)
    told.send("begins")
    take_ledgers([LedgerFile("dödad.se", data)], by=TERMINAL)
    told.send("done")


def hand_over(folder: Path, data: bytes, server: str | None, told: Connection) -> None:
    """Hand in a ledger in an open folder; tell when the deed begins and when it is done."""
    _use(server)
    open_association(folder)
    told.send("begins")
    hand_in([LedgerFile("dödad.se", data)], by=TERMINAL)
    told.send("done")


def take_first(folder: Path, _data: bytes, server: str | None, told: Connection) -> None:
    """Take the first draft of an open folder; tell when the deed begins and when it is done."""
    _use(server)
    open_association(folder)
    told.send("begins")
    take_draft(1, seen=Seen(None), by=TERMINAL)
    told.send("done")


def create(folder: Path, _data: bytes, server: str | None, told: Connection) -> None:
    """Make an association; tell when the deed begins and when it is done."""
    _use(server)
    told.send("begins")
    create_association(folder, name="Förbundet", layout="lkbr", by=TERMINAL)
    told.send("done")


def _use(server: str | None) -> None:
    os.environ.pop("DATABASE_URL", None)
    if server:
        os.environ["DATABASE_URL"] = server


def take_counts_of(folder: Path, data: bytes, server: str | None, told: Connection) -> None:
    """Take a table of counts in an open folder; tell when the deed begins and when it is done."""
    _use(server)
    open_association(folder)
    told.send("begins")
    take_counts({"siffror.csv": data}, by=TERMINAL, reason="En rättning")
    told.send("done")
