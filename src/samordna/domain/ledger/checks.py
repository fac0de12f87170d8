"""What is wrong with books that could be read?

Pure checks: values in, problems out. Nothing is corrected, and the order is that of the file where there
is one. How serious each finding is stands in ``problems``.
"""

import datetime as dt

from samordna.domain.ledger.balance_checks import check_balances
from samordna.domain.ledger.books import Books, Detail, Voucher
from samordna.domain.ledger.findings import Findings
from samordna.domain.ledger.masking import tell_identity_numbers
from samordna.domain.ledger.problems import accounts as account_kinds
from samordna.domain.ledger.problems import files as file_kinds
from samordna.domain.ledger.problems import vouchers as voucher_kinds
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.period import Period, month_in_words, swedish_date
from samordna.domain.values.problem import Problem


def check_books(books: Books, name: str, *, expected: Period | None = None) -> tuple[Problem, ...]:
    """Return everything that is wrong with the books of the file called ``name``.

    ``expected`` is the period asked for; books whose fiscal year does not cover it are refused.
    """
    findings = Findings(name)
    _check_year(books, expected, findings)
    _check_coverage(books, findings)
    _check_vouchers(books, findings)
    _check_objects(books, findings)
    check_balances(books, findings)
    tell_identity_numbers(books, findings)
    return findings.problems


def _check_year(books: Books, expected: Period | None, findings: Findings) -> None:
    if expected and not books.year.period.covers(expected):
        findings.in_file(file_kinds.WRONG_FISCAL_YEAR, found_year=books.year.in_words, asked=expected.in_words)


def _check_coverage(books: Books, findings: Findings) -> None:
    last = books.covers_to_month
    told = books.vouchers or books.detail is Detail.MONTHS
    if books.covered_to is None and told and last < books.year.period.last:
        findings.in_file(account_kinds.COVERAGE_NOT_DECLARED, month=month_in_words(last))


def _check_vouchers(books: Books, findings: Findings) -> None:
    year, covered_to = books.year, books.covered_to or dt.date.max
    numbered: dict[tuple[str, str], int] = {}
    for voucher in books.vouchers:
        _check_sum(voucher, findings)
        if not year.start <= voucher.date <= year.end:
            date = swedish_date(voucher.date)
            findings.on_line(voucher_kinds.VOUCHER_OUTSIDE_YEAR, voucher.line, voucher=voucher.name, date=date)
        elif voucher.date > covered_to:
            dates = {"date": swedish_date(voucher.date), "covered_to": swedish_date(covered_to)}
            findings.on_line(voucher_kinds.VOUCHER_AFTER_COVERAGE, voucher.line, voucher=voucher.name, **dates)
        if voucher.number:
            first = numbered.setdefault((voucher.series, voucher.number), voucher.line)
            if first != voucher.line:
                findings.on_line(voucher_kinds.DUPLICATE_VOUCHER, voucher.line, voucher=voucher.name, first=first)


def _check_sum(voucher: Voucher, findings: Findings) -> None:
    difference = sum([posting.amount for posting in voucher.postings])
    if difference:
        shown = swedish_number(difference, 2)
        findings.on_line(voucher_kinds.UNBALANCED_VOUCHER, voucher.line, voucher=voucher.name, difference=shown)
    elif not voucher.postings:
        findings.on_line(voucher_kinds.EMPTY_VOUCHER, voucher.line, voucher=voucher.name)


def _check_objects(books: Books, findings: Findings) -> None:
    lists = {posting.objects for voucher in books.vouchers for posting in voucher.postings}
    lists |= {moved.objects for moved in books.movements}
    for dimension, code in sorted({key for keys in lists for key in keys} - set(books.objects)):
        named = books.dimensions.get(dimension, swedish("Dimension {number}").format(number=dimension))
        findings.in_file(account_kinds.UNDECLARED_OBJECT, object=f"{named} {code}")
