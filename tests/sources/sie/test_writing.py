r"""A file is written as SIE 4B says, and what was written is read as the same."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from tests.sources.sie.sample_files import CENTRE, FULL, HEAD, JANUARY, PROJECT, SMALL, YEAR
from tests.sources.sie.sample_ledger import ledger

from samordna.domain.ledger.books import AccountKind, FiscalYear
from samordna.sources.sie import read_sie
from samordna.sources.sie.model import (
    AccountRecord,
    Balance,
    DimensionRecord,
    Head,
    PeriodBalance,
    Record,
    Row,
    RowKind,
    SieFile,
    Voucher,
)
from samordna.sources.sie.writing import write_sie4


def lines(file, file_type="4E", **options):
    """Return the lines that a file becomes."""
    text = write_sie4(file, file_type, **options).data.decode(options.get("encoding", "cp437"))
    assert text.endswith("\r\n")
    return text.removesuffix("\r\n").split("\r\n")


def told(file, file_type="4E", **options):
    return [problem.code for problem in write_sie4(file, file_type, **options).problems]


def again(data, encoding="cp437"):
    return read_sie(data, "igen.se", encoding=encoding).file


def only(label, file, file_type="4E"):
    return [line for line in lines(file, file_type) if line.split()[0] == label]


# The whole of it


def test_a_file_with_every_record_is_written_in_the_order_of_sie():
    file = SieFile(
        head=Head(
            flagged=True, program="Prov", program_version="1.0", generated=dt.date(2024, 9, 10), generated_by="AN",
            prose=("En", "Två"), company_form="X", company_code="C:\\bok", organisation_number="2220000000",
            acquisition_number="1", industry="84", address=("Anna", "Gatan 1", "123 45 Orten"), company="Förbundet",
            tax_year="2025", covered_to=dt.date(2024, 8, 31), chart="EUBAS97", currency="sek",
        ),
        years={0: YEAR, -1: FiscalYear(dt.date(2023, 1, 1), dt.date(2023, 12, 31))},
        accounts={
            "1930": AccountRecord("1930", "Bank", AccountKind.ASSET, "st", ("7281", "7282")),
            "5010": AccountRecord("5010", 'Hyra "A"'),
        },
        dimensions={"21": DimensionRecord("21", "Del", "20"), "20": DimensionRecord("20", "Verksamhet")},
        objects={PROJECT: "Vägen"},
        opening=(Balance(0, "1930", (), 100_00, Decimal("1.50")),),
        closing=(Balance(0, "1930", (), 89_50),),
        results=(Balance(0, "5010", (), 10_50),),
        object_opening=(Balance(0, "1930", (PROJECT,), 5),),
        object_closing=(Balance(0, "1930", (PROJECT,), 0),),
        period_balances=(PeriodBalance(0, 202401, "5010", (), 10_50),),
        period_budgets=(PeriodBalance(0, 202401, "5010", (PROJECT,), 9_00, Decimal(2)),),
        vouchers=(
            Voucher(
                "A", "1", JANUARY, "Hyra", dt.date(2024, 2, 1), "AN",
                (
                    Row("5010", (CENTRE, PROJECT), 10_50, JANUARY, "Lokal", Decimal("-0.5"), "B"),
                    Row("1930", (), -10_50),
                    Row("1930", (), -1, sign="C", kind=RowKind.STRUCK),
                ),
            ),
            Voucher("", "", JANUARY),
        ),
        others=(Record("#EGEN", ("ett", ("1", "två"), "")),),
        trailing=(Record("#TAXAR", ("ÅRL",)),),
    )  # fmt: skip
    assert lines(file) == [
        "#FLAGGA 0",
        '#PROGRAM "Prov" "1.0"',
        "#FORMAT PC8",
        '#GEN 20240910 "AN"',
        "#SIETYP 4",
        '#EGEN "ett" {"1" "två"} ""',
        '#PROSA "En"',
        '#PROSA "Två"',
        "#FTYP X",
        '#FNR "C:\\bok"',
        "#ORGNR 222000-0000 1",
        "#BKOD 84",
        '#ADRESS "Anna" "Gatan 1" "123 45 Orten" ""',
        '#FNAMN "Förbundet"',
        "#RAR 0 20240101 20241231",
        "#RAR -1 20230101 20231231",
        '#TAXAR 2025 "ÅRL"',
        "#OMFATTN 20240831",
        "#KPTYP EUBAS97",
        "#VALUTA SEK",
        '#KONTO 1930 "Bank"',
        "#KTYP 1930 T",
        '#ENHET 1930 "st"',
        "#SRU 1930 7281",
        "#SRU 1930 7282",
        '#KONTO 5010 "Hyra \\"A\\""',
        '#DIM 20 "Verksamhet"',
        '#UNDERDIM 21 "Del" 20',
        '#OBJEKT 6 "P 1" "Vägen"',
        "#IB 0 1930 100.00 1.50",
        "#UB 0 1930 89.50",
        '#OIB 0 1930 {6 "P 1"} 0.05',
        '#OUB 0 1930 {6 "P 1"} 0.00',
        "#RES 0 5010 10.50",
        "#PSALDO 0 202401 5010 {} 10.50",
        '#PBUDGET 0 202401 5010 {6 "P 1"} 9.00 2',
        '#VER A 1 20240131 "Hyra" 20240201 "AN"',
        "{",
        '   #TRANS 5010 {1 "3001" 6 "P 1"} 10.50 20240131 "Lokal" -0.5 "B"',
        "   #TRANS 1930 {} -10.50",
        '   #BTRANS 1930 {} -0.01 "" "" "" "C"',
        "}",
        '#VER "" "" 20240131',
        "{",
        "}",
    ]
    assert told(file) == []


def test_a_ledger_that_a_program_wrote_is_the_same_when_it_has_been_written_again():
    file = read_sie(ledger(), "bok.se").file
    written = write_sie4(file)
    assert written.problems == ()
    assert again(written.data).content == file.content


# Texts, numbers and codes


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("", '""'),
        ('Lokal "Ankaret"', '"Lokal \\"Ankaret\\""'),
        ("1820\\A012 }{", '"1820\\A012 }{"'),
        ('a\\"b', '"a\\\\"b"'),
        ("C:\\bok\\", '"C:\\bok\\ "'),
        ("a\tb\nc\x7f", '"a b c "'),
    ],
)
def test_a_text_stands_in_quotes_and_only_a_quote_in_it_is_escaped(text, field):
    assert only("#FNAMN", replace(SMALL, head=replace(HEAD, company=text)), "4I") == [f"#FNAMN {field}"]


def test_texts_that_could_not_be_written_as_they_are_are_counted():
    head = replace(HEAD, company="C:\\", prose=("rad\nbrytning", "C:\\"))
    [problem] = write_sie4(replace(FULL, head=head)).problems
    assert problem.code == "mended-texts"
    assert "har fått blanksteg där: 2." in problem.found


def test_an_amount_has_two_decimals_and_zero_no_sign():
    balances = tuple(Balance(0, "1930", (), ore) for ore in (0, 5, -5, -100, 123_456_789_01))
    file = replace(SMALL, opening=balances)
    assert [line.split()[-1] for line in only("#IB", file)] == ["0.00", "0.05", "-0.05", "-1.00", "123456789.01"]


@pytest.mark.parametrize(("quantity", "text"), [("-0.00", "0.00"), ("1E+3", "1000"), ("0.0000001", "0.0000001")])
def test_a_quantity_is_written_with_all_its_decimals_and_no_exponent(quantity, text):
    file = replace(SMALL, opening=(Balance(0, "1930", (), 1, Decimal(quantity)),))
    assert only("#IB", file) == [f"#IB 0 1930 0.01 {text}"]


def test_an_empty_field_before_a_filled_one_is_written_and_one_after_the_last_is_not():
    voucher = Voucher("", "", JANUARY, sign="AN", rows=(Row("1930", (), 1, quantity=Decimal(3)), Row("1930", (), -1)))
    file = replace(SMALL, vouchers=(voucher,))
    assert only("#VER", file) == ['#VER "" "" 20240131 "" "" "AN"']
    assert only("#TRANS", file) == ['   #TRANS 1930 {} 0.01 "" "" 3', "   #TRANS 1930 {} -0.01"]


def test_a_program_without_a_version_keeps_its_name():
    assert only("#PROGRAM", replace(SMALL, head=replace(HEAD, program_version=""))) == ['#PROGRAM "Prov" ""']


def test_an_address_has_four_fields_and_a_company_number_its_hyphen():
    file = replace(SMALL, head=replace(HEAD, address=("", "Gatan 1"), organisation_number="162220000000"))
    assert only("#ADRESS", file) == ['#ADRESS "" "Gatan 1" "" ""']
    assert only("#ORGNR", file) == ["#ORGNR 222000-0000"]


def test_an_odd_code_stands_in_quotes_and_a_plain_one_does_not():
    vouchers = tuple(Voucher(series, number, JANUARY) for series, number in [("A#", "1"), ("Å", "7 b"), ("L-1", "1.5")])
    assert only("#VER", replace(SMALL, vouchers=vouchers)) == [
        '#VER "A#" 1 20240131', '#VER "Å" "7 b" 20240131', "#VER L-1 1.5 20240131",
    ]  # fmt: skip


def test_a_dimension_has_a_number_and_an_object_without_a_code_is_none():
    rows = (Row("1930", (("01", "a"), ("6", "")), 0),)
    file = replace(SMALL, vouchers=(Voucher("A", "1", JANUARY, rows=rows),))
    assert only("#TRANS", file) == ['   #TRANS 1930 {1 "a"} 0.00']
    with pytest.raises(ValueError, match="KST"):
        write_sie4(replace(SMALL, objects={("KST", "1"): "x"}))


def test_a_file_that_was_marked_as_read_is_new_when_it_is_written():
    assert lines(replace(SMALL, head=replace(HEAD, flagged=True)))[0] == "#FLAGGA 0"


def test_vouchers_of_a_series_stand_in_the_order_of_their_numbers_in_the_places_of_the_series():
    names = [("A", "10"), ("B", "2"), ("A", "9"), ("A", ""), ("A", "x"), ("B", "1"), ("A", "009")]
    vouchers = tuple(Voucher(*name, JANUARY, text=str(place)) for place, name in enumerate(names))
    written = again(write_sie4(replace(SMALL, vouchers=vouchers)).data).vouchers
    assert [(one.series, one.number, one.text) for one in written] == [
        ("A", "9", "2"), ("B", "1", "5"), ("A", "009", "6"), ("A", "", "3"), ("A", "x", "4"), ("B", "2", "1"),
        ("A", "10", "0"),
    ]  # fmt: skip


def test_another_type_or_encoding_is_the_callers_mistake():
    with pytest.raises(ValueError, match="5"):
        write_sie4(SMALL, "5")
    with pytest.raises(ValueError, match="utf-16"):
        write_sie4(SMALL, encoding="utf-16")


# Characters, encodings and the checksum


def test_characters_that_cp437_lacks_refuse_and_are_named():
    written = write_sie4(replace(FULL, head=replace(HEAD, company="5 € – 6 €")))
    assert (written.data, written.refused) == (b"", True)
    [problem] = written.problems
    assert problem.code == "missing-characters"
    assert "PC8 (CP437) saknar tecken som finns på 3 ställen: – (U+2013), € (U+20AC)." in problem.found


def test_characters_that_cp437_lacks_are_replaced_when_asked_and_that_is_told():
    text = "5 € – 6 € “š” Ø ☃ \ud800"
    written = write_sie4(replace(FULL, head=replace(HEAD, company=text)), replace=True)
    assert b"#FNAMN \"5 EUR - 6 EUR 's' O ? ?\"" in written.data
    [problem] = written.problems
    assert problem.code == "replaced-characters"
    assert "har ersatts på 9 ställen: Ø med O, š med s, – med -, “ med ', ” med ', € med EUR" in problem.found


def test_a_quote_that_another_character_stands_for_never_becomes_one():
    head = replace(HEAD, company="\uff02a\uff3c")  # fullwidth forms of a quote and a backslash
    assert b'#FNAMN "?a?"' in write_sie4(replace(SMALL, head=head), "4I", replace=True).data


def test_utf8_lacks_nothing_but_what_is_no_character():
    head = replace(HEAD, company="5 € \ufffe")
    written = write_sie4(replace(FULL, head=head), encoding="utf-8")
    assert '#FNAMN "5 €  "' in written.data.decode("utf-8")
    assert not written.data.startswith(b"\xef\xbb\xbf")
    assert told(replace(FULL, head=replace(HEAD, company="\ud800")), encoding="utf-8") == ["missing-characters"]


def test_a_file_whose_bytes_look_like_another_encoding_says_so():
    written = write_sie4(replace(FULL, head=replace(HEAD, company="÷÷÷÷÷÷")))
    [problem] = written.problems
    assert problem.code == "like-another-encoding"
    assert "PC8 (CP437), men ett program som gissar kan ta den för Windows (CP1252)" in problem.found
    assert again(written.data).head.company == "÷÷÷÷÷÷"
    assert told(replace(FULL, head=replace(HEAD, company="Ängö")), encoding="cp1252") == []


@pytest.mark.parametrize("encoding", ["cp437", "cp1252", "utf-8"])
def test_a_checksum_stands_around_all_but_the_first_record_and_agrees(encoding):
    head = replace(HEAD, company='Å "Ä" ö\\', prose=("#KSUMMA 1", "}{"))
    written = lines(replace(FULL, head=head), checksum=True, encoding=encoding)
    assert written[:2] == ["#FLAGGA 0", "#KSUMMA"]
    assert written[-1].startswith("#KSUMMA ")
    data = write_sie4(replace(FULL, head=head), checksum=True, encoding=encoding).data
    assert read_sie(data, "bok.se").signed
    changed = read_sie(data.replace(b"10.50", b"10.51"), "bok.se")
    assert "checksum-mismatch" in [problem.code for problem in changed.problems]
    assert not read_sie(write_sie4(FULL).data, "bok.se").signed


def test_a_type_without_a_fiscal_year_is_not_written():
    written = write_sie4(replace(SMALL, years={}))
    assert (written.data, [problem.code for problem in written.problems]) == (b"", ["no-fiscal-year"])
    assert write_sie4(replace(SMALL, years={}), "4I").data
