"""Taking ledgers: whole or not at all, the latest is current, and everything leaves its trace."""

import threading
import time
from collections import Counter

import pytest
from django.db import OperationalError, connection, connections
from tests.large_ledger import large_ledger

from samordna.access.models import Role, TrailEntry, User
from samordna.domain.ledger.balances import sum_postings
from samordna.domain.values.problem import Refused
from samordna.office.actions import TERMINAL, Actor, LedgerFile, open_association, retire_import, take_ledgers
from samordna.office.questions import balances, imports, problems_of
from samordna.office.store import models, writing
from samordna.office.store.ledger_rows import canonical_objects
from samordna.sources.sie import books_of, read_sie

pytestmark = pytest.mark.usefixtures("association_folder")

ROWS = (
    models.Account, models.BudgetBalance, models.Dimension, models.DimensionObject, models.ImportProblem,
    models.LedgerImport, models.MonthBalance, models.ObjectBalance, models.OpeningBalance, models.PairBalance,
    models.Posting, models.Voucher,
)  # fmt: skip


def ledger(year: int = 2024, *, seed: int = 1, vouchers: int = 40) -> LedgerFile:
    return LedgerFile(f"{year}-{seed}.se", large_ledger(vouchers, seed=seed, year=year))


def counts() -> dict[str, int]:
    return {model.__name__: model.objects.count() for model in ROWS}


def codes(problems) -> set[str]:
    return {problem.code for problem in problems}


def test_what_was_taken_is_what_the_file_says():
    file = ledger()
    receipt = take_ledgers([file], by=TERMINAL)
    (taken,) = receipt.taken
    books = books_of(read_sie(file.data, file.name)).books
    assert (taken.version, taken.current, taken.year, taken.file_name) == (1, True, books.year, "2024-1.se")
    assert (taken.vouchers, taken.postings, taken.covers_to_month) == (40, books.posting_count, 202412)
    assert (taken.program, taken.company) == ("Samordnas prov 1.0", "Samordningsförbundet Exempel")
    assert taken.taken_by == "terminalen"
    assert imports() == (taken,)


def test_the_sums_that_come_back_are_those_of_the_postings():
    file = ledger()
    take_ledgers([file], by=TERMINAL)
    books = books_of(read_sie(file.data, file.name)).books
    (year,) = balances().years
    assert year.movements == sum_postings(books)
    assert year.opening == books.opening[0]
    assert (balances().accounts, balances().objects) == (books.accounts, books.objects)


def test_vouchers_and_postings_come_back_row_by_row():
    file = ledger()
    take_ledgers([file], by=TERMINAL)
    books = books_of(read_sie(file.data, file.name)).books
    for row, voucher in zip(models.Voucher.objects.order_by("id"), books.vouchers, strict=True):
        assert (row.series, row.number, row.date, row.text) == voucher[:4]
        postings = list(row.postings.order_by("id"))
        assert [(p.account, p.ore, p.text) for p in postings] == [
            (p.account, p.amount, p.text) for p in voucher.postings
        ]
        assert [p.objects_text for p in postings] == [
            "".join(f"|{d}={o}" for d, o in p.objects) + ("|" if p.objects else "") for p in voucher.postings
        ]


def test_an_object_code_cannot_pass_for_another_in_a_search_for_text():
    assert canonical_objects([("6", "P1"), ("1", "3001")]) == "|1=3001|6=P1|"
    for code in ("x|1=3001", "1=3001", "%7C", "a|", "="):
        written = canonical_objects([("6", code)])
        assert (written.count("|"), written.count("=")) == (2, 1)
        assert "|1=3001|" not in written
    assert len({canonical_objects([("6", code)]) for code in ("|", "%7C", "%257C", "=", "%3D")}) == 5


def test_many_years_are_taken_at_once():
    receipt = take_ledgers([ledger(2023), ledger(2024)], by=TERMINAL)
    assert [taken.version for taken in receipt.taken] == [1, 2]
    assert [year.year.start.year for year in balances().years] == [2023, 2024]


def test_a_later_file_is_a_new_version_and_the_older_one_stays():
    take_ledgers([ledger(seed=1)], by=TERMINAL)
    before = balances()
    receipt = take_ledgers([ledger(seed=2)], by=TERMINAL)
    assert "new-version" in codes(receipt.problems)
    assert [(taken.version, taken.current) for taken in imports()] == [(1, False), (2, True)]
    assert balances().years[0].version == 2
    assert balances(versions=[1]) == before


