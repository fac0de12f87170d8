"""How does somebody keep a view of statistics, call it something else, take it away, and get it back?"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.activities.naming import id_of
from samordna.domain.measures.view import View
from samordna.domain.measures.view_file import view_problems
from samordna.domain.values.identity_number import mask
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Refused
from samordna.office.actions.doing import doing
from samordna.office.actions.measures import saved_view_problems as problems
from samordna.office.actions.plan.plan_saying import Thing, refuse_any, say_of, text_problems
from samordna.office.questions.measures.saved_views import OWN, ever_saved, views
from samordna.office.store.plan_rows import ALWAYS, SAVED_VIEW, latest_said
from samordna.office.store.writing import alone

_DEED: Final = Deed.SAVE_VIEW
_PLACE: Final = swedish("vyns namn")
LONGEST_NAME: Final = 100


def saved_view(key: str, name: str = "") -> Thing[View]:
    """Return a view that somebody keeps, by its key and what it is called."""

    def told(view: View) -> Mapping[str, object]:
        return {"name": view.name, "measures": list(view.measures)}

    return Thing(SAVED_VIEW, key, ALWAYS, swedish("vyn {name}").format(name=name or key), told)


def save_view(view: View, name: str, *, by: Actor) -> str:
    """Keep a view under a name of its own, and return its key.

    Raises ``Refused`` when the name is another view's, shipped or kept, and when it says nothing.
    """
    name = " ".join(name.split())
    with doing(_DEED, by=by, subject=mask(saved_view("", name or _PLACE).name)), alone():
        _check_name(name, "")
        refuse_any(view_problems(view, mask(name)))
        key = _free_key(name)
        say_of(saved_view(key, name), replace(view, key=key, name=name), _DEED, by=by)
        return key


def rename_view(key: str, name: str, *, by: Actor, seen: int | None = None) -> None:
    """Call a view that is kept something else; its address stays."""
    name = " ".join(name.split())
    with doing(_DEED, by=by, subject=mask(saved_view(key).name)), alone():
        held = _held(key)
        _check_name(name, key)
        say_of(saved_view(key, name), replace(held, name=name), _DEED, by=by, seen=seen)


def remove_view(key: str, *, by: Actor, seen: int | None = None) -> str:
    """Take away a view that is kept, and return what it was called; ``restore_view`` gets it back."""
    with doing(_DEED, by=by, subject=mask(saved_view(key).name)), alone():
        held = _held(key)
        say_of(saved_view(key, held.name), None, _DEED, by=by, seen=seen)
        return held.name


def restore_view(key: str, *, by: Actor, seen: int | None = None) -> str:
    """Get back a view that was taken away, as it was, and return what it is called."""
    with doing(_DEED, by=by, subject=mask(saved_view(key).name)), alone():
        refuse_any(text_problems(_PLACE, key))
        before = next((one for one in ever_saved(key) if one is not None), None)
        latest = latest_said(SAVED_VIEW, key, ALWAYS)
        if before is None or latest is None or latest.value is not None:
            raise Refused([problems.NOTHING_REMOVED.at(_PLACE)])
        _check_name(before.name, key)
        say_of(saved_view(key, before.name), before, _DEED, by=by, seen=seen)
        return before.name


def _held(key: str) -> View:
    refuse_any(text_problems(_PLACE, key))
    latest = latest_said(SAVED_VIEW, key, ALWAYS)
    if latest is None or latest.value is None:
        raise Refused([problems.NO_SUCH_VIEW.at(_PLACE)])
    return latest.value


def _check_name(name: str, own: str) -> None:
    """Refuse a name that says nothing, points at somebody, or is another view's."""
    refuse_any(text_problems(_PLACE, name, longest=LONGEST_NAME))
    if not id_of(name):
        raise Refused([problems.WITHOUT_NAME.at(_PLACE)])
    if any(id_of(one.name) == id_of(name) and one.key != own for one in views()):
        raise Refused([problems.NAME_TAKEN.at(_PLACE, name=mask(name))])


def _free_key(name: str) -> str:
    """Return the key of a new view: of its name, with a number after it where a view that was taken away had that."""
    key = number = f"{OWN}{id_of(name)}"
    again = 1
    while latest_said(SAVED_VIEW, number, ALWAYS) is not None:
        again += 1
        number = f"{key}-{again}"
    return number
