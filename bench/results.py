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
class FollowUpCost:
    """Milliseconds for the follow-up table from few and from many postings, on one engine, and how large it is."""

    engine: str
    rows: int
    columns: int
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
class ReadingCost:
    """One way of reading a SIE file: the median of its seconds, the most memory, and how many vouchers it keeps."""

    way: str
    seconds: float
    memory: int
    vouchers: int


@dataclass(frozen=True, slots=True)
class ReportCost:
    """Milliseconds: the whole command in a new process, and each format in a warm one."""

    cold: float
    warm: Mapping[str, float]
    statements: float


@dataclass(frozen=True, slots=True)
class PublishingCost:
    """Milliseconds for all tables of a year's counts: for inside, and for anybody after half of the year was published.

    ``cells`` are the counts that were looked after.
    """

    inside: float
    public: float
    units: int
    measures: int
    tables: int
    cells: int


@dataclass(frozen=True, slots=True)
class ScreenCost:
    """Milliseconds in the server for one screen on one engine: its median from few and from many postings.

    ``first`` is the first answer of a process and ``slowest`` the slowest after it, both from many postings.
    """

    few: float
    many: float
    first: float
    slowest: float


@dataclass(frozen=True, slots=True)
class Met:
    """What one kind of question met: how many were asked, and the milliseconds of the middle and of 19 out of 20."""

    count: int
    median: float
    p95: float


@dataclass(frozen=True, slots=True)
class CrowdCost:
    """What many people at once met on one engine; ``failed`` says every answer that was a fault."""

    engine: str
    a_second: float
    read: Met
    write: Met
    failed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """Everything one run measured, on what; ``left_out`` says what could not be measured and why.

    ``screens`` are by engine and by the screen's name, ``count_screens`` the first, the median and the slowest of each
    screen of counts, by its name.
    """

    sizes: Sizes
    machine: Mapping[str, str]
    statements: tuple[StatementsCost, ...]
    follow_up: tuple[FollowUpCost, ...]
    yardstick: Yardstick
    imports: tuple[ImportCost, ...]
    readings: tuple[ReadingCost, ...]
    report: ReportCost
    publishing: PublishingCost
    count_screens: Mapping[str, tuple[float, float, float]]
    screens: Mapping[str, Mapping[str, ScreenCost]]
    crowd: tuple[CrowdCost, ...]
    left_out: tuple[str, ...] = field(default=())
