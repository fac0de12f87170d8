"""How do the kinds of problems of a subject make one table, each with a code of its own?"""

from collections.abc import Mapping
from typing import Final

from samordna.domain.values.problem import ProblemKind, Severity


class ProblemTable:
    """The kinds of problems of a subject; ``prefix`` begins the code of each, so that codes differ between subjects."""

    def __init__(self, prefix: str = "") -> None:
        self._prefix: Final = prefix
        self._kinds: Final[dict[str, ProblemKind]] = {}

    @property
    def kinds(self) -> Mapping[str, ProblemKind]:
        """Every kind by its code without the prefix, in the order they were told."""
        return self._kinds

    def refuse(self, code: str, found: str, remedy: str) -> ProblemKind:
        """Return a kind that stops what was asked for. Raises ``ValueError`` for a code that is taken."""
        return self._kind(code, Severity.REFUSE, found, remedy)

    def warn(self, code: str, found: str, remedy: str) -> ProblemKind:
        """Return a kind that is taken all the same, and told. Raises ``ValueError`` for a code that is taken."""
        return self._kind(code, Severity.WARN, found, remedy)

    def inform(self, code: str, found: str, remedy: str) -> ProblemKind:
        """Return a kind that is only worth knowing. Raises ``ValueError`` for a code that is taken."""
        return self._kind(code, Severity.INFORM, found, remedy)

    def _kind(self, code: str, severity: Severity, found: str, remedy: str) -> ProblemKind:
        if code in self._kinds:
            raise ValueError(code)
        kind = self._kinds[code] = ProblemKind(f"{self._prefix}{code}", severity, found, remedy)
        return kind
