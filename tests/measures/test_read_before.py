"""Somebody reads all that is ever published of a few units and subtracts: divided otherwise, later, after corrections.

What the attacker reckons with is worked out here and not taken from the program: of each unit those who were there, and
in each part of the year who came and who went, women and men, and who referred them; in every state that was published.
Of what has not been corrected the attacker knows that it is the same.
"""

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

import highspy
import pytest

from samordna.domain.measures.disclosure import Audience, CellKey
from samordna.domain.measures.statistics import Known, earlier_of, tables_of
from samordna.domain.measures.view import RowGroup, View, ViewKind
from samordna.domain.measures.view_file import asked_view
from samordna.domain.participation.combining import counted
from samordna.domain.participation.count_table import Gender
from samordna.domain.participation.counts_report import Cell, CountsReport, Place, VouchedBy, in_order
from samordna.domain.values.counted import Below, Published, RawCount, Shown
from samordna.domain.values.period import Period

FIRST, LAST, YEAR = Period(202401, 202408), Period(202409, 202412), Period(202401, 202412)
HALVES = (FIRST, LAST)
UNITS = ("a", "b", "c")
GENDERS = (Gender.WOMEN, Gender.MEN)
SOURCES = ("psychiatry", "health_centre", "school", "social_services", "self_referral")
GROUPS = (RowGroup("care", "Vård", SOURCES[:2]), RowGroup("municipality", "Kommun", SOURCES[2:4]))
VIEWS = (
    *(asked_view((one,), ("unit",)) for one in ("participants", "ongoing", "exits", "starts", "ongoing_at_start")),
    asked_view(("referrals",), ("unit",)), asked_view(("referrals",), ("source",)),
    asked_view(("referrals",), ("unit", "source")), asked_view(("starts", "exits"), ()),
    View("groups", "Vem", ViewKind.BY_GENDER, ("referrals",), ("source",), GROUPS, only_groups=True),
    View("owners", "Vem", ViewKind.BY_GENDER, ("referrals",), ("unit", "source"), GROUPS[:1], only_groups=True),
    View("all-groups", "Vem", ViewKind.BY_GENDER, ("referrals",), ("unit", "source"), GROUPS, only_groups=True),
)  # fmt: skip
NEAR = 1e-6


class Atom(NamedTuple):
    """The smallest thing that is told: how many women of one unit were there, started, ended, were referred by whom.

    ``was`` is how many, which tells a count before it was corrected from the same count after.
    """

    what: str
    months: Period
    unit: str
    gender: Gender
    was: int


Answers: TypeAlias = Mapping[tuple[str, Period, str, Gender], int]
Form: TypeAlias = Mapping[Atom, int]


@dataclass
class World:
    """What the units have answered, and everything that was read of it."""

    dice: random.Random
    answers: dict[tuple[str, Period, str, Gender], int] = field(default_factory=dict)
    published: list[tuple[View, Known, Mapping[CellKey, Published]]] = field(default_factory=list)
    read: list[tuple[CellKey, Form, Published]] = field(default_factory=list)

    def __post_init__(self) -> None:
        for unit in UNITS:
            for gender in GENDERS:
                self._answer(unit, gender)

    def _answer(self, unit: str, gender: Gender) -> None:
        there = self._few()
        for months in HALVES:
            starts = self._few()
            exits = self.dice.randint(0, there + starts)
            told = {"there": there, "starts": starts, "exits": exits} | {source: self._few() for source in SOURCES}
            self.answers |= {(unit, months, what, gender): count for what, count in told.items()}
            there += starts - exits

    def _few(self) -> int:
        return self.dice.choice((0, 0, 1, 2, 3, 4, 6, 9, 15))

    def correct(self) -> None:
        """Correct how many a unit was referred in the first months."""
        dice = self.dice
        self.answers[dice.choice(UNITS), FIRST, dice.choice(SOURCES), dice.choice(GENDERS)] = self._few()

    def known(self, period: Period) -> Known:
        halves = [one for one in HALVES if period.covers(one)]
        return Known(counted([report(unit, one, self.answers) for unit in UNITS for one in halves], period))

    def publish(self, view: View, period: Period) -> bool:
        """Publish a view as it may be read; tell whether there was anything to read."""
        read = [
            earlier_of((one,), then, signs, now=self.known(then.counted.period)) for one, then, signs in self.published
        ]
        known = self.known(period)
        made = tables_of(view, known, Audience.PUBLIC, read)
        if made.tables:
            self.published.append((view, known, made.publication.cells))
            signs = ((key, form(key, self.answers), sign) for key, sign in made.publication.cells.items())
            self.read += [(key, made_of, sign) for key, made_of, sign in signs if made_of]
        return bool(made.tables)


def report(unit: str, months: Period, answers: Answers) -> CountsReport:
    cells = []
    for gender in Gender:
        there, starts, exits, *sources = (
            answers.get((unit, months, what, gender), 0) for what in ("there", "starts", "exits", *SOURCES)
        )
        counts = {
            "ongoing_at_start": there, "starts": starts, "participants": there + starts, "exits": exits,
            "ongoing": there + starts - exits, "referrals": sum(sources),
        }  # fmt: skip
        cells += [Cell(Place(table, (), gender), RawCount(count)) for table, count in counts.items()]
        cells += [
            Cell(Place("referrals_by_source", (source,), gender), RawCount(count))
            for source, count in zip(SOURCES, sources, strict=True)
        ]
    return CountsReport(unit, "steget", months, VouchedBy.COORDINATOR, in_order(cells), complete=True)


