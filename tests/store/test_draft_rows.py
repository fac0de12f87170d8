"""What looking at a file told comes back as it was, also from drafts that an earlier version of the program kept."""

import json

import pytest
from tests.large_ledger import large_ledger
from tests.table_ledger import balance_workbook

from samordna.domain.ledger.books import Detail
from samordna.domain.ledger.preview import FileForm
from samordna.office.actions import TERMINAL, LedgerFile, hand_in, take_ledgers
from samordna.office.store import models
from samordna.office.store.draft_rows import preview_of, preview_values

pytestmark = pytest.mark.usefixtures("association_folder")

NEW = ("form", "dimensions", "vouchers", "table")


def handed_in(name: str, data: bytes) -> models.LedgerDraft:
    [number] = hand_in([LedgerFile(name, data)], by=TERMINAL)
    return models.LedgerDraft.objects.get(pk=number)


def test_a_preview_comes_back_as_it_was():
    take_ledgers([LedgerFile("förut.se", large_ledger(40))], by=TERMINAL)
    for name, data in (("nu.se", large_ledger(40, seed=2)), ("saldon.xlsx", balance_workbook()), ("x.se", b"trasig")):
        row = handed_in(name, data)
        preview = preview_of(row)
        assert json.loads(json.dumps(preview_values(preview))) == row.found
        assert (preview.vouchers is not None) is (name == "nu.se")
        assert (preview.table is not None) is (name == "saldon.xlsx")


def test_a_draft_of_before_is_read_as_what_it_was():
    row = handed_in("bok.se", large_ledger(40))
    now = preview_of(row)
    told = {name: value for name, value in row.found["preview"].items() if name not in NEW}
    del told["books"]["totals"]["detail"]
    row.found = {"preview": {**told, "encoding": "cp437"}}
    before = preview_of(row)
    assert before.form == FileForm(encoding="cp437")
    assert (before.dimensions, before.vouchers, before.table) == ((), None, None)
    assert before.books.detail is Detail.VOUCHERS
    assert before.books == now.books
