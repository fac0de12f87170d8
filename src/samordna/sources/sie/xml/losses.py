"""What of a ledger did not come along when it was written as SIE 5?

Nothing is left out, filled in or left empty in silence: each is counted while it is written, and told at the end.
"""

from collections import Counter
from typing import Final

from samordna.domain.ledger.findings import Findings
from samordna.domain.ledger.problems import files as file_kinds
from samordna.domain.ledger.problems import writing as writing_kinds
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.problem import Problem, ProblemKind

_SHOWN: Final = 20  # how many accounts are named


class Losses:
    """Counts what a ledger has and a file of ``file_type`` (5 or 5I) has not, and the other way round."""

    def __init__(self, file_type: str) -> None:
        self._file_type = file_type
        self._counts: Counter[tuple[ProblemKind, str]] = Counter()
        self._mended = 0
        self._accounts: list[str] = []
        self._no_year = False

    def left_out(self, what: str, count: int = 1) -> None:
        """Count what SIE 5 has no place for."""
        self._counts[writing_kinds.LEFT_OUT, what] += count

    def filled_in(self, what: str) -> None:
        """Count what the ledger does not say and SIE's own rules do."""
        self._counts[writing_kinds.FILLED_IN_BY_RULE, what] += 1

    def missing(self, what: str, count: int = 1) -> None:
        """Count what SIE 5 asks for and nobody but the association knows."""
        self._counts[writing_kinds.MISSING_FOR_SIE5, what] += count

    def mended(self) -> None:
        """Count a text with characters that XML cannot hold."""
        self._mended += 1

    def undeclared(self, account: str) -> None:
        """Note an account that has balances and is not in the chart of accounts."""
        self._accounts.append(account)

    def no_year(self) -> None:
        """Note that the ledger does not say which year it is for: nobody can read a whole ledger without."""
        self._no_year = True

    def problems(self, name: str) -> tuple[Problem, ...]:
        """Return what was counted, of a file called ``name``."""
        findings = Findings(name)
        if self._no_year:
            findings.in_file(file_kinds.NO_FISCAL_YEAR)
        if self._accounts:
            shown = ", ".join(self._accounts[:_SHOWN]) + (" …" if len(self._accounts) > _SHOWN else "")
            findings.in_file(writing_kinds.ACCOUNTS_FILLED_IN, count=len(self._accounts), accounts=shown)
        if self._mended:
            findings.in_file(writing_kinds.MENDED_TEXTS, count=self._mended)
        told = (
            kind.at(name, type=self._file_type, what=what, count=swedish_number(count))
            for (kind, what), count in self._counts.items()
            if count
        )
        unsigned = () if self._file_type == "5I" else (writing_kinds.UNSIGNED.at(name),)
        return (*findings.problems, *told, *unsigned)
