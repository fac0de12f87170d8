"""What is a form that a person takes home, fills in and hands back?

Told without its subject, so that whoever writes it down needs to know nothing of what is asked for.
"""

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from samordna.domain.values.money import Ore


class Entry(Enum):
    """What is written in a column of a form."""

    TEXT = "text"
    AMOUNT = "amount"
    """Kronor and öre."""
    COUNT = "count"
    """A whole number that a person writes; the form itself holds none: its cells are empty when it goes out."""
    CHOICE = "choice"
    """One of a few words."""


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column of a form: its heading, what is written in it, and whether that is for the person to write.

    ``choices`` are the words to choose among, ``help`` what is said to whoever fills it in, ``width`` how many
    characters it is to show, ``sum_of`` the headings of the columns that are to add up to it when they are used.
    """

    heading: str
    entry: Entry = Entry.TEXT
    fill_in: bool = False
    choices: tuple[str, ...] = ()
    help: str = ""
    width: int = 12
    sum_of: tuple[str, ...] = ()


FormValue: TypeAlias = str | Ore | None
"""What stands in a cell of a form: a text, an amount, or nothing yet."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form of rows. ``facts`` are label and value: which form it is, whose, and for when; ``help`` stands below them.

    Each row has a value for each column, in order.
    """

    title: str
    author: str
    facts: tuple[tuple[str, str], ...]
    help: tuple[str, ...]
    columns: tuple[FormColumn, ...]
    rows: tuple[tuple[FormValue, ...], ...]
