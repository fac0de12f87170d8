import datetime as dt

from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.sample_books import BOOKS, books, voucher

from samordna.domain.ledger.books import Account, AccountKind, Detail, Movement, Posting
from samordna.domain.ledger.checks import check_books
from samordna.domain.ledger.findings import TOLD
from samordna.domain.ledger.problems import KINDS
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Severity

NAME = "bok.se"


def codes(ledger, **asked):
    return [problem.code for problem in check_books(ledger, NAME, **asked)]


def told(ledger, code):
    return [f"{p.place}: {p.found}" for p in check_books(ledger, NAME) if p.code == code]


def with_vouchers(*more, **changes):
    """Return books with more vouchers, that state no balances unless asked to."""
    return books(**{"vouchers": (*BOOKS.vouchers, *more), "closing": {}, "results": {}, **changes})


def test_books_where_all_is_well_have_no_problems():
    assert check_books(BOOKS, NAME) == ()


def test_a_voucher_that_does_not_sum_to_zero_is_refused_with_its_difference():
    ledger = with_vouchers(voucher("2", ("1930", 500_00), ("3010", -499_99), line=33))
    assert told(ledger, "unbalanced-voucher") == [
        "bok.se, rad 33: Verifikation B 2 går inte jämnt ut: raderna summerar till 0,01 kr i stället för 0."
    ]
    assert KINDS["unbalanced-voucher"].severity is Severity.REFUSE


@given(st.lists(st.integers(-(10**12), 10**12), min_size=1, max_size=6))
def test_every_voucher_with_a_difference_is_refused_and_no_other(amounts):
    ledger = with_vouchers(voucher("2", *(("1930", amount) for amount in amounts)))
    assert ("unbalanced-voucher" in codes(ledger)) == (sum(amounts) != 0)


def test_books_of_another_year_than_asked_for_are_refused():
    assert codes(BOOKS, expected=Period(202301, 202312)) == ["wrong-fiscal-year"]
    assert codes(BOOKS, expected=Period(202401, 202408)) == []
    problem = check_books(BOOKS, NAME, expected=Period(202301, 202312))[0]
    assert problem.found == "Filen gäller räkenskapsåret 2024, men januari–december 2023 efterfrågas."


def test_a_closing_balance_that_does_not_follow_is_told_for_its_account():
    ledger = books(closing={0: {"1930": 95_00, "2010": -100_00}})
    assert told(ledger, "balance-does-not-follow") == [
        "bok.se, konto 1930: Ingående balans och det bokförda ger 90,00 kr, men filens utgående balans är 95,00 kr."
    ]


def test_a_balance_that_is_left_out_means_zero():
    assert told(books(closing={0: {"1930": 90_00}}), "balance-does-not-follow") == [
        "bok.se, konto 2010: Ingående balans och det bokförda ger −100,00 kr, men filens utgående balans är 0,00 kr."
    ]


def test_a_result_that_does_not_follow_is_told_for_its_account():
    assert told(books(results={0: {"5010": 11_00}}), "result-does-not-follow") == [
        "bok.se, konto 5010: Det bokförda ger 10,00 kr, men filens resultat för kontot är 11,00 kr."
    ]


def test_a_file_that_states_no_balances_is_not_compared_with_them():
    assert codes(books(closing={}, results={})) == []


def test_a_year_should_open_where_the_last_one_closed():
    ledger = books(closing={**BOOKS.closing, -1: {"1930": 80_00, "2010": -80_00}})
    assert [place.split(":")[0] for place in told(ledger, "opening-differs")] == [
        "bok.se, konto 1930",
        "bok.se, konto 2010",
    ]


def test_last_years_result_moved_into_equity_is_no_difference():
    ledger = books(
        closing={**BOOKS.closing, -1: {"1930": 100_00, "2010": -70_00}}, results={**BOOKS.results, -1: {"3010": -30_00}}
    )
    assert codes(ledger) == ["result-in-opening"]
    assert "resultat, 30,00 kr, är fört till konto 2010" in check_books(ledger, NAME)[0].found


def test_a_difference_in_equity_that_is_not_last_years_result_is_told():
    ledger = books(
        closing={**BOOKS.closing, -1: {"1930": 100_00, "2010": -70_00}}, results={**BOOKS.results, -1: {"3010": -31_00}}
    )
    assert codes(ledger) == ["opening-differs"]


def test_opening_balances_should_sum_to_zero():
    ledger = books(opening={0: {"1930": 100_00, "2010": -99_00}}, closing={})
    assert codes(ledger) == ["opening-unbalanced"]


