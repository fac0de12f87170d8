"""A ledger that comes as a table: asked about once, looked at, taken, and read by itself the next time."""

import datetime as dt
import json
from dataclasses import replace

import pytest
from tests.large_ledger import large_ledger
from tests.sources.tables.written import as_workbook
from tests.table_ledger import HEADS, balance_rows, balance_text, balance_workbook, books, voucher_workbook

from samordna.access.models import Role, TrailEntry, User
from samordna.domain.document import Number
from samordna.domain.ledger.books import Detail, FiscalYear
from samordna.domain.statements.layout import StatementKind
from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused
from samordna.office import questions
from samordna.office.actions import (
    TERMINAL,
    Actor,
    LedgerFile,
    Seen,
    hand_in,
    leave_draft,
    look_again,
    map_table,
    take_draft,
    take_ledgers,
    take_out_draft,
    take_out_original,
)
from samordna.office.questions.books.table_shown import remembered_mappings
from samordna.office.store import models
from samordna.sources.tables import Field, Signs, TableKind, TableMapping

pytestmark = pytest.mark.usefixtures("association_folder")

YEAR = FiscalYear(dt.date(2024, 1, 1), dt.date(2024, 12, 31))
LAST = dt.date(2024, 12, 31)
ASKED = Asked.of(Period(202401, 202412))
NUMBER = "19640823-3234"  # the tax authority's own invented example


def hand(data: bytes, name: str = "saldon.xlsx") -> int:
    [number] = hand_in([LedgerFile(name, data)], by=TERMINAL)
    return number


def suggested(number: int) -> TableMapping:
    return TableMapping.from_json(json.loads(questions.draft(number).preview.table.mapping))


def said_of(number: int) -> TableMapping:
    """Return what is suggested with what nobody could read out of it: the year, and which sign debit has."""
    return replace(suggested(number).for_time(YEAR, LAST), signs=Signs.DEBIT)


def refusal(deed, *arguments, **named) -> list[str]:
    with pytest.raises(Refused) as refused:
        deed(*arguments, **named)
    return [problem.code for problem in refused.value.problems]


def codes(preview) -> set[str]:
    return {problem.code for problem in preview.problems}


def statements():
    tables = questions.statements_shown(ASKED, StatementKind.BALANCE).tables
    return {
        (table.id, row.id, column.id): cell.exact
        for table in tables
        for row in table.rows
        for column, cell in zip(table.columns, row.cells, strict=False)
        if isinstance(cell, Number)
    }


def user(role: Role) -> Actor:
    return Actor.user(User.objects.create_user(f"{role.value}@example.se", name=role.label, role=role))


def test_a_table_is_asked_about_and_nothing_of_it_is_read_in():
    number = hand(balance_workbook())
    shown = questions.draft(number)
    assert (shown.needs_mapping, shown.may_be_taken, shown.preview.books) == (True, False, None)
    assert codes(shown.preview) == {"table-not-mapped"}
    table = shown.preview.table
    assert (table.agreed, table.sheets, table.heads) == (False, ("Framsida", "Saldon"), HEADS)
    assert table.sample[0][:2] == ("1510", "Kundfordringar")
    assert [code for code, _ in table.questions] == ["year", "covered-to"]
    mapping = suggested(number)
    assert (mapping.kind, mapping.sheet) == (TableKind.BALANCES, "Saldon")
    assert [column.field for column in mapping.columns] == [
        Field.ACCOUNT, Field.ACCOUNT_NAME, Field.OPENING, Field.AMOUNT, Field.CLOSING,
    ]  # fmt: skip
    assert refusal(take_draft, number, seen=Seen(None), by=TERMINAL) == ["table-not-mapped"]


def test_what_is_said_of_it_reads_it_and_taken_it_gives_the_same_statements():
    take_ledgers([LedgerFile("bok.se", large_ledger(60))], by=TERMINAL)
    expected = statements()
    number = hand(balance_workbook())
    preview = map_table(number, said_of(number), by=TERMINAL)
    assert preview.may_be_taken
    assert (preview.form.file_type, preview.form.encoding) == ("saldolista", "")
    assert (preview.books.detail, preview.books.year, preview.books.covered_to) == (Detail.PERIOD, YEAR, LAST)
    take_draft(number, seen=Seen(1, preview.read_with), by=TERMINAL)
    assert statements() == expected
    [_, taken] = questions.imports()
    assert (taken.detail, taken.file_type, taken.file_name) == (Detail.PERIOD, "saldolista", "saldon.xlsx")


