"""Do the balances of a file agree with each other?

Told once for each kind of disagreement, with how many there are and the first of them: where one balance is wrong,
many are.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from samordna.domain.ledger.findings import Findings
from samordna.domain.ledger.problems import inside as kinds
from samordna.domain.values.kronor import kronor_and_ore
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import month_in_words
from samordna.sources.sie.model import Balance, Objects, PeriodBalance, SieFile
from samordna.sources.sie.natures import Natures

_SHOWN: Final = 5


def check_balances(file: SieFile, findings: Findings) -> None:
    """Add what is wrong with the balances; each check only where the file states what it compares."""
    natures = Natures(file)
    _check_repeated(file, findings)
    _check_results_opening(file, natures, findings)
    _check_sum(file, findings)
    _check_months(file, natures, findings)
    _check_objects(file, findings)


def _check_repeated(file: SieFile, findings: Findings) -> None:
    by_label: dict[str, Iterable[Balance]] = {
        "#IB": file.opening, "#UB": file.closing, "#RES": file.results, "#OIB": file.object_opening,
        "#OUB": file.object_closing,
    }  # fmt: skip
    for label, balances in by_label.items():
        counts = Counter((one.year, one.account, one.objects) for one in balances)
        _tell_repeated(label, [account for (_, account, _), count in counts.items() if count > 1], findings)
    for label, months in (("#PSALDO", file.period_balances), ("#PBUDGET", file.period_budgets)):
        by_month = Counter((one.year, one.month, one.account, one.objects) for one in months)
        _tell_repeated(label, [account for (_, _, account, _), count in by_month.items() if count > 1], findings)


def _tell_repeated(label: str, accounts: list[str], findings: Findings) -> None:
    if accounts:
        findings.in_file(kinds.REPEATED_BALANCE, label=label, count=len(accounts), where=_first(accounts))


def _check_results_opening(file: SieFile, natures: Natures, findings: Findings) -> None:
    opened = (one for one in file.opening if one.year == 0 and one.ore and not natures.on_balance_sheet(one.account))
    amounts = [f"{one.account} ({kronor_and_ore(one.ore)} kr)" for one in opened]
    if amounts:
        findings.in_file(kinds.OPENING_ON_RESULT_ACCOUNT, accounts=_first(amounts))


def _check_sum(file: SieFile, findings: Findings) -> None:
    closing, results = _of_year(file.closing), _of_year(file.results)
    difference = sum(closing.values()) + sum(results.values())
    if closing and results and difference:
        findings.in_file(kinds.CLOSING_UNBALANCED, difference=kronor_and_ore(difference))


def _check_months(file: SieFile, natures: Natures, findings: Findings) -> None:
    """Check that what each account moves by month is what it moves in the year; some files tell results only."""
    moved: dict[str, Ore] = defaultdict(int)
    for one in file.period_balances:
        if one.year == 0 and not one.objects:
            moved[one.account] += one.ore
    if not moved:
        return
    opening, closing, results = _of_year(file.opening), _of_year(file.closing), _of_year(file.results)
    told = {natures.on_balance_sheet(account) for account in moved}
    differing = []
    for account in sorted({*moved, *closing, *results}):
        kept = natures.on_balance_sheet(account)
        stated = closing.get(account, 0) - opening.get(account, 0) if kept else results.get(account, 0)
        if kept in told and (closing if kept else results) and moved.get(account, 0) != stated:
            said = swedish("{account} ({months} kr mot {stated} kr)")
            amounts = {"months": kronor_and_ore(moved.get(account, 0)), "stated": kronor_and_ore(stated)}
            differing.append(said.format(account=account, **amounts))
    if differing:
        findings.in_file(kinds.MONTHS_DO_NOT_FOLLOW, count=len(differing), accounts=_first(differing))


def _check_objects(file: SieFile, findings: Findings) -> None:
    """Check that the objects of a dimension come to no more than their account."""
    closing = (*file.closing, *file.results)  # some programs write #OUB for results too
    for label, parts, whole in (("#OIB", file.object_opening, file.opening), ("#OUB", file.object_closing, closing)):
        _tell_exceeding(label, _by_year(parts), _by_year(whole), findings)
    months = file.period_balances
    parts_of_months = [one for one in months if one.objects]
    _tell_exceeding(
        "#PSALDO", _by_month(parts_of_months), _by_month(one for one in months if not one.objects), findings
    )


def _tell_exceeding(
    label: str, parts: Iterator[tuple[str, Objects, Ore]], whole: Iterator[tuple[str, Objects, Ore]], findings: Findings
) -> None:
    totals = {place: ore for place, _, ore in whole}
    sums: dict[tuple[str, tuple[str, ...]], Ore] = defaultdict(int)
    for place, objects, ore in parts:
        sums[place, tuple(number for number, _ in objects)] += ore
    exceeding = [place for (place, _), ore in sums.items() if place in totals and not _within(ore, totals[place])]
    if exceeding:
        findings.in_file(kinds.OBJECTS_EXCEED_ACCOUNT, label=label, count=len(exceeding), accounts=_first(exceeding))


def _within(part: Ore, whole: Ore) -> bool:
    return min(0, whole) <= part <= max(0, whole)


def _by_year(balances: Iterable[Balance]) -> Iterator[tuple[str, Objects, Ore]]:
    for one in balances:
        place = (
            one.account if one.year == 0 else swedish("{account} år {year}").format(account=one.account, year=one.year)
        )
        yield place, one.objects, one.ore


def _by_month(balances: Iterable[PeriodBalance]) -> Iterator[tuple[str, Objects, Ore]]:
    for one in balances:
        yield f"{one.account} {month_in_words(one.month)}", one.objects, one.ore


def _of_year(balances: Iterable[Balance]) -> dict[str, Ore]:
    return {one.account: one.ore for one in balances if one.year == 0}


def _first(parts: list[str]) -> str:
    return ", ".join(parts[:_SHOWN]) + (" …" if len(parts) > _SHOWN else "")
