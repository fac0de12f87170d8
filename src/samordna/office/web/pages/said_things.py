"""How are things that people say listed: what holds, what was said before, and a form to say otherwise?"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from django import forms
from django.http import HttpRequest

from samordna.office.questions import SaidOf
from samordna.office.web.forms.when import day_and_time

T = TypeVar("T")

WITHDRAW: Final = "bort"
"""What the button that takes a thing back sends."""


@dataclass(frozen=True, slots=True)
class InWords:
    """A thing as it is told: what it is called, what is said of it, and where that is written."""

    name: str
    value: str
    source: str


@dataclass(frozen=True, slots=True)
class Tried:
    """A form that could not be taken: of which list, of which thing in it, empty for a new one."""

    of: str
    thing: str
    form: forms.Form


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing in a list; without a ``form`` when it was taken back."""

    thing: str
    name: str
    value: str
    source: str
    seen: int
    before: tuple[str, ...]
    withdrawn: str
    form: forms.Form | None
    open: bool = False


@dataclass(frozen=True, slots=True)
class SaidList:
    """Things of one kind on a page: their title and what they are, what the form of a new one is called."""

    id: str
    title: str
    note: str
    none: str
    add: str
    action: str
    headings: tuple[str, str, str]
    entries: tuple[Entry, ...]
    new: forms.Form
    may: bool


def entries(
    things: Iterable[SaidOf[T]],
    words: Callable[[SaidOf[T], T], InWords],
    form_of: Callable[[SaidOf[T], T], forms.Form],
    tried: Tried | None,
) -> tuple[Entry, ...]:
    """Return the things of a list, those that were taken back among them; ``tried`` is of this list."""
    return tuple(_entry(one, words, form_of, tried) for one in things)


def _entry(
    one: SaidOf[T],
    words: Callable[[SaidOf[T], T], InWords],
    form_of: Callable[[SaidOf[T], T], forms.Form],
    tried: Tried | None,
) -> Entry:
    held, thing = one.holds, thing_of(one)
    last = held if held is not None else next(said.value for said in one.said if said.value is not None)
    told = words(one, last)
    opened = tried is not None and tried.thing == thing
    form = None if held is None else tried.form if tried and opened else form_of(one, held)
    before = tuple(
        f"{words(one, said.value).value}, {said.by} {day_and_time(said.at)}"
        for said in one.said[1:]
        if said.value is not None
    )
    latest = one.said[0]
    return Entry(
        thing=thing,
        name=told.name,
        value=told.value if held is not None else "",
        source=told.source if held is not None else "",
        seen=one.seen,
        before=before,
        withdrawn="" if held is not None else f"{latest.by} {day_and_time(latest.at)}",
        form=form,
        open=opened,
    )


def thing_of(one: SaidOf[T]) -> str:
    """Return what a form calls a thing: its key and its months."""
    return f"{one.key}|{one.period}"


def named(things: Sequence[SaidOf[T]], request: HttpRequest) -> SaidOf[T] | None:
    """Return the thing that a form is of; None for a new one, and for one that is not there."""
    wanted = request.POST.get("sak", "")
    return next((one for one in things if thing_of(one) == wanted), None)


def tried_in(tried: Tried | None, of: str) -> Tried | None:
    """Return what was tried when it is of a list."""
    return tried if tried and tried.of == of else None


def new_form(tried: Tried | None, blank: forms.Form, entries_there: Iterable[Entry]) -> forms.Form:
    """Return the form of a new thing: the one that was tried, when that was of none that is there."""
    there = {one.thing for one in entries_there if one.form}
    return tried.form if tried and tried.thing not in there else blank
