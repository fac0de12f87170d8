"""While a ledger is taken Python does not look for garbage; afterwards it does as it did."""

import gc

import pytest
from tests.large_ledger import large_ledger

from samordna.domain.values.problem import Refused
from samordna.office.actions import TERMINAL, LedgerFile, take_ledgers
from samordna.office.actions.books.reading_any import read_any

pytestmark = pytest.mark.usefixtures("association_folder")


@pytest.mark.parametrize("data", [large_ledger(10), b"trasig"])
def test_the_collector_rests_during_the_deed_and_is_left_as_it_was(data, monkeypatch):
    seen = []
    monkeypatch.setattr("samordna.office.actions.books.reading.read_any", _watched(seen))
    try:
        take_ledgers([LedgerFile("bok.se", data)], by=TERMINAL)
    except Refused:
        assert data == b"trasig"
    assert seen == [False]
    assert gc.isenabled()


def _watched(seen):
    def read(*arguments, **named):
        seen.append(gc.isenabled())
        return read_any(*arguments, **named)

    return read