def test_two_files_of_one_year_are_taken_in_the_order_they_are_given():
    receipt = take_ledgers([ledger(seed=2), ledger(seed=1)], by=TERMINAL)
    assert [(taken.version, taken.file_name) for taken in receipt.taken] == [(1, "2024-2.se"), (2, "2024-1.se")]
    assert [taken.current for taken in imports()] == [False, True]


def test_the_same_file_again_changes_nothing():
    take_ledgers([ledger()], by=TERMINAL)
    before, trail = counts(), TrailEntry.objects.count()
    receipt = take_ledgers([ledger()], by=TERMINAL)
    assert receipt.taken == ()
    assert "same-file-again" in codes(receipt.problems)
    assert (counts(), TrailEntry.objects.count()) == (before, trail)


def test_a_file_that_was_replaced_may_come_back():
    take_ledgers([ledger(seed=1)], by=TERMINAL)
    take_ledgers([ledger(seed=2)], by=TERMINAL)
    receipt = take_ledgers([ledger(seed=1)], by=TERMINAL)
    assert [taken.version for taken in receipt.taken] == [3]


@pytest.mark.parametrize(
    "broken", [b"", b"\x00\x01\x02" * 100, b'#FLAGGA 0\r\n#SIETYP 4\r\n#VER A 1 20240101 "x"\r\n{\r\n']
)
def test_one_bad_file_refuses_them_all_and_the_trail_says_why(broken):
    before = counts()
    with pytest.raises(Refused) as refused:
        take_ledgers([ledger(2023), LedgerFile("trasig.se", broken)], by=TERMINAL)
    assert counts() == before
    entry = TrailEntry.objects.last()
    assert (entry.deed, entry.refused, entry.subject) == ("take-ledger", True, "2023-1.se, trasig.se")
    assert {p["code"] for p in entry.new["problems"]} == codes(refused.value.problems)


def test_another_year_than_the_one_asked_for_is_refused():
    with pytest.raises(Refused) as refused:
        take_ledgers([ledger(2023)], by=TERMINAL, expected_year=2024)
    assert "wrong-fiscal-year" in codes(refused.value.problems)
    assert imports() == ()
    assert len(take_ledgers([ledger(2023)], by=TERMINAL, expected_year=2023).taken) == 1


def test_a_fiscal_year_that_shares_days_with_another_is_refused():
    take_ledgers([ledger(2024)], by=TERMINAL)
    before = counts()
    broken_year = ledger(2023).data.replace(b"#RAR 0 20230101 20231231", b"#RAR 0 20230701 20240630")
    with pytest.raises(Refused) as refused:
        take_ledgers([LedgerFile("brutet.se", broken_year)], by=TERMINAL)
    assert codes(refused.value.problems) == {"years-overlap"}
    assert "1 juli 2023–30 juni 2024" in str(refused.value)
    assert counts() == before
    assert "samordna retire-import 1 " in str(refused.value)
    assert TrailEntry.objects.last().refused


def test_an_import_that_was_a_mistake_is_retired_and_its_year_is_free_again():
    wrong = ledger(2024).data.replace(b"#RAR 0 20240101 20241231", b"#RAR 0 20230701 20241231")
    take_ledgers([LedgerFile("fel.se", wrong)], by=TERMINAL)
    before = counts()
    with pytest.raises(Refused):
        take_ledgers([ledger(2024)], by=TERMINAL)
    retired = retire_import(1, reason="Fel räkenskapsår i filen", by=TERMINAL)
    assert (retired.version, retired.current) == (1, False)
    assert counts() == before
    entry = TrailEntry.objects.last()
    assert (entry.deed, entry.subject) == ("retire-import", "version 1, fel.se, 1 juli 2023–31 december 2024")
    assert entry.new == {"current": False, "reason": "Fel räkenskapsår i filen"}
    assert balances().years == ()
    assert len(take_ledgers([ledger(2024)], by=TERMINAL).taken) == 1
    assert [taken.current for taken in imports()] == [False, True]


