"""Which views of statistics are there: those that come with the program, and those that the association has made?"""

from dataclasses import dataclass
from typing import Final

from samordna.domain.measures.view import View
from samordna.domain.measures.view_file import shipped_views
from samordna.office.store.plan_rows import ALWAYS, SAVED_VIEW, Said, ever_said, history_of, holding

OWN: Final = "egen-"
"""What the key of a view that somebody made begins with."""


@dataclass(frozen=True, slots=True)
class SavedViews:
    """The views that somebody made and that hold, and those that were taken away, each as it was last."""

    held: tuple[Said[View], ...]
    removed: tuple[Said[View], ...]


def views() -> tuple[View, ...]:
    """Return every view that can be shown: those that come with the program, then the association's own by name."""
    own = sorted((one.value for one in holding(SAVED_VIEW)), key=lambda view: view.name.casefold())
    return (*shipped_views().values(), *own)


def saved_views() -> SavedViews:
    """Return the association's own views, those that were taken away with the line that did it."""
    latest: dict[str, Said[View | None]] = {}
    before: dict[str, View] = {}
    for said in ever_said(SAVED_VIEW):
        latest[said.key] = said
        if said.value is not None:
            before[said.key] = said.value
    told = [
        (said.value is not None, Said(said.number, key, said.period, before[key], said.at, said.by))
        for key, said in latest.items()
        if key in before
    ]
    held = tuple(one for holds, one in told if holds)
    return SavedViews(held, tuple(one for holds, one in told if not holds))


def ever_saved(key: str) -> tuple[View | None, ...]:
    """Return everything a view has been, latest first; None where it was taken away."""
    return tuple(said.value for said in history_of(SAVED_VIEW, key, ALWAYS))
