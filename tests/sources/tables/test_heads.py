"""Which row is the head of a table, and what its columns mean."""

import datetime as dt

import pytest
from tests.sources.tables.agreed import asked, columns, suggested, table
from tests.sources.tables.packed import workbook
from tests.sources.tables.written import as_workbook

from samordna.sources.tables.fields import Field, TableKind
from samordna.sources.tables.head_words import meaning_of, month_of_head, words_of
from samordna.sources.tables.mapping import NO_HEAD

HEADS = {
    "Konto": "account", "Kontonr.": "account", "KONTO NR": "account", "Benämning": None, "Kontonamn": "account-name",
    "Konto(T)": "account-name", "Ing. balans": "opening", "IB 2024-01-01": "opening", "Ingående saldo": "before",
    "Förändring": "amount", "Belopp (kr)": "amount", "Belopp SEK": "amount", "Utfall jan–aug 2024": "amount",
    "UB 2024-08-31": "closing", "Utg. saldo": "closing", "Saldo": "closing", "Utfall ack.": "closing",
    "Bokf.datum": "date", "Verifikationsdatum": "date", "Ver.nr": "number", "Verifikation": "number", "Serie": "series",
    "Vertext": "voucher-text", "Transaktionstext": "text", "Kst": "cost-centre", "K-ställe": "cost-centre",
    "Ansvar": "cost-centre", "Ansvar(T)": "cost-centre-name", "Proj.nr": "project", "Projektnamn": "project-name",
    "Budget": None, "Avvikelse": None, "Förfallodatum": None, "Registreringsdatum": None,
}  # fmt: skip


@pytest.mark.parametrize("head", HEADS)
def test_a_head_is_known_by_its_words(head):
    meaning = meaning_of(head)
    assert (meaning.field.value if meaning else None) == HEADS[head]


@pytest.mark.parametrize(
    ("head", "means"),
    [
        ("Debet", "amount debit"),
        ("Kredit SEK", "amount credit"),
        ("IB debet", "opening debit"),
        ("Kredit UB", "closing credit"),
    ],
)
def test_a_head_may_tell_a_side(head, means):
    meaning = meaning_of(head)
    assert f"{meaning.field.value} {meaning.side.value}" == means


@pytest.mark.parametrize(
    ("head", "month"),
    [
        ("Jan", 1),
        ("feb 2024", 2),
        ("2024-03", 3),
        ("202404", 4),
        ("Period 5", 5),
        ("P06", 6),
        ("Augusti 24", 8),
        ("Saldo", 0),
    ],
)
def test_a_month_is_a_head_however_it_is_written(head, month):
    assert month_of_head(head) == month


def test_what_changes_from_one_file_to_the_next_is_no_part_of_a_heads_words():
    assert words_of("UB 2024-08-31") == words_of("ub per 2024-09-30") == "ub"
    assert words_of("Utfall jan-aug 2024 (kr)") == "utfall"


def test_the_head_row_is_the_one_with_most_heads_wherever_it_stands():
    found = suggested("""
        Saldolista | | Konto: 1000-8999
        Samordningsförbundet Exempel
        |
        Konto | Benämning | IB | UB
        1930 | Bank | 0 | 100
    """)
    assert found.head_row == 3
    assert [column.field for column in found.columns] == [
        Field.ACCOUNT,
        Field.ACCOUNT_NAME,
        Field.OPENING,
        Field.CLOSING,
    ]


def test_a_head_on_two_rows_is_put_together():
    assert columns("""
        | | Ingående balans | | Förändring | | Utgående balans |
        Konto | Benämning | Debet | Kredit | Debet | Kredit | Debet | Kredit
        1930 | Bank | 100 | | 5 | | 105 |
    """) == {
        "A": "account", "B": "account-name", "C": "opening debit", "D": "opening credit", "E": "amount debit",
        "F": "amount credit", "G": "closing debit", "H": "closing credit",
    }  # fmt: skip


def test_a_head_merged_over_two_rows_is_found_on_the_upper_one():
    assert columns("""
        Konto | Benämning | Förändring |
        | | Debet | Kredit
        1930 | Bank | 100 |
    """) == {"A": "account", "B": "account-name", "C": "amount debit", "D": "amount credit"}


def test_a_name_belongs_to_the_column_before_it():
    assert columns("""
        Konto | Namn | Kst | Namn | Projekt | Benämning | Saldo
        1930 | Bank | 3001 | Kansli | P1 | Vägen in | 5
    """) == {
        "A": "account", "B": "account-name", "C": "cost-centre", "D": "cost-centre-name", "E": "project",
        "F": "project-name", "G": "closing",
    }  # fmt: skip


