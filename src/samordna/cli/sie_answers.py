"""How is what a file of SIE holds, and what differs between two, shown at a terminal?"""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from rich.table import Column, Table

from samordna.cli.telling import STDOUT, print_whole, tell
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.period import swedish_date
from samordna.domain.values.problem import Severity
from samordna.sources.sie import Reading, SieFile
from samordna.sources.sie.comparing import AccountDifference, ChangedVoucher, Comparison, FirstOf, Voucher
from samordna.sources.sie.encoding import NAMES
from samordna.sources.sie.summary import Outcome, Summary

_OUTCOMES: Final = {
    Outcome.AGREES: "stämmer",
    Outcome.DIFFERS: "stämmer inte",
    Outcome.NOT_STATED: "kan inte prövas",
}
_SEVERITIES: Final = {Severity.REFUSE: "fel", Severity.WARN: "varningar", Severity.INFORM: "upplysningar"}


# What a file is


def print_summary(summary: Summary, *, first: bool = True) -> None:
    """Print what a file is, what it holds, what came of checking its balances, and what is wrong with it."""
    if not first:
        STDOUT.print()
    STDOUT.print(summary.name, style="bold", markup=False)
    reading = summary.reading
    if reading and reading.file:
        for what, told in _facts(summary, reading, reading.file):
            STDOUT.print(f"{what + ':':<16}{told}", markup=False)
        checks = Table(Column("Kontroll", no_wrap=True), Column("Utfall", no_wrap=True), box=None, padding=(0, 2, 0, 0))
        for one in summary.checks:
            checks.add_row(one.what, _OUTCOMES[one.outcome])
        STDOUT.print()
        print_whole(checks)
        STDOUT.print()
    counts = Counter(problem.severity for problem in summary.problems)
    STDOUT.print(", ".join(f"{word}: {counts[severity]}" for severity, word in _SEVERITIES.items()).capitalize())
    tell(summary.problems, on=STDOUT)


def _facts(summary: Summary, reading: Reading, file: SieFile) -> Iterator[tuple[str, str]]:
    """Yield what is known of a file, each with what it is."""
    head = file.head
    signed = ", kontrollsumman stämmer" if reading.signed else ""
    yield "Typ", f"SIE {reading.file_type}, {NAMES.get(reading.encoding, reading.encoding)}{signed}"
    yield "Företag", ", ".join(part for part in (head.company, head.organisation_number) if part) or "–"
    made = swedish_date(head.generated) if head.generated else ""
    program = f"{head.program} {head.program_version}".strip()
    yield "Program", ", ".join(part for part in (program, made) if part) or "–"
    if 0 in file.years:
        covered = f", till och med {swedish_date(head.covered_to)}" if head.covered_to else ""
        yield "Räkenskapsår", file.years[0].in_words + covered
    history = f", rättelser: {swedish_number(reading.history)}" if reading.history else ""
    yield "Verifikationer", f"{swedish_number(summary.vouchers)}, rader: {swedish_number(summary.rows)}{history}"
    yield "Poster", ", ".join(f"{label} {swedish_number(count)}" for label, count in reading.counts.items()) or "–"


# What differs


def print_comparison(comparison: Comparison) -> None:
    """Print what differs between two files: accounts and balances, names, objects, vouchers."""
    if comparison.same:
        STDOUT.print("Filerna har samma konton, saldon och verifikationer.")
    if comparison.accounts.rows:
        print_whole(_accounts(comparison))
    for line in _names(comparison):
        STDOUT.print(line, markup=False)
    vouchers = comparison.vouchers
    if vouchers is None:
        STDOUT.print("Verifikationer kan inte jämföras: en av filerna har inga.")
    elif vouchers:
        shown = vouchers.first()
        _print_vouchers("Tillkomna verifikationer", shown.added)
        _print_vouchers("Verifikationer som saknas nu", shown.gone)
        _print_changed(shown.changed)
        STDOUT.print(f"Verifikationer utan skillnad: {swedish_number(shown.unchanged)}")


def _accounts(comparison: Comparison) -> Table:
    """Return the accounts whose amounts differ; what they opened with only where that differs."""
    alike = comparison.accounts.opens_alike
    heads = () if alike else ("Ingående förut", "Ingående nu")
    numbers = (*heads, "Förändring förut", "Förändring nu", "Utgående förut", "Utgående nu", "Skillnad")
    right = (Column(head, justify="right", no_wrap=True) for head in numbers)
    table = Table(Column("Konto", no_wrap=True), Column("Namn", no_wrap=True), *right, box=None)
    for row in comparison.accounts.rows:
        table.add_row(row.account.number, row.account.name, *_amounts(row, alike=alike))
    return table


def _amounts(row: AccountDifference, *, alike: bool) -> Iterator[str]:
    for change in (row.movement, row.closing) if alike else (row.opening, row.movement, row.closing):
        yield swedish_number(change.before, 2)
        yield swedish_number(change.now, 2)
    yield swedish_number(row.closing.difference, 2)


def _names(comparison: Comparison) -> Iterator[str]:
    accounts = comparison.accounts
    for what, several in (("Nya konton", accounts.added), ("Konton som saknas nu", accounts.gone)):
        if several:
            yield f"{what}: " + ", ".join(f"{account.number} {account.name}" for account in several)
    for account, before, now in comparison.renamed:
        yield f"Konto {account} heter {now}, förut {before}"
    if accounts.objects:
        yield "Objekt vars belopp skiljer: " + ", ".join(f"{number}:{code}" for number, code in accounts.objects)


def _print_vouchers(what: str, vouchers: FirstOf[Voucher]) -> None:
    if not vouchers.count:
        return
    STDOUT.print(f"{what}: {swedish_number(vouchers.count)}", style="bold")
    for one in vouchers.shown:
        debit = swedish_number(sum(posting.amount for posting in one.postings if posting.amount > 0), 2)
        STDOUT.print(f"  {one.name}  {one.date}  {debit}  {one.text}".rstrip(), markup=False)
    _print_more(vouchers.more)


def _print_changed(vouchers: FirstOf[ChangedVoucher]) -> None:
    if not vouchers.count:
        return
    STDOUT.print(f"Ändrade verifikationer: {swedish_number(vouchers.count)}", style="bold")
    for one in vouchers.shown:
        STDOUT.print(f"  {one.now.name}: {', '.join(_changes(one))}", markup=False)
    _print_more(vouchers.more)


def _changes(changed: ChangedVoucher) -> Iterator[str]:
    """Yield what of a voucher differs, each in a few words."""
    before, now = changed.before, changed.now
    if changed.date_differs:
        yield f"datum {now.date}, förut {before.date}"
    if changed.text_differs:
        yield f"text ”{now.text}”, förut ”{before.text}”"
    for one in changed.amounts:
        objects = "".join(f" {number}:{code}" for number, code in one.objects)
        yield f"{one.account}{objects} {swedish_number(one.now, 2)}, förut {swedish_number(one.before, 2)}"
    if changed.rows_differ and not changed.amounts:
        yield "radernas texter, datum eller delning"


def _print_more(more: int) -> None:
    if more:
        STDOUT.print(f"  … och {swedish_number(more)} till")
