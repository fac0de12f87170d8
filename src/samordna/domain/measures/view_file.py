"""How is a view (TOML) read, and which come with the program?"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import fields
from functools import cache
from importlib.resources import files
from typing import Any, Final

from samordna.domain.measures import problems as kinds
from samordna.domain.measures.registry import BY_KEY, Form
from samordna.domain.measures.view import ACTIVITY, UNIT, RowGroup, View, ViewKind, divisions, table_by
from samordna.domain.measures.wanted import START_TO_END
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem, Refused

_SHIPPED: Final = files("samordna.domain.measures") / "views"


@cache
def shipped_views() -> Mapping[str, View]:
    """Return the views that come with the program by their keys, in the order of their files."""
    found = sorted((file for file in _SHIPPED.iterdir() if file.name.endswith(".toml")), key=lambda one: one.name)
    views = (read_view(file.read_text(encoding="utf-8"), file.name) for file in found)
    return {view.key: view for view in views}


def view_named(key: str) -> View:
    """Return a view that comes with the program; raises ``Refused`` for one that does not."""
    views = shipped_views()
    if key not in views:
        raise Refused([kinds.UNKNOWN_VIEW.at(swedish("statistik"), name=key, known=", ".join(views))])
    return views[key]


def read_view(text: str, name: str) -> View:
    """Return the view that ``text`` describes; raises ``Refused`` with every problem found."""
    try:
        view = _view(tomllib.loads(text))
    except (KeyError, TypeError, ValueError) as error:
        raise Refused([kinds.UNREADABLE_VIEW.at(name, reason=error)]) from error
    problems = tuple(view_problems(view, name))
    if problems:
        raise Refused(problems)
    return view


def _view(told: Mapping[str, Any]) -> View:
    unknown = sorted(set(told) - _WORDS)
    if unknown:
        raise ValueError(swedish("ordet ”{word}” finns inte").format(word=unknown[0]))
    return View(
        key=str(told["key"]),
        name=str(told["name"]),
        kind=ViewKind(told["kind"]),
        measures=tuple(told["measures"]),
        by=tuple(told.get("by", ())),
        groups=tuple(RowGroup(key, str(one["name"]), tuple(one["codes"])) for key, one in _groups(told)),
        activities=tuple(told.get("activities", ())),
        units=tuple(told.get("units", ())),
        only_groups=bool(told.get("only_groups", False)),
        shares=bool(told.get("shares", False)),
        headings=tuple(told.get("headings", ())),
        description=str(told.get("description", "")),
    )


_WORDS: Final = frozenset(one.name for one in fields(View))


def _groups(told: Mapping[str, Any]) -> tuple[tuple[str, Mapping[str, Any]], ...]:
    return tuple(told.get("groups", {}).items())


def view_problems(view: View, name: str) -> Iterator[Problem]:
    """Yield what a view refers to that is not there."""
    for key in view.measures:
        if key not in BY_KEY:
            yield kinds.UNKNOWN_MEASURE.at(name, name=key, known=", ".join(BY_KEY))
    for key in view.measures if view.by else ():
        if key in BY_KEY and BY_KEY[key].form is Form.MEAN:
            yield kinds.ANSWERS_UNDIVIDED.at(name, measure=BY_KEY[key].name)
    if view.division and all(key in BY_KEY for key in view.measures):
        yield from _division_problems(view, name)


def _division_problems(view: View, name: str) -> Iterator[Problem]:
    ends = START_TO_END if view.kind is ViewKind.START_TO_END else ("",)
    for measure in view.shown:
        if measure.form not in (Form.COUNT, Form.SHARE):
            continue
        divided = [table_by(measure.numerator.table, f"{view.division}{end}") for end in ends]
        if measure.form is Form.COUNT and None in divided:
            known = [one for one in divisions() if table_by(measure.numerator.table, one)]
            told = ", ".join((UNIT, ACTIVITY, *known))
            yield kinds.UNKNOWN_DIVISION.at(name, name=view.division, measure=measure.key, known=told)


def asked_view(measures: tuple[str, ...], by: tuple[str, ...]) -> View:
    """Return the view of some measures divided by something, as it was asked for.

    One measure, or any that is divided by a code list, is told by gender; several are told beside each other. Raises
    ``Refused`` for a measure or a division that is not there.
    """
    several = len(measures) > 1 and not set(by) - {UNIT, ACTIVITY}
    kind = ViewKind.BY_GENDER if not several else ViewKind.SIDE_BY_SIDE if by else ViewKind.SUMMARY
    agreed = any(key in BY_KEY and BY_KEY[key].agreed for key in measures)
    kind = ViewKind.SIDE_BY_SIDE if agreed and kind is ViewKind.SUMMARY else kind
    means = any(key in BY_KEY and BY_KEY[key].form is Form.MEAN for key in measures)
    key = "-".join(("asked", *measures, *by))
    view = View(key, swedish("Statistik"), ViewKind.CHANGE if means else kind, measures, by)
    problems = tuple(view_problems(view, swedish("statistik")))
    if problems:
        raise Refused(problems)
    return view
