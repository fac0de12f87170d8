"""Which chapters of a plan are written by hand, and how does what was typed become paragraphs?"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

from samordna.domain.document import BulletList, Paragraph
from samordna.domain.plan.activity_plan.planned import ActivityPlan
from samordna.domain.values.language import swedish

_BULLET: Final = "- "
_PART: Final = "del:"


class Chapter(Enum):
    """A chapter of running text, in the order of the plan."""

    SUMMARY = "sammanfattning"
    DIRECTION = "inriktning"
    GOALS = "mal"
    TARGET_GROUP = "malgrupp"
    ORGANISATION = "organisation"
    CONDITIONS = "forutsattningar"
    FOLLOW_UP = "uppfoljning"

    @property
    def title(self) -> str:
        """What the chapter is called in the plan."""
        return _TITLES[self]

    @property
    def asks(self) -> str:
        """What somebody who writes it is asked for."""
        return _ASKS[self]


_TITLES: Final = {
    Chapter.SUMMARY: swedish("Sammanfattning"),
    Chapter.DIRECTION: swedish("Inriktning"),
    Chapter.GOALS: swedish("Mål"),
    Chapter.TARGET_GROUP: swedish("Målgrupp"),
    Chapter.ORGANISATION: swedish("Organisation och styrning"),
    Chapter.CONDITIONS: swedish("Ekonomiska förutsättningar"),
    Chapter.FOLLOW_UP: swedish("Uppföljning"),
}
_ASKS: Final = {
    Chapter.SUMMARY: swedish("Vad året handlar om, i några meningar."),
    Chapter.DIRECTION: swedish("Vad parterna vill åstadkomma tillsammans de närmaste tre åren."),
    Chapter.GOALS: swedish("Vad som ska ha uppnåtts, och hur det märks. En rad som börjar med - blir en punkt."),
    Chapter.TARGET_GROUP: swedish("Vilka insatserna är till för. Inga uppgifter om enskilda."),
    Chapter.ORGANISATION: swedish("Hur styrelse, kansli och beredning arbetar."),
    Chapter.CONDITIONS: swedish("Det som läsaren behöver veta om bidragen och det egna kapitalet."),
    Chapter.FOLLOW_UP: swedish("När och hur planen följs upp."),
}


@dataclass(frozen=True, slots=True)
class PlanText:
    """What is written in a chapter or of a part: ``chapter`` is the chapter's value, or ``part_chapter``."""

    chapter: str
    text: str


def part_chapter(part: str) -> str:
    """Return the name of the text that tells of a part of the plan, by the part's id."""
    return f"{_PART}{part}"


def chapter_title(chapter: str, plan: ActivityPlan) -> str:
    """Return what a text of a plan is called: its chapter, or the heading of its part."""
    if chapter.startswith(_PART):
        part = plan.part(chapter.removeprefix(_PART))
        return part.heading if part else ""
    return next((one.title for one in Chapter if one.value == chapter), "")


def paragraphs(text: str) -> Iterator[Paragraph | BulletList]:
    """Yield the paragraphs of a text: an empty line parts them, and lines that begin with a dash are points."""
    lines: list[str] = []
    points: list[str] = []
    for line in (*text.splitlines(), ""):
        told = " ".join(line.split())
        if points and not told.startswith(_BULLET):
            yield BulletList(tuple(Paragraph((point,)) for point in points))
            points = []
        if lines and (not told or told.startswith(_BULLET)):
            yield Paragraph((" ".join(lines),))
            lines = []
        if told.startswith(_BULLET):
            points.append(told.removeprefix(_BULLET))
        elif told:
            lines.append(told)
