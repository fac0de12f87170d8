"""What does the grid's script expect to be answered when it has sent a cell?

Each function returns what the answer's JSON holds; its docstring says the answer's status. Words and numbers are
shown as they are.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from samordna.domain.values.problem import Problem


@dataclass(frozen=True, slots=True)
class SavedCell:
    """A cell as it is now held: its text, the number of its saving, and the quiet line below it."""

    row: str
    column: str
    value: str
    seen: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class NewTotal:
    """A figure that follows from what was saved: the id of its cell, and its text. ``absent``: it is not known."""

    id: str
    text: str
    absent: bool = False


def saved(cells: Iterable[SavedCell], totals: Iterable[NewTotal], told: str) -> dict[str, Any]:
    """Say (200) that the cell is saved: every cell and figure that changed, and a line that tells when."""
    return {"cells": [asdict(cell) for cell in cells], "totals": [asdict(total) for total in totals], "told": told}


def refused(problem: Problem) -> dict[str, Any]:
    """Say (422) why what was typed is not saved."""
    return {"problem": {"place": problem.place, "found": problem.found, "remedy": problem.remedy}}


def changed_meanwhile(problem: Problem, cell: SavedCell, by: str) -> dict[str, Any]:
    """Say (409) that ``by`` has saved something else in the cell since it was seen."""
    return {**refused(problem), "cell": {**asdict(cell), "by": by}}