def test_vouchers_in_a_table_are_vouchers():
    take_ledgers([LedgerFile("bok.se", large_ledger(60))], by=TERMINAL)
    number = hand(voucher_workbook(), "ver.xlsx")
    preview = map_table(number, suggested(number).for_time(YEAR, None), by=TERMINAL)
    assert (preview.books.detail, preview.books.vouchers) == (Detail.VOUCHERS, 60)
    assert preview.vouchers.unchanged + preview.vouchers.changed.count == 60
    take_draft(number, seen=Seen(1), by=TERMINAL)
    assert questions.imports()[1].vouchers == 60


def test_the_next_table_with_the_same_heads_is_read_by_itself_also_at_the_terminal():
    number = hand(balance_text(["Saldolista", "Räkenskapsår 2024", "Period: 2024-01-01 - 2024-12-31"]), "a.csv")
    map_table(number, suggested(number), by=TERMINAL)
    [remembered] = remembered_mappings()
    assert (remembered.year, remembered.covered_to) == (None, None)
    leave_draft(number, by=TERMINAL)
    later = balance_text(["Saldolista", "Räkenskapsår 2025", "Period: 2025-01-01 - 2025-12-31"], year=2025)
    shown = questions.draft(hand(later, "b.csv"))
    assert (shown.needs_mapping, shown.may_be_taken) == (False, True)
    assert shown.preview.books.year.in_words == "2025"
    receipt = take_ledgers([LedgerFile("c.csv", later)], by=TERMINAL)
    assert [taken.year.in_words for taken in receipt.taken] == ["2025"]


def test_a_remembered_table_that_does_not_tell_its_year_is_asked_for_it_with_all_else_filled_in():
    number = hand(balance_workbook())
    said = said_of(number)
    map_table(number, replace(said, columns=said.columns[:-1]), by=TERMINAL)
    other = hand(balance_workbook(seed=2), "nästa.xlsx")
    shown = questions.draft(other)
    assert (shown.needs_mapping, [code for code, _ in shown.preview.table.questions]) == (True, ["year", "covered-to"])
    assert [column.field for column in suggested(other).columns][-1] is Field.AMOUNT  # as was said, not as it seems
    assert refusal(take_ledgers, [LedgerFile("x.xlsx", balance_workbook(seed=2))], by=TERMINAL) == ["table-not-mapped"]


def test_what_is_missing_is_told_and_nothing_is_remembered():
    number = hand(balance_workbook())
    with pytest.raises(Refused) as refused:
        map_table(number, suggested(number), by=TERMINAL)
    assert [problem.found for problem in refused.value.problems] == [
        "Något saknas för att tabellen ska kunna läsas: Vilket räkenskapsår gäller tabellen?",
        "Något saknas för att tabellen ska kunna läsas: Till och med vilken dag gäller tabellen?",
    ]
    assert remembered_mappings() == ()
    assert questions.draft(number).needs_mapping


def test_what_was_said_can_be_changed_and_the_last_word_is_what_is_remembered():
    number = hand(balance_workbook())
    said = said_of(number)
    first = map_table(number, said, by=TERMINAL)
    second = map_table(number, replace(said, columns=said.columns[:-1]), by=TERMINAL)
    assert first.read_with != second.read_with
    assert models.RememberedTable.objects.count() == 2
    [remembered] = remembered_mappings()
    assert len(remembered.columns) == 4
    assert refusal(take_draft, number, seen=Seen(None, first.read_with), by=TERMINAL) == ["read-anew"]
    take_draft(number, seen=Seen(None, second.read_with), by=TERMINAL)


def test_a_table_handed_in_again_or_looked_at_again_is_read_as_was_said_of_it():
    rows = [["", "", ""], *balance_rows()[1:]]  # no heads: nothing to remember it by
    data = as_workbook(("Blad1", rows))  # made once: a workbook says to the second when it was made
    number = hand(data, "utan.xlsx")
    said = replace(said_of(number), kind=TableKind.BALANCES)
    map_table(number, said, by=TERMINAL)
    assert remembered_mappings() == ()
    assert look_again(number, by=TERMINAL).books is not None
    assert hand(data, "utan.xlsx") == number
    assert questions.draft(number).preview.books is not None


