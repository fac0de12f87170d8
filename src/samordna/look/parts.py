"""Which values do the components show?"""

import re
from dataclasses import dataclass
from enum import Enum
from typing import Final

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}\b")


class Tone(Enum):
    """What something says before it is read: each has its sign and its colour, and never the colour alone."""

    DONE = "done"
    INFORM = "inform"
    WARN = "warn"
    REFUSE = "refuse"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Link:
    """A way to somewhere. ``panel``: it opens in the side panel; ``current``: it is what is shown already."""

    label: str
    href: str
    panel: bool = False
    current: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what it says, led on by ``link`` when there is more to see."""

    label: str
    value: str
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A state in one or two words: ``Mark(Tone.DONE, "Aktuell")``."""

    tone: Tone
    label: str


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A figure worth seeing first: what it is, its text with its unit, where it is explained, what to make of it.

    ``absent``: it is missing, and ``text`` says so.
    """

    label: str
    text: str
    href: str = ""
    remark: str = ""
    mark: Mark | None = None
    absent: bool = False


@dataclass(frozen=True, slots=True)
class Confirm:
    """A deed that asks before it is done: the button that opens the question, the question, and the form's own.

    ``reason_label`` asks for a reason in a field named ``reason_name``; ``hidden`` are names and values sent along.
    ``typed`` is the reason that was refused: it stands there still, and the question is open. None when nothing was.
    """

    label: str
    question: str
    action: str
    button: str
    reason_label: str = ""
    reason_name: str = "reason"
    hidden: tuple[tuple[str, str], ...] = ()
    dangerous: bool = True
    typed: str | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose: what is sent, what is read, and the address that it leads to when it is a link."""

    value: str
    label: str
    current: bool = False
    href: str = ""


@dataclass(frozen=True, slots=True)
class Picker:
    """A choice of what is shown, kept in the address under ``name``."""

    name: str
    label: str
    choices: tuple[Choice, ...]

    @property
    def are_links(self) -> bool:
        """Whether every choice is a link of its own; otherwise it is a list in a form."""
        return all(choice.href for choice in self.choices)


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a column of things. ``href`` sorts by it; ``sorted`` is ascending, descending or empty.

    ``sentences``: it keeps a width to read sentences in, also on a phone.
    """

    label: str
    numbers: bool = False
    href: str = ""
    sorted: str = ""
    unseen: bool = False
    sentences: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a row of things: words, where they lead, a mark, and a quieter line below."""

    text: str = ""
    href: str = ""
    panel: bool = False
    mark: Mark | None = None
    note: str = ""

    @property
    def is_time(self) -> bool:
        """Whether it is a day, with or without the time of day: that is not broken over two lines."""
        return bool(_DAY.match(self.text))


@dataclass(frozen=True, slots=True)
class Things:
    """Rows of things that are no statement: imports, vouchers, users. The first cell of a row names it.

    ``ids`` are the rows' own, for links back to a row; as many as there are rows, or none. ``stacked``: on a phone the
    cells of a row stand below each other, each with its heading, so that nothing is found by rolling sideways only.
    """

    title: str
    headings: tuple[Heading, ...]
    rows: tuple[tuple[Cell, ...], ...]
    ids: tuple[str, ...] = ()
    title_shown: bool = False
    stacked: bool = False

    @property
    def numbered(self) -> tuple[tuple[str, tuple[tuple[Heading, Cell], ...]], ...]:
        """Every row with its id, every cell with its heading."""
        ids = self.ids or ("",) * len(self.rows)
        return tuple(
            (name, tuple(zip(self.headings, row, strict=True))) for name, row in zip(ids, self.rows, strict=True)
        )


@dataclass(frozen=True, slots=True)
class Pager:
    """Where the newer and the older ones are (empty: there are none), and which these are: ``1–50 av 1 204``."""

    text: str
    newer: str = ""
    older: str = ""


@dataclass(frozen=True, slots=True)
class Drop:
    """A place to drop files: where they are sent, under which name, and what is asked for."""

    action: str
    label: str
    help: str
    button: str
    name: str = "files"
    accept: str = ""
    many: bool = True
    errors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What something was before a deed and after it; empty is nothing."""

    label: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Act:
    """A small deed beside what it is done to: a button, and the values its form sends."""

    label: str
    action: str
    hidden: tuple[tuple[str, str], ...] = ()
    choices: tuple[Choice, ...] = ()
    choose: str = ""
    choice_name: str = "to"


@dataclass(frozen=True, slots=True)
class Node:
    """A row of a tree: its code and label, what else is told of it, what can be done, and what stands under it."""

    id: str
    label: str
    code: str = ""
    note: str = ""
    href: str = ""
    mark: Mark | None = None
    strong: bool = False
    acts: tuple[Act, ...] = ()
    children: tuple["Node", ...] = ()