def test_an_asset_with_a_credit_balance_at_the_end_of_what_is_covered_is_told():
    ledger = with_vouchers(voucher("2", ("1510", -1_501_833_00), ("3010", 1_501_833_00)))
    assert told(ledger, "credit-balance-on-asset") == [
        (
            "bok.se, konto 1510: Tillgångskontot 1510 har ett minussaldo: "
            "−1\u00a0501\u00a0833,00 kr till och med augusti 2024."
        )
    ]


def test_a_liability_with_a_debit_balance_is_told():
    ledger = with_vouchers(voucher("2", ("2411", 5_00), ("1930", -5_00)))
    assert codes(ledger) == ["debit-balance-on-liability"]


def test_equity_input_vat_and_accumulated_depreciation_may_stand_on_either_side():
    accounts = {
        **BOOKS.accounts,
        "2641": Account("2641", "Ingående moms", AccountKind.LIABILITY),
        "1219": Account("1219", "Ack. avskrivningar inventarier", AccountKind.ASSET),
    }
    rows = voucher("2", ("2010", 150_00), ("2641", 5_00), ("1219", -150_00), ("1930", -5_00))
    assert codes(with_vouchers(rows, accounts=accounts)) == []


def test_vouchers_dated_outside_the_year_or_after_what_is_covered_are_told():
    ledger = with_vouchers(
        voucher("2", date=dt.date(2023, 12, 31)),
        voucher("3", date=dt.date(2024, 9, 1)),
        voucher("4", date=dt.date(2024, 8, 31)),
    )
    assert codes(ledger) == [
        "empty-voucher", "voucher-outside-year", "empty-voucher", "voucher-after-coverage", "empty-voucher",
    ]  # fmt: skip
    assert "daterad 31 december 2023" in told(ledger, "voucher-outside-year")[0]


def test_the_first_and_the_last_day_belong_to_the_year():
    days = (dt.date(2024, 1, 1), dt.date(2024, 12, 31))
    ledger = with_vouchers(*(voucher(str(day), ("1930", 0), date=day) for day in days), covered_to=days[1])
    assert codes(ledger) == []


def test_a_number_used_twice_is_told_with_both_lines():
    ledger = with_vouchers(
        voucher("2", ("1930", 0), line=20), voucher("2", ("1930", 0), line=30), voucher("", ("1930", 0), line=40),
        voucher("", ("1930", 0), line=50),
    )  # fmt: skip
    assert told(ledger, "duplicate-voucher") == [
        "bok.se, rad 30: Verifikationsnumret B 2 finns mer än en gång; det användes först på rad 20."
    ]


def test_a_file_that_does_not_say_how_far_it_goes_goes_as_far_as_its_last_voucher():
    ledger = books(covered_to=None)
    assert "till och med januari 2024" in told(ledger, "coverage-not-declared")[0]
    whole_year = with_vouchers(voucher("2", ("1930", 0), date=dt.date(2024, 12, 31)), covered_to=None)
    assert codes(whole_year) == []


def test_vouchers_without_balances_are_told():
    ledger = books(file_type="4I", opening={}, closing={}, results={})
    assert codes(ledger) == ["vouchers-without-balances"]


def test_an_object_without_a_name_is_told_by_its_code():
    assert "Projekt P1 används" in told(books(objects={("1", "3001"): "Öppna dörren"}), "undeclared-object")[0]


def test_balances_are_looked_at_as_vouchers_are():
    moved = Movement("5010", (("1", "3002"),), 202403, 10_00)
    ledger = books(vouchers=(), movements=(moved,), detail=Detail.MONTHS, covered_to=None, closing={}, results={})
    assert "Kostnadsställe 3002 används" in told(ledger, "undeclared-object")[0]
    assert "till och med mars 2024" in told(ledger, "coverage-not-declared")[0]


def test_possible_identity_numbers_are_told_by_place_and_never_repeated():
    row = Posting("1930", (), 0, dt.date(2024, 1, 1), "Arvode 121212-1212")
    ledger = with_vouchers(voucher("2", line=20)._replace(postings=(row, row)))
    [problem] = check_books(ledger, NAME)
    assert problem.severity is Severity.WARN
    assert problem.found == ("Texter med något som kan vara ett personnummer: 1 (verifikation B 2 på rad 20).")
    assert "1212" not in str(problem)


def test_ten_thousand_problems_of_one_kind_are_told_as_a_screenful_and_a_number():
    ledger = with_vouchers(*(voucher(str(number), ("1930", 1)) for number in range(1_000, 11_000)))
    found = [problem for problem in check_books(ledger, NAME) if problem.code == "unbalanced-voucher"]
    assert len(found) == TOLD + 1
    assert found[-1].found == "Samma sak finns på fler ställen: 9\u00a0980 till."
    assert found[-1].severity is Severity.REFUSE