def form(key: CellKey, answers: Answers) -> Form:
    """Return what a count that is read is made of."""
    at, made = dict(key.at), Counter[Atom]()
    units = [at["unit"].removeprefix("steget/")] if "unit" in at else UNITS
    for gender in [Gender(at["gender"])] if "gender" in at else GENDERS:
        for unit in units if gender in GENDERS else ():
            for what, months, times in parts(key, at.get("source", "+".join(SOURCES))):
                made[Atom(what, months, unit, gender, answers[unit, months, what, gender])] += times
    return made


def parts(key: CellKey, sources: str) -> Iterator[tuple[str, Period, int]]:
    halves = [one for one in HALVES if key.period.covers(one)]
    match key.measure:
        case "referrals" | "referrals_by_source":
            yield from ((source, one, 1) for one in halves for source in sources.split("+"))
        case "starts" | "exits":
            yield from ((key.measure, one, 1) for one in halves)
        case "participants" | "ongoing" | "ongoing_at_start":
            yield "there", halves[0], 1
            if key.measure != "ongoing_at_start":
                yield from (("starts", one, 1) for one in halves)
            if key.measure == "ongoing":
                yield from (("exits", one, -1) for one in halves)
        case _:
            raise AssertionError(key)


class Reader:
    """Knows the signs of everything that was read, and computes."""

    def __init__(self, read: Iterable[tuple[Form, Published]], answers: Answers) -> None:
        self._model = highspy.Highs()
        self._model.setOptionValue("output_flag", False)
        self._atoms: dict[Atom, highspy.highs.highs_var] = {}
        for made, sign in read:
            match sign:
                case Shown(count):
                    self._model.addConstr(self._sum(made) == count)
                case Below(threshold, least):
                    self._model.addConstr(self._sum(made) >= least)
                    self._model.addConstr(self._sum(made) <= threshold - 1)
        for unit in UNITS:
            for gender in GENDERS:
                left = {
                    Atom(what, months, unit, gender, answers[unit, months, what, gender]): sign
                    for what, months, sign in (
                        ("there", FIRST, 1), ("starts", FIRST, 1), ("exits", FIRST, -1), ("there", LAST, -1),
                    )
                }  # fmt: skip
                self._model.addConstr(self._sum(left) == 0)

    def _sum(self, made: Form):
        for atom in made:
            if atom not in self._atoms:
                self._atoms[atom] = self._model.addVariable(0, highspy.kHighsInf)
        return sum(times * self._atoms[atom] for atom, times in made.items())

    def between(self, made: Form) -> tuple[float, float]:
        self._model.minimize(self._sum(made))
        least = self._model.getInfo().objective_function_value
        self._model.maximize(self._sum(made))
        bounded = self._model.getModelStatus() == highspy.HighsModelStatus.kOptimal
        return least, self._model.getInfo().objective_function_value if bounded else highspy.kHighsInf


HIDDEN_BEHIND_NOBODY = 142
"""Of this one, eight were four women and four men: only somebody of unknown gender could have hidden that."""


@pytest.mark.parametrize("seed", [*range(30), HIDDEN_BEHIND_NOBODY])
def test_nothing_small_is_narrowed_by_all_that_was_ever_read(seed: int):
    world = World(random.Random(seed))
    for step in range(6):
        world.publish(world.dice.choice(VIEWS), world.dice.choice((FIRST, LAST, YEAR)))
        if step % 3 == 2:
            world.correct()
    reader = Reader(((made, sign) for _, made, sign in world.read), world.answers)
    for key, made, sign in world.read:
        if isinstance(sign, Below):
            least, most = reader.between(made)
            assert least <= sign.least + NEAR, (key, least, most)
            assert most >= sign.threshold - 1 - NEAR, (key, least, most)


def test_what_was_read_of_months_that_are_no_longer_told_by_themselves_is_known_all_the_same():
    """Jan–Aug is published; then one unit answers for the whole year at once, so that nobody can tell Jan–Aug again."""
    world = World(random.Random(1))
    for what in ("there", "starts", "exits", *SOURCES):
        for months, unit in ((months, unit) for months in HALVES for unit in UNITS):
            for gender in GENDERS:
                world.answers[unit, months, what, gender] = 0
    here, later = (("a", 20), ("b", 30), ("c", 8)), (("a", 3), ("b", 10), ("c", 9))
    for months, told in zip(HALVES, (here, later), strict=True):
        for unit, count in told:
            world.answers[unit, months, "psychiatry", Gender.WOMEN] = count
    view, half = asked_view(("referrals",), ("unit",)), world.known(FIRST)
    read = tables_of(view, half, Audience.PUBLIC).publication.cells
    assert Shown(20) in read.values()
    after = tables_of(view, world.known(YEAR), Audience.PUBLIC, [earlier_of((view,), half, read, now=None)])
    of_a = [sign for key, sign in after.publication.cells.items() if dict(key.at).get("unit") == "steget/a"]
    assert Shown(23) not in of_a, "with the 20 that were read, three are left for the autumn"
