"""The index of words answers as somebody would who read every text, whichever blocks the vouchers stand in."""

import importlib

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.large_ledger import TEXTS, large_ledger

from samordna.domain.values.spelling import fits, words_in
from samordna.office.actions import TERMINAL, LedgerFile, take_ledgers
from samordna.office.store import models, word_rows
from samordna.office.store.word_rows import BLOCK, TABLE, vouchers_with

migration = importlib.import_module("samordna.office.store.migrations.0005_words_of_vouchers")

ASKED = ["hyra", "hyr sept", "löner", "LÖN köp", "resor östersund kontors", "h", "å", "månad", "finns inte", "ö", "ins"]


def read_through(words: list[str], imports) -> list[int]:
    """Return the vouchers that have the words, found by reading everything: the slow and certain way."""
    found = []
    for version, _ in sorted(imports, reverse=True):
        for voucher in models.Voucher.objects.filter(ledger_import=version).order_by("-id"):
            texts = " ".join([voucher.text, *voucher.postings.values_list("text", flat=True)])
            whole = [word for word in words if len(word) == 1]
            if fits(words, texts) and set(whole) <= set(words_in(texts)):
                found.append(voucher.id)
    return found


@pytest.fixture
def imports(association_folder, monkeypatch):  # noqa: ARG001
    """Take two years in blocks of ten vouchers, and return their imports with their numbers of vouchers."""
    monkeypatch.setattr(word_rows, "BLOCK", 10)
    files = [
        LedgerFile(f"{year}.se", large_ledger(count, seed=year, year=year)) for year, count in ((2023, 35), (2024, 460))
    ]
    receipt = take_ledgers(files, by=TERMINAL)
    return [(taken.version, taken.vouchers) for taken in receipt.taken]


@pytest.mark.parametrize("asked", ASKED)
def test_the_vouchers_are_those_that_reading_everything_finds(imports, asked):
    words = words_in(asked)
    everything = read_through(words, imports)
    assert vouchers_with(words, imports=imports, limit=10_000) == everything
    assert vouchers_with(words, imports=imports, limit=7) == everything[:7]
    assert vouchers_with(words, imports=imports[:1], limit=10_000) == read_through(words, imports[:1])


def test_no_words_and_no_imports_find_nothing(imports):
    assert vouchers_with([], imports=imports, limit=5) == []
    assert vouchers_with(["hyra"], imports=[], limit=5) == []
    assert vouchers_with(["hyra"], imports=[(7, 100)], limit=5) == []


def test_vouchers_of_two_imports_are_never_of_one_block():
    assert models.ROW_NUMBERS % BLOCK == 0


def test_what_was_read_before_there_was_an_index_gets_its_words(imports, monkeypatch):
    before = {text: vouchers_with(words_in(text), imports=imports, limit=10_000) for text in TEXTS}
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE {TABLE}")
    monkeypatch.setattr(word_rows, "_BATCH", 20)
    with connection.schema_editor() as editor:
        migration.make_index(apps, editor)
        migration.fill_index(apps, editor)
    assert {text: vouchers_with(words_in(text), imports=imports, limit=10_000) for text in TEXTS} == before


def test_a_word_of_most_vouchers_takes_one_question_and_one_of_none_takes_few(imports):
    def questions(asked: str) -> int:
        with CaptureQueriesContext(connection) as questions:
            vouchers_with(words_in(asked), imports=imports, limit=5)
        return len(questions)

    assert questions("hyra") == 1
    assert questions("finns inte") == 6  # 50 blocks: 1, 2, 4, 8, 16 and the rest
