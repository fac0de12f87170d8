"""What a type of SIE cannot hold is left out, what it must hold is filled in, and both are told."""

import datetime as dt
from dataclasses import replace

import pytest
from tests.sources.sie.sample_files import CENTRE, FULL, HEAD, JANUARY, PROJECT, SMALL, YEAR

from samordna.domain.ledger.books import FiscalYear
from samordna.domain.ledger.findings import Findings
from samordna.sources.sie import read_sie
from samordna.sources.sie.duties import DUTIES, Duty, duty
from samordna.sources.sie.holding import held_by
from samordna.sources.sie.model import Balance, DimensionRecord, PeriodBalance, Record, Row, RowKind, Voucher
from samordna.sources.sie.writing import write_sie4


def lines(file, file_type="4E"):
    return write_sie4(file, file_type).data.decode("cp437").split("\r\n")


def only(label, file, file_type="4E"):
    return [line for line in lines(file, file_type) if line.split(" ")[0] == label]


def told(file, file_type="4E"):
    return [problem.code for problem in write_sie4(file, file_type).problems]


def found(file, file_type="4E"):
    return [problem.found for problem in write_sie4(file, file_type).problems]


def held(file, file_type="4E"):
    return held_by(file, file_type, Findings("fil"))


def test_the_table_of_duties_says_which_type_has_which_record():
    assert len(DUTIES) == 36
    assert [duty("#VER", one) for one in ("1", "4I", "4E")] == [Duty.NOT, Duty.MAY, Duty.MAY]
    assert (duty("#IB", "4I"), duty("#OMFATTN", "2"), duty("#EGEN", "1")) == (Duty.NOT, Duty.MUST, Duty.MAY)


# What a type cannot hold


@pytest.mark.parametrize(
    ("file_type", "lacks"),
    [
        ("1", {"#OMFATTN", "#DIM", "#OBJEKT", "#OIB", "#OUB", "#PSALDO", "#PBUDGET", "#VER", "#TRANS"}),
        ("2", {"#DIM", "#OBJEKT", "#OIB", "#OUB", "#VER", "#TRANS"}),
        ("3", {"#VER", "#TRANS"}),
        ("4I", {"#BKOD", "#OMFATTN", "#IB", "#UB", "#RES", "#OIB", "#OUB", "#PSALDO", "#PBUDGET"}),
        ("4E", set()),
    ],
)
def test_what_a_type_cannot_hold_is_left_out_and_told(file_type, lacks):
    labels = {line.split()[0] for line in lines(FULL) if line.strip().startswith("#")}
    kept = {line.split()[0] for line in lines(FULL, file_type) if line.strip().startswith("#")}
    assert labels - kept == lacks
    assert kept <= labels
    assert ("left-out" in told(FULL, file_type)) == bool(lacks)


def test_each_part_that_is_left_out_is_told_with_how_many_there_were():
    found = [problem.found for problem in write_sie4(FULL, "2").problems]
    assert found == [
        "SIE typ 2 rymmer inte ingående balanser för objekt. De följer inte med: 1.",
        "SIE typ 2 rymmer inte utgående balanser för objekt. De följer inte med: 1.",
        "SIE typ 2 rymmer inte verifikationer. De följer inte med: 1.",
        "SIE typ 2 rymmer inte dimensioner. De följer inte med: 1.",
        "SIE typ 2 rymmer inte objekt. De följer inte med: 2.",
        "SIE typ 2 rymmer inte saldon per månad för objekt. De följer inte med: 1.",
        "SIE typ 2 rymmer inte budget per månad för objekt. De följer inte med: 1.",
    ]
    assert only("#PSALDO", FULL, "2") == ["#PSALDO 0 202401 5010 {} 10.50"]


def test_fields_after_a_records_last_follow_only_where_they_can_belong_to_one_record():
    trailing = (Record("#TAXAR", ("ÅRL",)), Record("#GEN", ("x",)), Record("#KONTO", ("y",)), Record("#GEN", ("z",)))
    file = replace(SMALL, trailing=(*trailing, Record("#ADRESS", ("w",))))
    assert only("#TAXAR", file) == ['#TAXAR "" "ÅRL"']
    assert told(file).count("extra-fields-left-out") == 3


def test_an_unknown_record_that_could_be_taken_for_another_does_not_follow():
    file = replace(FULL, others=(Record("#VER", ("A",)), Record("Budgetplan", ()), Record("#OK", ())))
    written = write_sie4(file)
    assert read_sie(written.data, "igen.se").file.others == (Record("#OK", (), 6),)
    assert [problem.found for problem in written.problems] == [
        "#VER hör inte till SIE typ 4E och följer inte med (antal: 1).",
        "Budgetplan hör inte till SIE typ 4E och följer inte med (antal: 1).",
    ]


