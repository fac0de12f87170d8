"""What is odd in a file of SIE 5 is told with its line, and what can be used is used."""

import codecs
import datetime as dt

import pytest
from tests.sources.sie.xml.sample_xml import ENTRIES, FULL_5, SMALL, changed, line_of, small

from samordna.domain.ledger.problems import KINDS
from samordna.domain.values.problem import Refused, Severity
from samordna.sources.sie import Reading, SieFile, books_of, read_sie
from samordna.sources.sie.model import Balance, Record
from samordna.sources.sie.xml import read_sie5

ROW = '<LedgerEntry accountId="1930" amount="500.00"/>'
ENTRY = '<JournalEntry id="1" journalDate="2024-01-31" text="Bidrag januari">'


def codes(reading: Reading) -> list[str]:
    return [problem.code for problem in reading.problems]


def file_of(reading: Reading) -> SieFile:
    assert reading.file is not None
    return reading.file


def told(data: bytes, code: str) -> str:
    """Return the one problem of this kind, as a person reads it."""
    (problem,) = (problem for problem in read_sie5(data, "bok.sie").problems if problem.code == code)
    return str(problem)


def test_a_file_tells_what_it_is():
    data = changed(FULL_5)
    reading = read_sie(data, "bok.sie")
    assert (reading.name, reading.file_type, reading.encoding, reading.size) == (
        "bok.sie",
        "5",
        "iso-8859-1",
        len(data),
    )
    assert reading.lines == FULL_5.count("\n")
    assert not reading.signed
    assert file_of(reading).file_type == "5"


def test_entries_to_import_are_a_type_of_their_own():
    reading = read_sie(changed(ENTRIES), "lön.sie")
    assert (reading.file_type, reading.encoding) == ("5I", "utf-8")
    (voucher,) = file_of(reading).vouchers
    assert (voucher.series, voucher.number, voucher.registered, voucher.sign) == ("", "", dt.date(2024, 1, 25), "Lön")
    assert "no-fiscal-year" in [problem.code for problem in books_of(reading).problems]


def test_every_element_is_counted():
    counts = read_sie5(changed(FULL_5), "bok.sie").counts
    for name in (
        "JournalEntry",
        "LedgerEntry",
        "ObjectReference",
        "EntryInfo",
        "Account",
        "Budget",
        "Tag",
        "Overstrike",
    ):
        assert counts[name] == FULL_5.count(f"<sie:{name} ") > 0, name
    assert counts["Journal"] == 2


def test_its_vouchers_know_their_lines():
    vouchers = file_of(read_sie5(small(), "bok.sie")).vouchers
    assert [voucher.line for voucher in vouchers] == [line_of(SMALL, ENTRY), line_of(SMALL, 'journalDate="2024-02-29"')]


def test_it_becomes_books():
    usable = books_of(read_sie(small(), "bok.sie"))
    assert usable.books is not None
    assert usable.books.file_type == "5"
    assert usable.books.opening == {0: {"1930": 100000, "2010": -100000}}
    assert usable.problems == ()


def test_progress_is_told_to_the_end():
    shares: list[float] = []
    data = small(("Bidrag januari", "x" * 500_000), ("Hyra", "y" * 900_000))
    read_sie5(data, "bok.sie", progress=shares.append)
    assert len(shares) == 2
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


# Amounts, dates, accounts

