"""When every line is read: what do the books hold, and may they be used?"""

from collections.abc import Collection, Mapping
from typing import Final

from samordna.domain.ledger import problems as kinds
from samordna.domain.ledger.books import Account, Books, FiscalYear
from samordna.domain.ledger.findings import Findings
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.sources.sie.records import Heading
from samordna.sources.sie.values import kind_by_class
from samordna.sources.sie.vouchers import VoucherReader

RESERVED_DIMENSIONS: Final[Mapping[str, str]] = {
    "1": swedish("Kostnadsställe"),
    "2": swedish("Kostnadsbärare"),
    "6": swedish("Projekt"),
    "7": swedish("Anställd"),
    "8": swedish("Kund"),
    "9": swedish("Leverantör"),
    "10": swedish("Faktura"),
}
"""Dimensions that need no ``#DIM`` (SIE 4B, section 8.17)."""

_UNNAMED: Final = swedish("Konto {account} (saknas i kontoplanen)")


def assemble(heading: Heading, rows: VoucherReader, findings: Findings) -> Books | None:
    """Return the books, None when the file does not say which fiscal year it is for."""
    _check_type(heading, rows, findings)
    if heading.currency != "SEK":
        findings.in_file(kinds.FOREIGN_CURRENCY, currency=heading.currency)
    if 0 not in heading.years:
        if not findings.has(kinds.BROKEN_FISCAL_YEAR):
            findings.in_file(kinds.NO_FISCAL_YEAR)
        return None
    if heading.covered_to and heading.covered_to not in heading.years[0]:
        findings.in_file(kinds.BROKEN_RECORD, label="#OMFATTN")
        heading.covered_to = None
    return _books(heading, rows, findings)


def _check_type(heading: Heading, rows: VoucherReader, findings: Findings) -> None:
    if rows.vouchers or findings.refused:  # a file that is cut short has told why it has none
        return
    if heading.declared_type == "4":
        findings.in_file(kinds.NO_VOUCHERS)
    else:  # a file that names no type is of type 1 (SIE 4B, #SIETYP)
        findings.in_file(kinds.BALANCES_ONLY, file_type=heading.declared_type or "1")


def _books(heading: Heading, rows: VoucherReader, findings: Findings) -> Books:
    year = heading.years[0]
    return Books(
        company=heading.company,
        organisation_number=heading.organisation_number,
        program=heading.program,
        generated=heading.generated,
        file_type="4E" if heading.opening or heading.closing or heading.results else "4I",
        years=heading.years,
        covered_to=heading.covered_to,
        accounts=_accounts(heading, findings),
        dimensions=_dimensions(heading, rows.dimensions),
        objects=heading.objects,
        opening=_opening(heading, findings),
        closing=heading.closing,
        results=heading.results,
        vouchers=tuple(rows.vouchers),
        budget={key: amount for key, amount in heading.budget.items() if _within(year, key[1])},
    )


def _accounts(heading: Heading, findings: Findings) -> dict[str, Account]:
    """Return the chart of accounts in number order, with a place-holder for each account that is only used."""
    names = dict(heading.names)
    for number, line in sorted(heading.first_used.items(), key=lambda used: used[1]):
        if number not in names:
            findings.on_line(kinds.UNDECLARED_ACCOUNT, line, account=number)
            names[number] = _UNNAMED.format(account=number)
    bas = "BAS" in heading.chart.upper() or heading.chart.upper().startswith("NE")
    return {
        number: Account(number, names[number], heading.natures.get(number) or kind_by_class(number, bas=bas))
        for number in sorted(names)
    }


def _dimensions(heading: Heading, booked: Collection[str]) -> dict[str, str]:
    """Return the names of the dimensions that occur, the reserved ones by the names SIE gives them."""
    used = {*booked} | {dimension for dimension, _ in heading.objects}
    reserved = {number: RESERVED_DIMENSIONS.get(number, number) for number in sorted(used, key=int)}
    return {**reserved, **{number: name for number, name in heading.dimensions.items() if name}}


def _opening(heading: Heading, findings: Findings) -> dict[int, dict[str, Ore]]:
    """Return the opening balances; last year's closing ones may stand for this year's (SIE 4B, section 5.16)."""
    if 0 in heading.opening or -1 not in heading.closing:
        return heading.opening
    findings.in_file(kinds.OPENING_FROM_CLOSING)
    return {**heading.opening, 0: heading.closing[-1]}


def _within(year: FiscalYear, month: int) -> bool:
    return month in year.period