def test_what_only_sie_5_tells_does_not_follow_and_is_counted():
    file = replace(FULL, beyond=(Record("Customer", ("K1",)), Record("Customer", ("K2",))))
    assert found(file) == ["Customer hör inte till SIE typ 4E och följer inte med (antal: 2)."]
    assert held(file).beyond == ()


# What a type must hold


def test_a_file_that_lacks_nothing_is_told_of_in_no_way():
    assert [told(FULL, file_type) for file_type in ("4E",)] == [[]]


def test_balances_that_a_type_must_state_are_computed_from_the_vouchers():
    assert [line for line in lines(SMALL, "3") if line[:3] in {"#UB", "#RE", "#PS", "#OU"}] == [
        "#UB 0 1930 89.50",
        "#UB 0 2010 -100.00",
        "#RES 0 5010 10.50",
        "#PSALDO 0 202401 1930 {} -10.50",
        "#PSALDO 0 202401 5010 {} 10.50",
        '#PSALDO 0 202401 5010 {1 "3001"} 10.50',
        '#PSALDO 0 202401 5010 {6 "P 1"} 10.50',
    ]
    assert [one for one in found(SMALL, "3") if "räknats fram" in one] == [
        "#PSALDO finns inte i filen. Posterna har räknats fram ur verifikationerna: 2.",
        "#PSALDO för objekt finns inte i filen. Posterna har räknats fram ur verifikationerna: 2.",
        "#UB finns inte i filen. Posterna har räknats fram ur verifikationerna: 2.",
        "#RES finns inte i filen. Posterna har räknats fram ur verifikationerna: 1.",
    ]


@pytest.mark.parametrize(("file_type", "labels"), [("1", []), ("2", ["#PSALDO"]), ("4E", []), ("4I", [])])
def test_only_what_a_type_must_state_is_computed(file_type, labels):
    computed = {line.split(" ")[0] for line in lines(SMALL, file_type)} & {"#UB", "#RES", "#PSALDO", "#OUB"}
    assert computed == ({"#UB", "#RES", *labels} if file_type != "4I" else set())


def test_what_the_file_states_is_never_computed_again():
    stated = replace(
        SMALL,
        closing=(Balance(0, "1930", (), 1),),
        results=(Balance(0, "5010", (), 2),),
        period_balances=(PeriodBalance(0, 202402, "5010", (), 3), PeriodBalance(0, 202402, "5010", (CENTRE,), 4)),
        object_closing=(Balance(0, "1930", (CENTRE,), 5),),
    )
    held_now = held(stated, "3")
    parts = ("closing", "results", "period_balances", "object_closing")
    assert [getattr(held_now, part) for part in parts] == [getattr(stated, part) for part in parts]


def test_a_balance_of_another_year_does_not_stand_for_this_one():
    before = replace(SMALL, closing=(Balance(-1, "1930", (), 7),))
    assert only("#UB", before) == ["#UB -1 1930 0.07", "#UB 0 1930 89.50", "#UB 0 2010 -100.00"]


def test_last_years_closing_balances_are_this_years_opening_ones_where_it_has_none():
    file = replace(SMALL, opening=(), closing=(Balance(-1, "1930", (), 50_00),))
    assert only("#UB", file) == ["#UB -1 1930 50.00", "#UB 0 1930 39.50"]
    assert "closing-without-opening" not in told(file)


def test_closing_balances_without_opening_ones_are_warned_of():
    assert only("#UB", replace(SMALL, opening=())) == ["#UB 0 1930 -10.50"]
    assert told(replace(SMALL, opening=())) == [
        "computed-from-vouchers", "closing-without-opening", "computed-from-vouchers",
    ]  # fmt: skip


def test_history_and_vouchers_outside_the_year_count_in_no_balance():
    rows = (Row("1930", (), 1), Row("1930", (), 10, kind=RowKind.ADDED), Row("1930", (), 100, kind=RowKind.STRUCK))
    days = (JANUARY, dt.date(2023, 12, 31), dt.date(2025, 1, 1))
    file = replace(SMALL, opening=(), vouchers=tuple(Voucher("A", "1", day, rows=rows) for day in days))
    assert only("#UB", file) == ["#UB 0 1930 0.01"]


def test_an_object_closes_with_what_it_opened_with_and_what_moved():
    rows = (Row("1930", (CENTRE,), 5), Row("5010", (CENTRE,), -5), Row("1930", (CENTRE, PROJECT), 3))
    opening = (
        Balance(0, "1930", (CENTRE,), 10),
        Balance(0, "1930", (CENTRE, PROJECT), 1),
        Balance(-1, "1930", (CENTRE,), 9),
    )
    file = replace(SMALL, object_opening=opening, vouchers=(Voucher("A", "1", JANUARY, rows=rows),))
    assert only("#OUB", file, "3") == [
        '#OUB 0 1930 {1 "3001"} 0.18',
        '#OUB 0 1930 {1 "3001" 6 "P 1"} 0.01',
        '#OUB 0 1930 {6 "P 1"} 0.03',
    ]