BROKEN = {
    "broken-amount": (ROW, '<LedgerEntry accountId="1930" amount="500,00"/>'),
    "broken-amount, of three decimals": (ROW, '<LedgerEntry accountId="1930" amount="500.005"/>'),
    "broken-amount, missing": (ROW, '<LedgerEntry accountId="1930"/>'),
    "broken-amount, of a balance": ('amount="210.5"/>\n    </Acc', 'amount="O"/>\n    </Acc'),
    "broken-date": ('journalDate="2024-02-29"', 'journalDate="2023-02-29"'),
    "broken-date, missing": (' journalDate="2024-02-29"', ""),
    "broken-date, of a row": ('ledgerDate="2024-02-01"', 'ledgerDate="20240201"'),
    "broken-account": (ROW, '<LedgerEntry accountId="19 30" amount="500.00"/>'),
    "broken-account, missing": (ROW, '<LedgerEntry amount="500.00"/>'),
    "broken-account, declared": ('id="1510"', 'id=""'),
    "broken-fiscal-year": ('start="2024-01" end="2024-12"', 'start="2024-12" end="2024-01"'),
    "broken-fiscal-year, too long": ('start="2024-01" end="2024-12"', 'start="2024-01" end="2025-07"'),
    "no-primary-year": (' primary="true"', ""),
    "no-primary-year, two": ('closed="true"', 'primary="true"'),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_trusted_refuses_the_file_on_its_line(name):
    old, new = BROKEN[name]
    reading = read_sie(small((old, new)), "bok.sie")
    (problem,) = (problem for problem in reading.problems if problem.severity is Severity.REFUSE)
    assert problem.code == name.split(",", maxsplit=1)[0]
    assert reading.file is not None
    line = line_of(SMALL, "<FiscalYears>") if "primary-year" in name else line_of(SMALL, old)
    assert problem.place == f"bok.sie, rad {line}"
    assert books_of(reading).books is None
    with pytest.raises(Refused):
        read_sie(small((old, new)), "bok.sie", strict=True)


def test_a_row_that_is_broken_keeps_its_place():
    """The rest of it stands, so that one sees which row it is."""
    file = file_of(read_sie5(small((ROW, '<LedgerEntry accountId="1930" amount="x" text="Här"/>')), "bok.sie"))
    assert [(row.account, row.ore, row.text) for row in file.vouchers[0].rows] == [
        ("1930", 0, "Här"),
        ("3010", -50000, ""),
    ]


def test_a_word_for_an_account_keeps_its_amount():
    reading = read_sie5(small((ROW, '<LedgerEntry accountId="DIFF" amount="500.00"/>')), "bok.sie")
    assert codes(reading) == ["odd-account", "undeclared-account"]
    assert file_of(reading).vouchers[0].rows[0].account == "DIFF"


ODD = {
    "broken-field, a quantity": (ROW, ROW.replace("/>", ' quantity="många"/>')),
    "broken-field, a type": ('id="5010" name="Lokalhyra" type="cost"', 'id="5010" name="Lokalhyra" type="kostnad"'),
    "broken-field, a time": ("2024-09-10T08:15:00Z", "nyss"),
    "broken-field, a day covered": ("2024-08-31", "2024-08"),
    "broken-period": ('month="2023-12" amount="1000.00"', 'month="2023" amount="1000.00"'),
    "broken-record, a year": ('start="2023-01" end="2023-12"', 'start="2023" end="2023-12"'),
    "broken-record, a dimension": ('id="6" name="Projekt"', 'id="sex" name="Projekt"'),
    "broken-object-list": ('dimId="6"', 'dimId="P"'),
    "duplicate-account": ('id="1510" name="Kundfordringar"', 'id="1930" name="Kundfordringar"'),
    "stray-month, inside a year": ('month="2024-01" amount="1000.00"', 'month="2024-02" amount="1000.00"'),
    "stray-month, of no year": ('month="2023-12" amount="1000.00"', 'month="2022-12" amount="1000.00"'),
}


def test_an_account_that_is_used_and_not_declared_is_told_where_it_is_used_first():
    data = small((ROW, '<LedgerEntry accountId="1940" amount="500.00"/>'))
    assert told(data, "undeclared-account").startswith(f"bok.sie, rad {line_of(SMALL, ROW)}: Konto 1940 används")


@pytest.mark.parametrize("name", ODD)
def test_what_does_no_harm_is_told_on_its_line_and_the_rest_is_used(name):
    old, new = ODD[name]
    reading = read_sie5(small((old, new)), "bok.sie")
    problem = reading.problems[0]
    assert problem.code == name.split(",", maxsplit=1)[0]
    assert not reading.refused
    told_on = line_of(SMALL, '<Account id="1930"') if problem.code == "duplicate-account" else line_of(SMALL, old)
    assert problem.place == f"bok.sie, rad {told_on}"
    assert len(file_of(reading).vouchers) == 2


def test_a_year_that_stands_alone_is_the_one_the_file_is_for():
    one = small(
        ('      <FiscalYear start="2023-01" end="2023-12" closed="true"/>\n', ""),
        (' primary="true"', ""),
        ('      <ClosingBalance month="2023-12" amount="1000.00"/>\n', ""),
        ('      <ClosingBalance month="2023-12" amount="-1000"/>\n', ""),
    )
    reading = read_sie5(one, "bok.sie")
    assert codes(reading) == []
    assert set(file_of(reading).years) == {0}


def test_a_ledger_without_any_year_is_refused_once():
    reading = read_sie(b'<Sie xmlns="http://www.sie.se/sie5"/>', "bok.sie")
    assert codes(reading) == ["no-primary-year"]
    assert [problem.code for problem in books_of(reading).problems] == []


def test_a_year_closes_once():
    """Where a program gives one closing balance a month, the last one is the year's."""
    extra = '<ClosingBalance month="2024-07" amount="1.00"/>'
    reading = read_sie5(small(('amount="1289.50"/>', f'amount="1289.50"/>{extra}')), "bok.sie")
    assert codes(reading) == ["stray-month"]
    assert Balance(0, "1930", (), 128950) in file_of(reading).closing
    assert len(file_of(reading).closing) == 4


def test_a_budget_of_a_whole_year_is_told_and_kept_aside():
    reading = read_sie5(
        small(('amount="210.5"/>\n    </Acc', 'amount="210.5"/><Budget amount="12"/>\n    </Acc')), "bok.sie"
    )
    assert codes(reading) == ["budget-of-year"]
    assert file_of(reading).period_budgets == ()
    budget = Record(
        "Budget", (("accountId", "5010"), ("amount", "12.00")), line_of(SMALL, 'amount="210.5"/>\n    </Acc')
    )
    assert budget in file_of(reading).beyond


# What has no place in the ledger

SECTIONS = """\
<CustomerInvoices primaryAccountId="1510"><CustomerInvoice id="F1" customerId="K1" invoiceNumber="1">
<OriginalAmount date="2024-01-02" amount="5"/></CustomerInvoice></CustomerInvoices>
<Customers><Customer id="K1" name="Kund"/></Customers>
<Customers><Customer id="K2" name="Kund"/></Customers>
  <Journal id="A" """


def test_other_sections_are_kept_aside_and_told_once():
    reading = read_sie5(small(('  <Journal id="A" ', SECTIONS)), "bok.sie")
    assert codes(reading) == ["beyond-ledger", "beyond-ledger"]
    assert "Customers" in str(reading.problems[1])
    assert "(antal i filen: 2)" in str(reading.problems[1])
    kept = [(record.label, record.fields) for record in file_of(reading).beyond if not record.label.startswith("F")]
    assert ("Customer", (("id", "K1"), ("name", "Kund"))) in kept
    assert ("OriginalAmount", (("date", "2024-01-02"), ("amount", "5"))) in kept
    assert file_of(reading).content == file_of(read_sie5(small(), "bok.sie")).content


def test_what_an_entry_says_besides_is_kept_aside_and_told_once():
    extra = (
        '<OriginalEntryInfo date="2024-01-30" by="X"/><EntryInfo date="2024-01-31" by="Y"/>'
        '<LockingInfo date="2024-02-05" by="Z"/><VoucherReference documentId="1"/>'
    )
    row = '<LedgerEntry accountId="1930" amount="500.00"><LockingInfo date="2024-02-05" by="Z"/></LedgerEntry>'
    reading = read_sie5(small((ENTRY, ENTRY.replace(">", ' referenceId="R">') + extra), (ROW, row)), "bok.sie")
    assert codes(reading) == ["beyond-ledger"] * 4
    labels = [record.label for record in file_of(reading).beyond]
    assert labels.count("LockingInfo") == 2
    assert {"JournalEntry@referenceId", "OriginalEntryInfo", "VoucherReference"} <= set(labels)
    voucher = file_of(reading).vouchers[0]
    assert (voucher.registered, voucher.sign) == (dt.date(2024, 1, 31), "Y")


def test_a_row_that_was_added_and_then_struck_is_struck():
    row = (
        '<LedgerEntry accountId="1930" amount="7.00" ledgerDate="2024-01-30"><EntryInfo date="2024-02-01" by="X"/>'
        '<Overstrike date="2024-02-02" by="Y"/></LedgerEntry>'
    )
    reading = read_sie5(small((ROW, ROW + row)), "bok.sie")
    struck = file_of(reading).vouchers[0].history
    assert [(one.ore, one.date, one.sign) for one in struck] == [(700, dt.date(2024, 2, 2), "Y")]
    kept = {(record.label, record.fields) for record in file_of(reading).beyond}
    assert ("EntryInfo", (("date", "2024-02-01"), ("by", "X"))) in kept
    assert ("LedgerEntry@ledgerDate", ("2024-01-30",)) in kept


def test_what_sie_does_not_know_is_kept_aside_and_told_once_a_name():
    reference = '<ObjectReference dimId="1" objectId="3001" x="y"/>'
    row = f'<LedgerEntry accountId="1930" amount="500.00" kst="7" kst2="8">{reference}</LedgerEntry>'
    reading = read_sie5(
        small(
            ('xmlns="http://www.sie.se/sie5"', 'xmlns="http://www.sie.se/sie5" xmlns:x="urn:x"'),
            (
                ENTRY,
                f'<x:LedgerEntry accountId="1930" amount="9"/><Okänt a="1"><LedgerEntry amount="3"/></Okänt>{ENTRY}',
            ),
            (ROW, row),
        ),
        "bok.sie",
    )
    labels = {"{urn:x}LedgerEntry", "Okänt", "LedgerEntry@kst", "LedgerEntry@kst2", "ObjectReference@x"}
    assert codes(reading) == ["unknown-label"] * len(labels)
    file = file_of(reading)
    assert {record.label for record in file.others} == labels
    assert Record("Okänt", (("a", "1"),), line_of(SMALL, ENTRY)) in file.others
    assert file.vouchers[0].rows[0].objects == (("1", "3001"),)
    assert [row.ore for row in file.vouchers[0].rows] == [50000, -50000]


def test_attributes_of_every_element_are_looked_at_but_for_where_a_schema_is():
    schema = 'xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:schemaLocation="a b" xml:lang="sv" version="5"'
    reading = read_sie5(
        small(
            ('xmlns="http://www.sie.se/sie5"', f'xmlns="http://www.sie.se/sie5" {schema}'),
            ("<Accounts>", '<Accounts count="5">'),
            ('<Journal id="B"', '<Journal id="B" i:type="x" y="z"'),
        ),
        "bok.sie",
    )
    others = [(record.label, record.fields) for record in file_of(reading).others]
    assert others == [("Sie@version", ("5",)), ("Accounts@count", ("5",)), ("Journal@y", ("z",))]


def test_a_signature_is_not_verified_and_that_is_told():
    signature = '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo/><SignatureValue>x</SignatureValue></Signature>'
    reading = read_sie5(small(("</Sie>", f"{signature}</Sie>")), "bok.sie")
    assert codes(reading) == ["signature-not-verified"]
    assert reading.counts["{http://www.w3.org/2000/09/xmldsig#}Signature"] == 1


def test_files_inside_the_file_are_passed_over():
    documents = f'<Documents><EmbeddedFile id="1" fileName="kvitto.pdf">{"QUJD" * 500_000}</EmbeddedFile></Documents>'
    reading = read_sie5(small(("</Sie>", f"{documents}</Sie>")), "bok.sie")
    assert codes(reading) == ["beyond-ledger"]
    embedded = [record.fields for record in file_of(reading).beyond if record.label == "EmbeddedFile"]
    assert embedded == [(("id", "1"), ("fileName", "kvitto.pdf"))]


def test_other_groupings_of_accounts_than_for_taxes_are_kept_aside():
    data = changed(FULL_5.replace("http://exempel.se/SRU/2024", "http://exempel.se/srutan"))
    reading = read_sie5(data, "bok.sie")
    assert codes(reading) == ["beyond-ledger"]
    assert all(not account.sru for account in file_of(reading).accounts.values())
    assert [record.label for record in file_of(reading).beyond].count("AccountRef") == 4


def test_an_account_of_statistics_has_no_nature():
    reading = read_sie5(
        small(('id="1510" name="Kundfordringar" type="asset"', 'id="9010" name="Dagar" type="statistics"')), "x"
    )
    assert file_of(reading).accounts["9010"].kind is None
    assert ("Account@type", ("statistics",)) in [
        (one.label, one.fields) for one in (*file_of(reading).others, *file_of(reading).beyond)
    ]


def test_a_row_of_more_objects_than_anybody_writes_tells_of_those_it_leaves():
    many = "".join(f'<ObjectReference dimId="1" objectId="{n}"/>' for n in range(200))
    reading = read_sie5(small((ROW, ROW.replace("/>", f">{many}</LedgerEntry>"))), "bok.sie")
    assert len(file_of(reading).vouchers[0].rows[0].objects) == 100
    assert "(antal i filen: 100)" in str(reading.problems[0])
    assert reading.counts["ObjectReference"] == 203


# Namespaces and letters


@pytest.mark.parametrize("namespace", ["", ' xmlns="http://www.sie.se/sie5/"', ' xmlns="urn:egen"'])
def test_the_namespace_may_be_wrong_or_missing(namespace):
    reading = read_sie5(small((' xmlns="http://www.sie.se/sie5"', namespace)), "bok.sie")
    assert codes(reading) == []
    assert file_of(reading).content == file_of(read_sie5(small(), "bok.sie")).content


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "iso-8859-1", "windows-1252"])
def test_the_ledger_is_the_same_in_every_encoding(encoding):
    declared = encoding.removesuffix("-sig")
    data = SMALL.replace('encoding="utf-8"', f'encoding="{declared}"').encode(encoding)
    reading = read_sie(data, "bok.sie")
    assert codes(reading) == []
    assert reading.encoding == declared
    assert file_of(reading) == file_of(read_sie5(small(), "bok.sie"))


