"""How is an activity classified: direction, category, marks, how it is followed up, and whether the ESF pays?

The lists are the national ones. A list carries the months it holds for, so that an activity is read by the list of its
own time.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.period import Month


class Direction(Enum):
    """Whom an activity is aimed at (inriktning)."""

    INDIVIDUAL = "individual"
    STRUCTURAL = "structural"

    @property
    def in_words(self) -> str:
        """What a person calls it."""
        return _DIRECTIONS[self]


_DIRECTIONS: Final = {
    Direction.INDIVIDUAL: swedish("individinriktad"),
    Direction.STRUCTURAL: swedish("strukturövergripande"),
}


class FollowUpMethod(Enum):
    """How an activity is followed up in the national system (uppföljningsmetod)."""

    BY_GENDER = "by-gender"
    """Counts of participants by gender."""
    HEADS = "heads"
    """A head count, without anything about those counted (volym)."""

    @property
    def in_words(self) -> str:
        """What a person calls it."""
        return _METHODS[self]


_METHODS: Final = {
    FollowUpMethod.BY_GENDER: swedish("antal deltagare per kön"),
    FollowUpMethod.HEADS: swedish("volym, ett antal personer"),
}


class EsfFinancing(Enum):
    """What the association is in a project that the European Social Fund pays for (ESF-finansiering)."""

    NONE = "none"
    OWNER = "owner"
    CO_FINANCER = "co-financer"

    @property
    def in_words(self) -> str:
        """What a person calls it."""
        return _ESF[self]


_ESF: Final = {
    EsfFinancing.NONE: swedish("ingen"),
    EsfFinancing.OWNER: swedish("förbundet äger projektet"),
    EsfFinancing.CO_FINANCER: swedish("förbundet medfinansierar"),
}


@dataclass(frozen=True, slots=True)
class CategoryList:
    """The categories (preciserad inriktning) of a direction over some months: key and what a person calls it.

    ``first`` and ``last`` are months, None without end; ``source`` is where the list stands.
    """

    direction: Direction
    categories: Mapping[str, str]
    source: str
    first: Month | None = None
    last: Month | None = None

    def holds_in(self, month: Month) -> bool:
        """Tell whether the list holds in a month."""
        return (self.first is None or self.first <= month) and (self.last is None or month <= self.last)


_NATIONAL: Final = swedish("den nationella indelningen av insatser")

CATEGORY_LISTS: Final = (
    CategoryList(
        Direction.INDIVIDUAL,
        {
            "preventive": swedish("förebyggande"),
            "mapping": swedish("kartläggning"),
            "preparatory": swedish("förberedande"),
            "rehabilitation": swedish("rehabilitering till arbete eller utbildning"),
        },
        _NATIONAL,
    ),
    CategoryList(
        Direction.STRUCTURAL,
        {
            "mapping": swedish("kartläggning"),
            "education": swedish("utbildning"),
            "dialogue": swedish("dialog och kommunikation"),
        },
        _NATIONAL,
    ),
)
"""The lists there are. A direction may have several, of different months."""

MARKS: Final[Mapping[str, str]] = {
    "long-term-sick": swedish("LTS PRIO"),
    "young-activity-compensation": swedish("Unga AE PRIO"),
    "young-disability": swedish("Unga FUNK PRIO"),
    "esf-owner": swedish("ESF ÄG"),
    "esf-co-financer": swedish("ESF MF"),
    "men": swedish("Målgrupp Män"),
}
"""The marks (märkning) by key, as they are written."""

ESF_MARKS: Final[Mapping[str, EsfFinancing]] = {
    "esf-owner": EsfFinancing.OWNER,
    "esf-co-financer": EsfFinancing.CO_FINANCER,
}
"""What a mark says of the financing."""


def categories_of(
    direction: Direction, month: Month, lists: Sequence[CategoryList] = CATEGORY_LISTS
) -> Mapping[str, str]:
    """Return the categories of a direction in a month, by key; none when no list holds then."""
    found = (one for one in lists if one.direction is direction and one.holds_in(month))
    return next((one.categories for one in found), {})


def category_in_words(key: str, lists: Sequence[CategoryList] = CATEGORY_LISTS) -> str:
    """Return what a person calls a category, whichever list it is of; its key when none has it."""
    return next((one.categories[key] for one in lists if key in one.categories), key)
