"""How are ten thousand problems of one kind told without drowning the others?

The first ones of each kind are told one by one, with their lines; the rest are counted.
"""

from collections import Counter
from dataclasses import replace
from typing import Final

from samordna.domain.values.identity_number import mask
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.problem import Problem, ProblemKind, refuses

TOLD: Final = 20
"""How many problems of one kind are told one by one: a screenful."""

_MORE: Final = swedish("Samma sak finns på fler ställen: {count} till.")


class Findings:
    """Collects the problems of one file, called ``name``, in the order they are found."""

    def __init__(self, name: str) -> None:
        self._name = mask(name)
        self._told: list[Problem] = []
        self._counts: Counter[str] = Counter()
        self._kinds: dict[str, ProblemKind] = {}

    def in_file(self, kind: ProblemKind, **fields: object) -> None:
        """Add a problem of the file as a whole."""
        self._add(kind, self._name, fields)

    def on_line(self, kind: ProblemKind, line: int, **fields: object) -> None:
        """Add a problem of one line."""
        self._add(kind, swedish("{name}, rad {line}").format(name=self._name, line=line), fields, line)

    def in_cell(self, kind: ProblemKind, cell: str, *, sheet: str = "", **fields: object) -> None:
        """Add a problem of one cell of a table, such as ``B12``; ``sheet`` is empty in a table of text."""
        self._add(kind, self.cell(cell, sheet=sheet), fields)

    def cell(self, cell: str, *, sheet: str = "") -> str:
        """Return what the place of a cell is called."""
        place = swedish("{name}, blad {sheet}, cell {cell}") if sheet else swedish("{name}, cell {cell}")
        return mask(place.format(name=self._name, sheet=sheet, cell=cell))

    def on_account(self, kind: ProblemKind, account: str, **fields: object) -> None:
        """Add a problem of one account."""
        place = swedish("{name}, konto {account}").format(name=self._name, account=account)
        self._add(kind, place, {"account": account, **fields})

    @property
    def refused(self) -> bool:
        """Tell whether something has been found that stops the file."""
        return refuses(self._told)

    def has(self, kind: ProblemKind) -> bool:
        """Tell whether a problem of this kind has been found."""
        return self._counts[kind.code] > 0

    def _add(self, kind: ProblemKind, place: str, fields: dict[str, object], line: int | None = None) -> None:
        self._counts[kind.code] += 1
        if self._counts[kind.code] > TOLD:
            self._kinds[kind.code] = kind
            return
        # What is quoted from a file may be anything: a message never repeats an identity number.
        quoted = {name: mask(value) if isinstance(value, str) else value for name, value in fields.items()}
        self._told.append(replace(kind.at(mask(place), **quoted), line=line))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems, and for each kind that was cut short how many more there are."""
        return (*self._told, *(self._more(kind) for kind in self._kinds.values()))

    def _more(self, kind: ProblemKind) -> Problem:
        found = _MORE.format(count=swedish_number(self._counts[kind.code] - TOLD))
        remedy = "" if "{" in kind.remedy else kind.remedy
        return Problem(kind.code, kind.severity, self._name, found, remedy)