@pytest.mark.parametrize(
    ("declared", "written"),
    [("utf-8", "cp1252"), ("utf-8", "cp437"), ("iso-8859-1", "utf-8"), ("ISO-8859-1", "utf-8-sig")],
)
def test_an_encoding_that_is_not_the_declared_one_is_seen_and_told(declared, written):
    data = SMALL.replace('encoding="utf-8"', f'encoding="{declared}"').encode(written)
    reading = read_sie(data, "bok.sie")
    assert codes(reading) == ["encoding-misdeclared"]
    assert reading.encoding == written.removesuffix("-sig")
    assert file_of(reading) == file_of(read_sie5(small(), "bok.sie"))


def test_another_encoding_can_be_asked_for():
    data = SMALL.encode("cp1252")
    reading = read_sie(data, "bok.sie", encoding="cp437")
    assert (codes(reading), reading.encoding) == ([], "cp437")
    assert file_of(reading).accounts["3010"].name == "Bidrag fr\u03c3n kommuner"


def test_lines_count_from_the_first_even_where_blanks_stand_before_the_declaration():
    data = codecs.BOM_UTF8 + b"\n\n" + small((ROW, '<LedgerEntry accountId="1930" amount="x"/>'))
    assert told(data.removeprefix(codecs.BOM_UTF8), "broken-amount").startswith(
        f"bok.sie, rad {line_of(SMALL, ROW) + 2}:"
    )


def test_every_kind_that_is_told_here_is_in_the_table():
    assert {name.split(",", maxsplit=1)[0] for name in (*BROKEN, *ODD)} <= set(KINDS)
