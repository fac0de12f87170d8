"""Which layouts come with the program, and which version of one holds for a year?

A layout is a folder under ``layouts/``; each file in it is a version, named after the first fiscal year it
holds for, until a later one takes over.
"""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

from samordna.domain.statements.layout import Layout
from samordna.domain.statements.layout_file import read_layout
from samordna.domain.statements.problems import UNKNOWN_LAYOUT
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Refused

_SHIPPED: Final = files("samordna.domain.statements") / "layouts"


def layout_names() -> tuple[str, ...]:
    """Return the names of the layouts that come with the program."""
    return tuple(sorted(folder.name for folder in _SHIPPED.iterdir() if folder.is_dir() and folder.name[0].isalpha()))


def shipped_years(name: str) -> tuple[int, ...]:
    """Return the years that the versions of a layout hold from; none for a name that does not come with the program."""
    return tuple(sorted(_versions(name)))


def _versions(name: str) -> dict[int, Traversable]:
    if name not in layout_names():
        return {}
    return {int(file.name.removesuffix(".toml")): file for file in (_SHIPPED / name).iterdir()}


@cache
def shipped_layout(name: str, year: int) -> Layout:
    """Return the version of a layout that holds for a fiscal year (the year it ends in).

    Raises ``Refused`` when there is no such layout, or none that holds so early.
    """
    versions = _versions(name)
    holding = [first for first in versions if first <= year]
    if holding:
        chosen = versions[max(holding)]
        return read_layout(chosen.read_text(encoding="utf-8"), f"{name}/{chosen.name}")
    known = ", ".join(layout_names())
    raise Refused([UNKNOWN_LAYOUT.at(swedish("uppställning"), name=name, year=year, known=known)])