def test_a_balance_that_comes_to_zero_is_left_out():
    rows = (Row("1930", (), -100_00), Row("5010", (), 3), Row("5010", (), -3))
    file = replace(SMALL, vouchers=(Voucher("A", "1", JANUARY, rows=rows),))
    assert (only("#UB", file), only("#RES", file)) == (["#UB 0 2010 -100.00"], [])


def test_records_that_every_file_must_have_are_filled_in():
    bare = replace(SMALL, head=replace(HEAD, program="", company="", generated=None))
    today = dt.datetime.now().astimezone().date()
    program, _, made = lines(bare, "4I")[1:4]
    assert program.startswith('#PROGRAM "Samordna" "')
    assert made == f"#GEN {today:%Y%m%d}"
    assert only("#FNAMN", bare, "4I") == ['#FNAMN ""']
    assert [one.split(" saknas")[0] for one in found(bare, "4I")][1:] == [
        "Posten #PROGRAM",
        "Posten #GEN",
        "Posten #FNAMN",
    ]


@pytest.mark.parametrize(
    ("changes", "day"),
    [
        ({"head": replace(HEAD, covered_to=dt.date(2024, 3, 15))}, "20240315"),
        ({"head": replace(HEAD, generated=dt.date(2025, 1, 2))}, "20241231"),
        ({}, "20240131"),
        ({"vouchers": (), "period_balances": (PeriodBalance(0, 202402, "5010", (), 1),)}, "20240229"),
        ({"vouchers": (), "period_balances": (PeriodBalance(0, 202402, "5010", (), 0),)}, "20241231"),
        ({"years": {0: FiscalYear(dt.date(2023, 5, 16), dt.date(2024, 1, 15))}}, "20240115"),
    ],
)
def test_the_day_that_balances_cover_is_filled_in_as_the_file_lets_one_see(changes, day):
    assert only("#OMFATTN", replace(SMALL, **changes), "2") == [f"#OMFATTN {day}"]


def test_accounts_that_are_used_and_not_declared_get_their_number_for_a_name():
    rows = (Row("7010", (), 1), Row("FEL", (), -1))
    file = replace(SMALL, vouchers=(Voucher("A", "1", JANUARY, rows=rows),), opening=())
    assert only("#KONTO", file)[-2:] == ['#KONTO 7010 "7010"', '#KONTO FEL "FEL"']
    assert len(only("#KONTO", file, "4I")) == len(SMALL.accounts)
    [problem] = [one for one in write_sie4(file).problems if one.code == "accounts-filled-in"]
    assert "saknas i kontoplanen: 2. De skrivs med numret som namn (7010, FEL)." in problem.found


@pytest.mark.parametrize("number", ["", "inget konto", "\\3010", "1234567890123"])
def test_what_could_not_be_read_as_an_account_is_not_written(number):
    file = replace(SMALL, vouchers=(Voucher("A", "1", JANUARY, rows=(Row(number, (), 0),)),))
    written = write_sie4(file, "4I")
    assert (written.data, [problem.code for problem in written.problems]) == (b"", ["broken-account"])


def test_of_many_accounts_that_are_not_declared_the_first_are_named():
    rows = tuple(Row(str(number), (), 0) for number in range(5000, 5020))
    file = replace(SMALL, vouchers=(Voucher("A", "1", JANUARY, rows=rows),))
    assert any("(5000, 5001, 5002, 5003, 5004 …)" in one for one in found(file))


def test_dimensions_and_objects_that_type_3_must_name_get_their_codes_for_names():
    file = replace(
        FULL, dimensions={}, objects={}, period_budgets=(PeriodBalance(0, 202401, "5010", (("20", "V"),), 1),)
    )
    assert only("#DIM", file, "3") == ['#DIM 20 "20"']  # 1 is reserved and needs no name
    assert only("#OBJEKT", file, "3") == ['#OBJEKT 1 "3001" "3001"', '#OBJEKT 20 "V" "V"']
    assert "Dimensioner och objekt som används men inte har något namn: 3." in " ".join(found(file, "3"))
    assert (only("#DIM", file), only("#OBJEKT", file)) == ([], [])


def test_types_1_and_2_hold_no_dimension_even_when_the_file_names_it():
    file = replace(FULL, dimensions={"20": DimensionRecord("20", "V")})
    assert [only("#DIM", file, one) for one in ("1", "2", "3")] == [[], [], ['#DIM 20 "V"']]


def test_a_file_of_balances_can_be_written_as_type_4_and_has_no_vouchers_there():
    file = replace(FULL, vouchers=())
    reading = read_sie(write_sie4(file).data, "igen.se")
    assert (reading.file_type, reading.file.vouchers, reading.file.closing) == ("4E", (), FULL.closing)


def test_a_type_needs_its_year_and_vouchers_to_import_do_not():
    assert told(replace(SMALL, years={-1: YEAR}), "1") == ["no-fiscal-year"]
    assert told(replace(SMALL, years={}), "4I") == ["left-out"]
