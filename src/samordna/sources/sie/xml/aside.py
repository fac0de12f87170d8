"""What does a file hold that no ledger of SIE 1–4 has a place for, and how is it told without drowning the rest?

Everything is kept in the order of the file; each name is told once, where it is first and how many there are.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from samordna.domain.ledger.findings import Findings
from samordna.domain.ledger.problems import files as file_kinds
from samordna.domain.ledger.problems import records as record_kinds
from samordna.domain.values.problem import ProblemKind
from samordna.sources.sie.model import Record
from samordna.sources.sie.xml.elements import ATTRIBUTES, BEYOND, NO_LEDGER_NAMESPACES, QUIET, SIGNATURE

_NO_ATTRIBUTES: Final[frozenset[str]] = frozenset()


class Aside:
    """What is set aside. ``others`` SIE does not know, ``beyond`` are things of SIE 5; neither without ``keep``."""

    def __init__(self, *, keep: bool = True) -> None:
        self.others: list[Record] = []
        self.beyond: list[Record] = []
        self._keep = keep
        self._told: dict[tuple[ProblemKind, str], list[int]] = {}  # the first line, and how many

    def element(self, label: str, attributes: Mapping[str, str], line: int) -> None:
        """Set an element aside, and tell of it."""
        if label.rpartition("}")[2] == SIGNATURE:
            self._tell(file_kinds.SIGNATURE_NOT_VERIFIED, "", line)
        else:
            self._set(label, attributes.items(), line)

    def inner(self, label: str, attributes: Mapping[str, str], line: int) -> None:
        """Keep an element that stands inside one that was set aside."""
        self.keep(label, tuple(attributes.items()), line)

    def keep(self, label: str, fields: tuple[str | tuple[str, ...], ...], line: int) -> None:
        """Keep what is not worth telling."""
        if self._keep:
            self.beyond.append(Record(label, fields, line))

    def attributes(self, name: str, attributes: Mapping[str, str], line: int) -> None:
        """Set aside what an element says besides what is read of it."""
        for attribute in attributes.keys() - ATTRIBUTES.get(name, _NO_ATTRIBUTES):
            if not any(part in attribute for part in NO_LEDGER_NAMESPACES):
                namespace, _, local = attribute.rpartition(" ")
                label = f"{name}@{{{namespace}}}{local}" if namespace else f"{name}@{local}"
                self.value(label, attributes[attribute], line)

    def value(self, label: str, value: str, line: int) -> None:
        """Set one value aside, and tell of it unless it is in nearly every file."""
        if label not in QUIET:
            self._set(label, [("", value)], line)
        else:
            self.keep(label, (value,), line)

    def tell(self, findings: Findings) -> None:
        """Tell what was set aside, once for each name."""
        for (kind, label), (line, count) in self._told.items():
            findings.on_line(kind, line, label=label, count=count)

    def _set(self, label: str, pairs: Iterable[tuple[str, str]], line: int) -> None:
        known = label in BEYOND
        self._tell(record_kinds.BEYOND_LEDGER if known else record_kinds.UNKNOWN_LABEL, label, line)
        if self._keep:
            fields = tuple(value if not key else (key, value) for key, value in pairs)
            (self.beyond if known else self.others).append(Record(label, fields, line))

    def _tell(self, kind: ProblemKind, label: str, line: int) -> None:
        self._told.setdefault((kind, label), [line, 0])[1] += 1
