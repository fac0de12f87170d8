"""What was keyed of a group of fields, and which of its figures have changed since?"""

from collections.abc import Iterator
from dataclasses import dataclass

from samordna.domain.measures.keying.sheet import KeyingGroup


@dataclass(frozen=True, slots=True)
class KeyedFigure:
    """A field as it was keyed: its key, what it is called, and what was typed."""

    field: str
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Keyed:
    """A group of fields that was keyed (inmatat): of which activity, empty for the association, and what."""

    activity: str
    group: str
    figures: tuple[KeyedFigure, ...]


@dataclass(frozen=True, slots=True)
class ChangedSince:
    """A figure that is another one than was keyed; empty is one that was not there, or is not any more."""

    field: str
    label: str
    then: str
    now: str


def keyed_of(activity: str, group: KeyingGroup) -> Keyed:
    """Return what is keyed of a group when it is keyed as it stands: what is missing is not."""
    told = (KeyedFigure(field.key, field.label, field.value) for field in group.fields if field.value)
    return Keyed(activity, group.key, tuple(told))


def changed_since(keyed: Keyed, group: KeyingGroup) -> tuple[ChangedSince, ...]:
    """Return what is not as it was keyed, in the order of the form; what is gone from the form last."""
    return tuple(_changed(keyed, group))


def _changed(keyed: Keyed, group: KeyingGroup) -> Iterator[ChangedSince]:
    then = {one.field: one for one in keyed.figures}
    for field in group.fields:
        was = then.pop(field.key, None)
        if field.value != (was.value if was else ""):
            yield ChangedSince(field.key, field.label, was.value if was else "", field.value)
    for gone in then.values():
        yield ChangedSince(gone.field, gone.label, gone.value, "")
