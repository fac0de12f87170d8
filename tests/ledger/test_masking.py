from tests.ledger.sample_books import BOOKS, JANUARY, books, voucher

from samordna.domain.ledger.balances import sum_postings
from samordna.domain.ledger.books import Account, AccountKind, Movement, Posting
from samordna.domain.ledger.findings import TOLD, Findings
from samordna.domain.ledger.masking import masked, tell_identity_numbers
from samordna.domain.ledger.problems import vouchers as kinds

NUMBER = "121212-1212"
OTHER = "701063-2391"
HIDDEN = "••••••-••••"


def test_books_without_any_are_the_same_books():
    hidden = masked(BOOKS)
    assert hidden == BOOKS
    assert hidden.vouchers is BOOKS.vouchers


def test_voucher_texts_and_row_texts_are_hidden():
    risky = voucher("2", text=f"Arvode {NUMBER}", postings=(Posting("1930", (), 0, JANUARY, f"{NUMBER} mars"),))
    hidden = masked(books(vouchers=(*BOOKS.vouchers, risky)))
    assert hidden.vouchers[0] is BOOKS.vouchers[0]
    assert hidden.vouchers[1].text == f"Arvode {HIDDEN}"
    assert hidden.vouchers[1].postings[0].text == f"{HIDDEN} mars"


def test_names_of_accounts_and_objects_are_hidden():
    hidden = masked(
        books(
            accounts={"7010": Account("7010", f"Lön {NUMBER}", AccountKind.COST)},
            objects={("1", "3001"): f"Handläggare {NUMBER}"},
        )
    )
    assert hidden.accounts["7010"].name == f"Lön {HIDDEN}"
    assert hidden.objects == {("1", "3001"): f"Handläggare {HIDDEN}"}


def test_object_codes_of_what_moved_are_hidden_alike_wherever_they_stand():
    key = ("1", NUMBER)
    moved = (Movement("5010", (key, ("6", "P1")), 202401, 100), Movement("5010", (), 202401, 100))
    hidden = masked(books(objects={key: "Kansli"}, vouchers=(), movements=moved))
    [code] = {code for dimension, code in hidden.objects if dimension == "1"}
    assert NUMBER not in code
    assert [one.objects for one in hidden.movements] == [(("1", code), ("6", "P1")), ()]


def test_names_of_dimensions_and_what_the_file_says_of_itself_are_hidden():
    named = {"company": f"Firma {NUMBER}", "organisation_number": NUMBER, "program": f"Program {NUMBER}"}
    risky = books(dimensions={"7": f"Handläggare {NUMBER}"}, **named)
    hidden = masked(risky)
    assert hidden.dimensions == {"7": f"Handläggare {HIDDEN}"}
    assert (hidden.company, hidden.program) == (f"Firma {HIDDEN}", f"Program {HIDDEN}")
    assert hidden.organisation_number == HIDDEN
    findings = Findings("bok.se")
    tell_identity_numbers(risky, findings)
    [problem] = findings.problems
    assert "namnet på dimension 7" in problem.found
    assert "filens uppgifter om företag och program" in problem.found


def test_a_place_never_repeats_an_identity_number():
    findings = Findings(f"{NUMBER}.se")
    findings.in_file(kinds.NO_VOUCHERS)
    findings.on_line(kinds.EMPTY_VOUCHER, 3, voucher="A 1")
    for _ in range(TOLD):
        findings.on_account(kinds.EMPTY_VOUCHER, NUMBER, voucher="A 1")
    assert "1212" not in str(findings.problems)


def test_object_codes_are_hidden_and_two_persons_stay_two():
    rows = tuple(Posting("1930", (("7", code), ("1", "3001")), 5, JANUARY, "") for code in (NUMBER, OTHER))
    ledger = books(vouchers=(voucher("2", postings=rows),), objects={("7", NUMBER): "Handläggare"})
    hidden = masked(ledger)
    first, second = (("7", f"{HIDDEN} (1)"), ("7", f"{HIDDEN} (2)"))
    assert hidden.objects == {first: "Handläggare"}
    assert [posting.objects for posting in hidden.vouchers[0].postings] == [
        (first, ("1", "3001")),
        (second, ("1", "3001")),
    ]
    assert sum_postings(hidden).accounts == sum_postings(ledger).accounts


def test_no_identity_number_is_left_anywhere_and_a_second_time_changes_nothing():
    risky = voucher("2", text=NUMBER, postings=(Posting("1930", (("7", NUMBER),), 0, JANUARY, NUMBER),))
    hidden = masked(books(vouchers=(risky,)))
    assert "1212" not in repr(hidden)
    assert masked(hidden) == hidden


def test_the_warning_names_the_first_places_and_counts_the_rest():
    findings = Findings("bok.se")
    many = tuple(voucher(str(number), line=number, text=f"Arvode {NUMBER}") for number in range(1, 9))
    tell_identity_numbers(books(vouchers=many, objects={("7", "1"): NUMBER}), findings)
    [problem] = findings.problems
    assert "personnummer: 9 (" in problem.found
    assert "ett objekt i dimension 7, verifikation B 1 på rad 1" in problem.found
    assert problem.found.endswith("och 4 till).")
    assert "1212" not in str(problem)