@pytest.mark.parametrize(
    ("version", "reason", "code"),
    [
        (2, "skäl", "no-such-import"),
        (1, " ", "no-source"),
        (1, "Arvode 121212-1212", "identity-number-typed"),
    ],
)
def test_only_what_is_in_use_is_retired_and_only_with_a_reason(version, reason, code):
    take_ledgers([ledger()], by=TERMINAL)
    with pytest.raises(Refused) as refused:
        retire_import(version, reason=reason, by=TERMINAL)
    assert codes(refused.value.problems) == {code}
    assert imports()[0].current
    assert TrailEntry.objects.last().refused


def test_the_same_import_is_not_retired_twice():
    take_ledgers([ledger()], by=TERMINAL)
    retire_import(1, reason="prov", by=TERMINAL)
    with pytest.raises(Refused):
        retire_import(1, reason="prov", by=TERMINAL)
    assert len(take_ledgers([ledger()], by=TERMINAL).taken) == 1


def test_a_trail_that_cannot_be_written_hides_no_reason(monkeypatch):
    def busy(*_args: object, **_named: object) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr("samordna.office.actions.doing.record_refusal", busy)
    with pytest.raises(Refused) as refused:
        take_ledgers([LedgerFile("trasig.se", b"trasig")], by=TERMINAL)
    assert codes(refused.value.problems) == {"not-sie", "refusal-untraced"}


def test_the_books_of_another_association_are_told():
    data = ledger().data.replace(b"222000-0000", b"222000-9999")
    receipt = take_ledgers([LedgerFile("annans.se", data)], by=TERMINAL)
    assert "other-organisation" in codes(receipt.problems)
    assert len(receipt.taken) == 1


def test_books_that_only_bear_another_name_are_told():
    data = b"\n".join(line for line in ledger().data.splitlines() if not line.startswith(b"#ORGNR"))
    data = data.replace(b"#FNAMN", b'#FNAMN "Ett annat bolag"\n#PROSA', 1)
    receipt = take_ledgers([LedgerFile("annans.se", data)], by=TERMINAL)
    assert "other-name" in codes(receipt.problems)
    assert len(receipt.taken) == 1


def test_a_year_opens_where_the_one_before_it_closed_or_it_is_told():
    """The file says nothing of last year: what was read of it does."""
    last, this = large_ledger(30, year=2023), large_ledger(30, year=2024)
    silent = b"\n".join(line for line in this.splitlines() if not line.startswith((b"#UB -1", b"#IB -1", b"#RES -1")))
    take_ledgers([LedgerFile("2023.se", last)], by=TERMINAL)
    receipt = take_ledgers([LedgerFile("2024.se", silent)], by=TERMINAL)
    told = [problem for problem in receipt.problems if problem.code == "opening-differs"]
    assert told
    assert all(problem.place.startswith("2024.se, konto ") for problem in told)


def test_the_problems_that_were_told_are_kept_with_the_import():
    receipt = take_ledgers([ledger(seed=1)], by=TERMINAL)
    assert problems_of(1) == receipt.problems
    receipt = take_ledgers([ledger(seed=2)], by=TERMINAL)
    assert problems_of(2) == receipt.problems
    assert "new-version" in codes(problems_of(2))


def test_possible_identity_numbers_never_reach_the_database():
    number = b"19640823-3234"  # the tax authority's own invented example
    data = ledger().data.replace(b'"Hyra september"', b'"Arvode ' + number + b'"', 3)
    receipt = take_ledgers([LedgerFile("arvode.se", data)], by=TERMINAL)
    assert "possible-identity-number" in codes(receipt.problems)
    texts = [
        *models.Voucher.objects.values_list("text", flat=True),
        *models.Posting.objects.values_list("text", flat=True),
        *models.ImportProblem.objects.values_list("found", flat=True),
        *(str(entry.new) + entry.subject for entry in TrailEntry.objects.all()),
    ]
    assert any("Arvode" in text for text in texts)
    assert not any("3234" in text for text in texts)