def test_another_sheet_and_another_row_of_heads_can_be_looked_at():
    number = hand(as_workbook(("Ett", balance_rows()), ("Två", [["rubrik"], *balance_rows(seed=2)])))
    other = questions.table_as(number, "Två", None)
    assert TableMapping.from_json(json.loads(other.mapping)).head_row == 1
    wrong = questions.table_as(number, "Två", 0)
    assert wrong.heads[0] == "rubrik"
    assert questions.table_as(number, "Tre", None) is None
    assert questions.table_as(number, "Två", 4_000) is None
    assert questions.table_as(99, "Två", None) is None
    said = TableMapping.from_json(json.loads(other.mapping)).for_time(YEAR, LAST)
    map_table(number, replace(said, signs=Signs.DEBIT), by=TERMINAL)
    take_draft(number, seen=Seen(None), by=TERMINAL)
    opening = {row.account: row.ore for row in models.OpeningBalance.objects.all()}
    assert {account: ore for account, ore in opening.items() if ore} == {
        account: ore for account, ore in books(seed=2).opening[0].items() if ore
    }


def test_only_a_table_has_columns_and_only_the_economist_says_what_they_are():
    sie = hand(large_ledger(20), "bok.se")
    number = hand(balance_workbook())
    mapping = said_of(number)
    assert refusal(map_table, sie, mapping, by=TERMINAL) == ["no-table-there"]
    assert refusal(map_table, 99, mapping, by=TERMINAL) == ["no-such-draft"]
    assert refusal(map_table, number, mapping, by=user(Role.DIRECTOR)) == ["not-allowed"]
    assert TrailEntry.objects.latest("id").refused
    assert remembered_mappings() == ()


def test_every_word_leaves_its_trail_without_the_words_of_the_file():
    number = hand(balance_workbook())
    map_table(number, said_of(number), by=user(Role.ECONOMIST))
    entry = TrailEntry.objects.latest("id")
    assert (entry.deed, entry.by_name, entry.subject) == ("map-table", "ekonom", "saldon.xlsx")
    assert entry.new["columns"]["A"] == "Konto"
    assert (entry.new["kind"], entry.new["draft"]) == ("saldolista", number)
    [columns] = [one for one in questions.trail_line(entry.id).changes if one.name == "kolumner"]
    assert columns.new.startswith("A Konto, B Kontots namn")


def test_the_file_is_kept_and_handed_out_as_it_came():
    data = balance_workbook()
    number = hand(data)
    economist, auditor = user(Role.ECONOMIST), user(Role.AUDITOR)
    assert take_out_draft(number, by=economist).data == data
    assert refusal(take_out_draft, number, by=auditor) == ["not-allowed"]  # nothing in it is hidden yet
    map_table(number, said_of(number), by=TERMINAL)
    take_draft(number, seen=Seen(None), by=TERMINAL)
    assert questions.import_shown(1).kept
    assert take_out_original(1, by=auditor).data == data
    entry = TrailEntry.objects.latest("id")
    assert (entry.deed, entry.subject, entry.new["version"]) == ("export", "saldon.xlsx", 1)
    assert refusal(take_out_original, 1, by=user(Role.BOARD)) == ["not-allowed"]
    assert refusal(take_out_original, 7, by=auditor) == ["file-not-kept"]
    assert refusal(take_out_draft, number, by=economist) == ["file-not-kept"]  # it waits no more


def test_a_table_that_may_name_somebody_is_forgotten_when_it_is_taken():
    rows = [[*row, NUMBER if place == 5 else ""] for place, row in enumerate(balance_rows())]
    number = hand(as_workbook(("Saldon", rows)))
    row = models.LedgerDraft.objects.get(pk=number)
    assert "640823" not in str(row.found)
    map_table(number, said_of(number), by=TERMINAL)
    kept = [*models.RememberedTable.objects.values_list(), *TrailEntry.objects.values_list()]
    assert not [one for one in kept if "640823" in str(one)]
    take_draft(number, seen=Seen(None), by=TERMINAL)
    assert not questions.import_shown(1).kept
    assert refusal(take_out_original, 1, by=TERMINAL) == ["file-not-kept"]


def test_a_head_that_is_an_identity_number_is_not_remembered():
    rows = balance_rows(heads=("Konto", NUMBER, "IB", "Förändring", "UB"))
    number = hand(as_workbook(("Saldon", rows)))
    said = said_of(number)
    map_table(number, said, by=TERMINAL)
    told = [*models.RememberedTable.objects.values_list(), models.LedgerDraft.objects.get(pk=number).found]
    assert not [one for one in told if "640823" in str(one)]


def test_what_is_no_ledger_is_told_as_what_it_is():
    number = hand(as_workbook(("Blad1", [["Mötesanteckningar"], ["Kaffe kl 9"]])), "möte.xlsx")
    shown = questions.draft(number)
    assert (shown.preview.table, codes(shown.preview)) == (None, {"no-table"})
    assert not shown.kept
