"""What may each room import, and which imports go beyond it?

Lists of what is allowed, so that what nobody thought of is refused: a new library, a new room, a way round.
Read from the source itself and not from an import graph: that tells ``django.db`` from ``django.http`` and
names from modules, finds imports inside functions, and reads a tree that nobody runs.
"""

import ast
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

FACES = ("samordna.office.actions", "samordna.office.questions")
"""All of the office that other rooms see: the names in ``__all__`` of these two."""

PURE = frozenset({
    "abc", "bisect", "calendar", "collections", "contextlib", "dataclasses", "datetime", "decimal", "difflib", "enum",
    "fractions", "functools", "hashlib", "importlib.resources", "itertools", "math", "operator", "re", "string",
    "textwrap", "tomllib", "types", "typing", "unicodedata",
})  # fmt: skip
"""What the domain needs of Python itself: nothing that reaches a network, a database, a process or a file of others."""

PYTHON = frozenset(sys.stdlib_module_names) - {"sqlite3", "dbm"}

_SHOWN = {
    *FACES, "samordna.domain.activities", "samordna.domain.association", "samordna.domain.control",
    "samordna.domain.document", "samordna.domain.goals", "samordna.domain.ledger.entered", "samordna.domain.measures",
    "samordna.domain.participation", "samordna.domain.plan", "samordna.domain.statements", "samordna.domain.values",
    "samordna.renderers", "samordna.sources",
}  # fmt: skip
_DJANGO_SHOWS = {
    "django.apps", "django.conf", "django.contrib.messages", "django.core.files.uploadhandler", "django.core.wsgi",
    "django.forms", "django.http", "django.shortcuts", "django.template", "django.urls", "django.utils",
    "django.views.decorators",
}  # fmt: skip
_DJANGO_DRAWS = {
    "django.apps", "django.contrib.staticfiles", "django.core.files.storage", "django.forms", "django.template",
    "django.templatetags", "django.utils",
}  # fmt: skip
_WHO = {
    f"samordna.access.{part}"
    for part in ("actor", "adapter", "deeds", "entrance", "forms", "guard", "guessing", "rights")
}
_UNITS_DOMAIN = {f"samordna.domain.{part}" for part in ("document", "measures", "participation", "values")}

ALLOWED: Mapping[str, frozenset[str]] = {
    "samordna.domain": PURE | {"highspy", "numpy", "personnummer"},
    "samordna.sources": PYTHON | {"cryptography", "pxweb", "python_calamine", "samordna.domain"},
    "samordna.access": PYTHON | {"allauth", "django", "samordna.domain.values"},
    "samordna.look": PYTHON
    | _DJANGO_DRAWS
    | {"samordna.domain.document", "samordna.domain.values", "samordna.renderers"},
    "samordna.unit": PYTHON
    | {"django", "samordna.access", "samordna.look", "samordna.renderers", "samordna.sources"}
    | _UNITS_DOMAIN,
    "samordna.office.web": PYTHON
    | _SHOWN
    | _DJANGO_SHOWS
    | _WHO
    | {"allauth", "csp", "samordna.look", "samordna.office.store.settings", "waitress"},
    "samordna.demo": PYTHON | _SHOWN,
    "samordna.cli": PYTHON | _SHOWN | {"rich", "samordna.demo", "samordna.office.web.server", "typer"},
}
"""What each room may import besides itself, parts of it included."""


class Import(NamedTuple):
    """An import: the package it is from and the name, empty for a whole module."""

    source: str
    name: str = ""

    def __str__(self) -> str:
        return f"{self.source}.{self.name}" if self.name else self.source


def beyond(src: Path, room: str, faces: Mapping[str, frozenset[str]]) -> list[str]:
    """Return every import in ``room`` under ``src`` that it may not make: ``file: what``.

    ``faces`` are the names that each face exports; its modules and whatever they happen to hold are not among them.
    """
    return [
        f"{path.relative_to(src)}: {imported}"
        for path in _modules(src, room)
        for imported in _imports(ast.parse(path.read_text("utf-8")), _package(src, path), faces)
        if not _may(imported, ALLOWED[room] | {room}, faces)
    ]


def _modules(src: Path, room: str) -> list[Path]:
    folder = src / room.replace(".", "/")
    return sorted(folder.rglob("*.py")) or [path for path in (folder.with_suffix(".py"),) if path.exists()]


def _package(src: Path, path: Path) -> tuple[str, ...]:
    return path.relative_to(src).parent.parts


def _imports(tree: ast.Module, package: tuple[str, ...], faces: Mapping[str, frozenset[str]]) -> Iterator[Import]:
    called = {face.rpartition(".")[2]: face for face in faces}
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from (Import(alias.name) for alias in names)
            case ast.ImportFrom(module=module, names=names, level=level):
                above = package[: len(package) - level + 1] if level else ()
                source = ".".join((*above, *([module] if module else [])))
                yield from (Import(source, alias.name) for alias in names)
            case ast.Constant(value=str(text)) if re.fullmatch(r"samordna(\.\w+)+(:\w+)?", text):
                yield Import(text.partition(":")[0])  # a module that is named, to be loaded later
            case ast.Attribute(value=ast.Name(id=name), attr=attribute) if name in called:
                yield Import(called[name], attribute)  # ``questions.ledgers.models`` goes round the face


def _may(imported: Import, allowed: frozenset[str], faces: Mapping[str, frozenset[str]]) -> bool:
    if imported.source in allowed and imported.source in faces:
        return not imported.name or imported.name in faces[imported.source]
    if imported.source.startswith(tuple(f"{face}." for face in faces)):
        return False
    whole = (imported.source, str(imported))
    return any(name == one or name.startswith(f"{one}.") for name in whole for one in allowed)
