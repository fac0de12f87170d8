"""Which cells did somebody change in a grid that was sent as a plain form?"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from samordna.look.grid_parts import SHOWN, cell_name

TAKE: Final = "take"
"""The name of the button that leaves what was typed for what another wrote; its value is the cell's name."""


@dataclass(frozen=True, slots=True)
class ChangedCell:
    """A cell that holds something else than it was shown with: what was typed, and which saving was seen."""

    row: str
    column: str
    value: str
    seen: int


def changed_cells(posted: Mapping[str, str]) -> tuple[ChangedCell, ...]:
    """Return the cells of a form that were changed; raises ``ValueError`` when it does not say what it showed.

    A cell that was not sent, or that somebody left for what another wrote in it, is not among them.
    """
    left = posted.get(TAKE)
    return tuple(
        ChangedCell(row, column, posted[name], seen)
        for row, column, value, seen in _shown(posted.get(SHOWN, ""))
        if (name := cell_name(row, column)) in posted and name != left and posted[name] != value
    )


def _shown(text: str) -> Iterator[tuple[str, str, str, int]]:
    """Yield row, column, text and number of every cell as it was shown. The text comes from a browser."""
    try:
        held = json.loads(text)
    except RecursionError as deep:
        raise ValueError(f"{SHOWN} is nested") from deep
    if not isinstance(held, list):
        raise ValueError(f"{SHOWN} is no list")  # noqa: TRY004 - whoever asks handles one kind of error
    for cell in held:
        match cell:
            case [str(row), str(column), str(value), int(seen)]:
                yield row, column, value, seen
            case _:
                raise ValueError(f"{SHOWN} holds {cell!r}")