def test_an_identity_number_in_a_name_of_file_company_program_or_dimension_reaches_nothing():
    number = b"19640823-3234"
    data = ledger().data
    for name in (b'"Kostnadsst\x84lle"', b'"Samordnas prov"', b'"Samordningsf\x94rbundet Exempel"'):
        assert name in data
        data = data.replace(name, name[:-1] + b" " + number + b'"')
    receipt = take_ledgers([LedgerFile("lön 19640823-3234.se", data)], by=TERMINAL)
    with pytest.raises(Refused) as refused:
        take_ledgers([LedgerFile("19640823-3234.se", b"trasig")], by=TERMINAL)
    rows = [*receipt.taken, *receipt.problems, *refused.value.problems, *imports()]
    for model in (*ROWS, TrailEntry):
        rows += model.objects.values_list()
    assert not [row for row in rows if "3234" in str(row)]
    assert receipt.taken[0].file_name == "lön ••••••••-••••.se"


def test_the_trail_tells_who_took_what_and_what_it_replaced():
    user = User.objects.create_user("e@example.se", name="Ekonomen", role=Role.ECONOMIST)
    first = take_ledgers([ledger(seed=1)], by=TERMINAL).taken[0]
    second = take_ledgers([ledger(seed=2)], by=Actor.user(user)).taken[0]
    assert second.taken_by == "Ekonomen"
    entry = TrailEntry.objects.last()
    assert (entry.by, entry.deed, entry.subject) == (user, "take-ledger", "2024-2.se, 2024")
    assert entry.old == {"version": 1, "sha256": first.sha256}
    assert (entry.new["version"], entry.new["sha256"]) == (2, second.sha256)


def test_progress_is_told_file_by_file():
    told = []
    file = LedgerFile("stor.se", large_ledger(5000))
    take_ledgers([file], by=TERMINAL, progress=lambda what, share: told.append((what, share)))
    assert list(Counter(what for what, _ in told)) == ["Läser stor.se", "Skriver stor.se"]
    assert all(0 <= share <= 1 for _, share in told)


def test_texts_of_any_length_and_kind_are_kept():
    long_name = "Ö" * 3000
    data = ledger().data.replace(b'"Hyra september"', f'"{long_name}\t|% \'"'.encode("cp437"), 1)
    take_ledgers([LedgerFile("lång.se", data)], by=TERMINAL)
    assert models.Voucher.objects.filter(text__startswith=long_name[:100]).exists()


def test_two_at_once_are_taken_one_after_the_other(association_folder):
    """Both read at the same time, one writes first; each file is whole, one is current."""
    failures: list[BaseException] = []

    def take(seed: int) -> None:
        try:
            take_ledgers([ledger(seed=seed, vouchers=2000)], by=TERMINAL)
        except BaseException as failure:  # noqa: BLE001 - it is looked at below
            failures.append(failure)
        finally:
            connections["default"].close()

    takers = [threading.Thread(target=take, args=(seed,)) for seed in (1, 2, 3)]
    for taker in takers:
        taker.start()
    for taker in takers:
        taker.join()
    open_association(association_folder)
    assert failures == []
    assert [(taken.version, taken.current) for taken in imports()] == [(1, False), (2, False), (3, True)]
    for taken in imports():
        assert models.Posting.objects.filter(ledger_import=taken.version).count() == taken.postings


def test_a_database_that_cannot_be_written_is_told_and_nothing_has_changed(monkeypatch):
    def full(*_args: object) -> None:
        raise OperationalError("database or disk is full")

    monkeypatch.setattr("samordna.office.actions.books.taking.write_problems", full)
    with pytest.raises(Refused) as refused:
        take_ledgers([ledger()], by=TERMINAL)
    assert codes(refused.value.problems) == {"write-failed"}
    assert "Databasen svarar inte som den ska: disken är full." in str(refused.value)
    assert imports() == ()


def test_whoever_waits_too_long_gets_a_clear_answer(monkeypatch, engine):
    monkeypatch.setattr(writing, "WAIT_SECONDS", 1)
    holding, done = threading.Event(), threading.Event()

    def hold() -> None:
        with writing.alone():
            holding.set()
            done.wait(20)
        connections["default"].close()

    holder = threading.Thread(target=hold)
    holder.start()
    holding.wait(10)
    if engine == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA busy_timeout = 1000")
    start = time.monotonic()
    with pytest.raises(Refused) as refused:
        take_ledgers([ledger()], by=TERMINAL)
    done.set()
    holder.join()
    assert codes(refused.value.problems) == {"busy"}
    assert time.monotonic() - start < 10
    assert imports() == ()
    assert len(take_ledgers([ledger()], by=TERMINAL).taken) == 1