def test_a_text_names_the_account_in_a_list_of_balances_and_not_in_one_of_vouchers():
    assert columns("Konto | Text | Saldo\n1930 | Bank | 5")["B"] == "account-name"
    assert columns("Ver | Datum | Konto | Text | Belopp\nA 1 | 2024-01-31 | 1930 | Hyra | 5")["D"] == "text"


def test_a_number_is_an_accounts_in_a_list_of_balances():
    assert columns("Nr | Benämning | Saldo\n1930 | Bank | 5") == {"A": "account", "B": "account-name", "C": "closing"}


def test_period_is_a_month_or_an_amount_as_its_values_tell():
    assert columns("Konto | Period | Belopp\n1930 | 202401 | 5")["B"] == "period"
    assert columns("Konto | Period | Saldo\n1930 | 1 234,50 | 5")["B"] == "amount"


def test_of_two_columns_that_mean_the_same_the_later_year_is_meant_else_the_first():
    assert columns("Konto | UB 2023 | UB 2024\n1930 | 1 | 2") == {"A": "account", "C": "closing"}
    assert columns("Konto | Saldo | Saldo\n1930 | 1 | 2") == {"A": "account", "B": "closing"}


def test_of_an_amount_in_two_columns_and_in_one_the_two_are_meant():
    """Both would count it twice."""
    found = columns("Ver | Datum | Konto | Debet | Kredit | Belopp\nA 1 | 2024-01-31 | 1930 | 5 | | 5")
    assert found == {"A": "number", "B": "date", "C": "account", "D": "amount debit", "E": "amount credit"}


def test_columns_of_months_are_the_latest_years():
    found = columns("Konto | Jan 2023 | Feb 2023 | Jan 2024 | Feb 2024\n1930 | 1 | 2 | 3 | 4")
    assert found == {"A": "account", "D": "month 1", "E": "month 2"}


def test_months_may_stand_beside_another_word_and_as_dates():
    assert columns("Konto | Utfall jan | Utfall feb\n1930 | 1 | 2") == {"A": "account", "B": "month 1", "C": "month 2"}
    rows = [["Konto", "IB", dt.date(2024, 1, 1), dt.date(2024, 2, 1)], [1930, 1, 2, 3]]
    found = suggested(as_workbook(("Saldon", rows)))
    assert [(column.field.value, column.month) for column in found.columns][2:] == [("month", 1), ("month", 2)]


def test_a_table_without_heads_is_told_by_its_values():
    found = suggested("1930 | Bank | 1 289,50\n2010 | Eget kapital | -1 000,00\n3010 | Bidrag | -289,50")
    assert found.head_row == NO_HEAD
    assert [(column.place, column.field) for column in found.columns] == [(0, Field.ACCOUNT), (2, Field.AMOUNT)]


def test_a_column_without_a_head_is_told_by_its_values():
    assert columns("| Benämning | IB | UB\n1930 | Bank | 1 | 2\n2010 | EK | -1 | -2")["A"] == "account"


KINDS = {
    "saldolista": "Konto | Saldo\n1930 | 5",
    "verifikationslista": "Ver | Datum | Konto | Belopp\nA 1 | 2024-01-31 | 1930 | 5",
    "huvudbok": "Ver | Datum | Text | Debet | Kredit\n1930 Bank\nA 1 | 2024-01-31 | x | 5 |",
}


@pytest.mark.parametrize("kind", KINDS)
def test_the_kind_is_told_by_the_columns(kind):
    assert suggested(KINDS[kind]).kind is TableKind(kind)


def test_the_kind_is_told_by_the_title_and_by_opening_balances():
    flat = "Konto | Ver | Datum | Text | Belopp\n1930 | | | {} | 5\n1930 | A 1 | 2024-01-31 | x | 5"
    assert suggested(flat.format("Ingående balans")).kind is TableKind.LEDGER
    assert suggested("Huvudbok 2024\n" + flat.format("x")).kind is TableKind.LEDGER
    assert suggested("Verifikationslista\n" + flat.format("Ingående balans")).kind is TableKind.VOUCHERS


def test_each_sheet_that_can_be_a_ledger_is_suggested_the_fullest_first():
    data = as_workbook(
        ("Läs mig", [["Hej"]]),
        ("Del", [["Konto", "Saldo"], [1930, 5]]),
        ("Hel", [["Konto", "Namn", "IB", "Saldo"], [1930, "Bank", 1, 5]]),
    )
    assert [one.mapping.sheet for one in asked(data).suggestions] == ["Hel", "Del"]


def test_a_person_sees_the_heads_and_the_first_rows():
    best = asked(workbook()).best
    assert best.heads == ("Konto", "Benämning", "Saldo")
    assert best.sample == (("1930", "Bank", "100.5"), ("2010", "Eget kapital", "-100.5"))


def test_a_table_is_written_with_blanks_for_the_eye_in_these_tests():
    assert table("a | b\nc | d") == b"a;b\nc;d"
