"""What is a file of SIE, and what came of checking it?"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

from samordna.domain.ledger.problems import accounts as account_kinds
from samordna.domain.ledger.problems import inside as inside_kinds
from samordna.domain.ledger.problems import vouchers as voucher_kinds
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem, ProblemKind, Severity, refuses
from samordna.sources.sie.everything import everything
from samordna.sources.sie.model import RowKind, SieFile
from samordna.sources.sie.reading import Reading

_SEVERITIES: Final = {Severity.REFUSE: "error", Severity.WARN: "warning", Severity.INFORM: "info"}


class Outcome(Enum):
    """What came of a check of balances."""

    AGREES = "agrees"
    DIFFERS = "differs"
    NOT_STATED = "not-stated"
    """The file does not state what would be compared."""


@dataclass(frozen=True, slots=True)
class BalanceCheck:
    """One check of the balances of a file: what was compared, in words, and what came of it."""

    what: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Summary:
    """What a file turned out to be; ``reading`` is None where it could not even be opened. ``rows`` are the booked."""

    name: str
    problems: tuple[Problem, ...]
    reading: Reading | None = None
    vouchers: int = 0
    rows: int = 0
    checks: tuple[BalanceCheck, ...] = ()

    @property
    def refused(self) -> bool:
        """Tell whether there is an error in the file."""
        return refuses(self.problems)

    def as_json(self) -> dict[str, Any]:
        """Return the same as JSON holds it; records are counted by label, without ``#``."""
        reading = self.reading or Reading(self.name, None, ())
        return {
            "file": self.name,
            "type": reading.file_type,
            "encoding": reading.encoding,
            "company": reading.file.head.company if reading.file else "",
            "records": dict(reading.counts),
            "vouchers": self.vouchers,
            "rows": self.rows,
            "problems": [_problem_json(problem) for problem in self.problems],
        }


def summary_of(reading: Reading) -> Summary:
    """Return what there is to say of a file that was read, with everything that is wrong with it."""
    problems, file = everything(reading), reading.file
    if file is None:
        return Summary(reading.name, problems, reading)
    return Summary(
        name=reading.name,
        problems=problems,
        reading=reading,
        vouchers=len(file.vouchers),
        rows=sum(row[7] is RowKind.BOOKED for voucher in file.vouchers for row in voucher.rows),
        checks=tuple(_checks(file, problems)),
    )


def _checks(file: SieFile, problems: tuple[Problem, ...]) -> Iterator[BalanceCheck]:
    """Yield each check of balances; one that reading was stopped before states nothing."""
    stopped = refuses(problem for problem in problems if problem.code != voucher_kinds.UNBALANCED_VOUCHER.code)
    found = {problem.code for problem in problems}
    for what, kind, stated in _compared(file):
        outcome = Outcome.NOT_STATED if stopped or not stated else Outcome.AGREES
        yield BalanceCheck(what, Outcome.DIFFERS if kind.code in found else outcome)


def _compared(file: SieFile) -> Iterator[tuple[str, ProblemKind, bool]]:
    """Yield what is compared, what tells that it differs, and whether the file states it."""
    opening, closing = _years(file.opening), _years(file.closing)
    results, months = 0 in _years(file.results), 0 in _years(file.period_balances)
    booked = bool(file.vouchers) and 0 in file.years
    opened = 0 in opening or -1 in closing
    yield swedish("Verifikationerna går jämnt ut"), voucher_kinds.UNBALANCED_VOUCHER, bool(file.vouchers)
    yield swedish("Ingående balanser summerar till 0"), account_kinds.OPENING_UNBALANCED, 0 in opening
    yield swedish("Året börjar där förra året slutade"), account_kinds.OPENING_DIFFERS, 0 in opening and -1 in closing
    yield (
        swedish("#IB och det bokförda ger #UB"),
        account_kinds.BALANCE_DOES_NOT_FOLLOW,
        booked and opened and 0 in closing,
    )
    yield swedish("Det bokförda ger #RES"), account_kinds.RESULT_DOES_NOT_FOLLOW, booked and results
    yield (
        swedish("Månadernas #PSALDO ger årets saldon"),
        inside_kinds.MONTHS_DO_NOT_FOLLOW,
        months and (results or 0 in closing),
    )
    yield swedish("#UB och #RES summerar till 0"), inside_kinds.CLOSING_UNBALANCED, results and 0 in closing


def _years(balances: Any) -> set[int]:
    return {one.year for one in balances}


def _problem_json(problem: Problem) -> dict[str, Any]:
    severity = _SEVERITIES[problem.severity]
    return {"code": problem.code, "severity": severity, "line": problem.line, "message": str(problem)}
