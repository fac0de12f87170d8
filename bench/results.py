"""What came out of a run?"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bench.sizes import Sizes


@dataclass(frozen=True, slots=True)
class StatementsCost:
    """Milliseconds for the full set of statements from few and from many postings, on one engine."""

    engine: str
    few: float
    many: float

    @property
    def ratio(self) -> float:
        """How many times more many postings cost than few."""
        return self.many / self.few


@dataclass(frozen=True, slots=True)
class ImportCost:
    """One import: seconds in all and by part, rows, and the most bytes of memory held at once."""

    engine: str
    seconds: float
    parts: Mapping[str, float]
    postings: int
    memory: int

    @property
    def rows_a_second(self) -> float:
        """Rows taken per second."""
        return self.postings / self.seconds


@dataclass(frozen=True, slots=True)
class Yardstick:
    """Reading, splitting and counting the same file: seconds, and the most bytes of memory."""

    seconds: float
    memory: int


@dataclass(frozen=True, slots=True)
class ReportCost:
    """Milliseconds: the whole command in a new process, and each format in a warm one."""

    cold: float
    warm: Mapping[str, float]
    statements: float


@dataclass(frozen=True, slots=True)
class Results:
    """Everything one run measured, on what; ``left_out`` says what could not be measured and why."""

    sizes: Sizes
    machine: Mapping[str, str]
    statements: tuple[StatementsCost, ...]
    yardstick: Yardstick
    imports: tuple[ImportCost, ...]
    report: ReportCost
    left_out: tuple[str, ...] = field(default=())
