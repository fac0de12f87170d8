"""No room imports more than it may, and each rule is seen to say so when it is broken."""

import dataclasses
import enum
import importlib
import inspect
import typing
from pathlib import Path

import pytest
from django.db import models
from tests.house.allowed import ALLOWED, FACES, beyond

SRC = Path(__file__).parents[2] / "src"
EXPORTED = {face: frozenset(importlib.import_module(face).__all__) for face in FACES}

# A line that is fine in a file of a room, or that goes beyond what it may.
FINE = {
    "samordna/domain/values/net.py": "import re\nfrom importlib.resources import files\nimport personnummer",
    "samordna/domain/ledger/books.py": "from samordna.domain.values import money\nfrom ..values.money import Ore",
    "samordna/sources/sie.py": "import hashlib\nfrom samordna.domain.ledger import books",
    "samordna/access/models.py": "from django.db import models",
    "samordna/look/parts.py": "from samordna.domain.values import problem\nfrom django.template import Library",
    "samordna/unit/__init__.py": "from samordna.domain import values, measures\nfrom django.db import models",
    "samordna/unit/store/rows.py": "from samordna.look import page\nimport samordna.access.actor",
    "samordna/office/web/views.py": "from django.http import HttpRequest\nfrom samordna.office import questions",
    "samordna/office/web/urls.py": "from samordna.office.web.views import start\nfrom samordna.renderers.html import a",
    "samordna/demo/build.py": "from samordna.office.actions import take_ledgers, TERMINAL",
    "samordna/cli/front.py": "import rich.table\nMODULE = 'samordna.renderers.pdf:render_pdf'",
}
BROKEN = {
    "samordna/domain/values/net.py": [
        "import requests", "import sqlalchemy", "import django.db", "import sqlite3", "import socket",
        "from samordna.sources import sie", "def late():\n    import urllib.request", "import importlib",
    ],
    "samordna/sources/sie.py": ["import django", "import requests", "from samordna.renderers import html"],
    "samordna/access/models.py": ["from samordna.office.store import models", "import requests"],
    "samordna/look/parts.py": [
        "from samordna.domain.ledger import books", "import samordna.access.actor",
        "from django.http import HttpRequest", "from django.db import models", "from samordna.office import questions",
        "import django",
    ],
    "samordna/unit/__init__.py": [
        "from samordna.domain import ledger", "import samordna.domain.reports", "from samordna import office",
        "from samordna.office.actions import take_ledgers", "from samordna.domain.ledger.books import Books",
        "from ..domain import ledger", "import samordna.cli",
    ],
    "samordna/office/web/__init__.py": [
        "from samordna.office.store import models", "from samordna.access.models import User",
        "from django.db import connection", "from samordna.office import store", "from ..store import models",
        "from samordna.office.questions.books.ledgers import taken_import",
        "import samordna.office.actions.books.ledgers",
        "from samordna.domain.ledger.books import Books", "from django import db", "import django",
    ],
    "samordna/demo/build.py": ["from samordna.office.store.writing import alone", "import django.conf"],
    "samordna/cli/ledgers.py": [
        "from samordna.office.questions.books.ledgers import models", "from samordna.office.questions import ledgers",
        "from samordna.office import questions\nquestions.ledgers.models.LedgerImport", "import samordna.access.actor",
        "MODULE = 'samordna.office.store.models'", "import sqlite3", "import psycopg", "from samordna.unit import web",
    ],
}  # fmt: skip


def room_of(file: str) -> str:
    return max((room for room in ALLOWED if file.startswith(room.replace(".", "/"))), key=len)


def planted(src: Path, file: str, text: str) -> list[str]:
    path = src / file
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    return beyond(src, room_of(file), EXPORTED)


@pytest.mark.parametrize("room", ALLOWED)
def test_a_room_imports_only_what_it_may(room):
    assert beyond(SRC, room, EXPORTED) == []


@pytest.mark.parametrize("file", FINE)
def test_what_a_room_may_import_is_let_through(tmp_path, file):
    assert planted(tmp_path, file, FINE[file]) == []


@pytest.mark.parametrize(("file", "text"), [(file, text) for file, texts in BROKEN.items() for text in texts])
def test_what_it_may_not_is_told(tmp_path, file, text):
    assert planted(tmp_path, file, text) != []


def test_every_rule_has_been_seen_to_fail():
    assert {room_of(file) for file in BROKEN} == set(ALLOWED)


def models_in(hint: object) -> set[object]:
    """Return the models that a type speaks of, whatever it wraps them in."""
    inner = {found for part in typing.get_args(hint) for found in models_in(part)}
    return inner | ({hint} if inspect.isclass(hint) and issubclass(hint, models.Model | models.QuerySet) else set())


@pytest.mark.parametrize("name", [f"{face}.{name}" for face, names in EXPORTED.items() for name in sorted(names)])
def test_a_face_shows_functions_and_frozen_values_and_no_model(name):
    module, _, attribute = name.rpartition(".")
    shown = getattr(importlib.import_module(module), attribute)
    value = shown if inspect.isclass(shown) else type(shown)
    frozen = dataclasses.is_dataclass(value) and value.__dataclass_params__.frozen
    assert inspect.isfunction(shown) or frozen or issubclass(value, enum.Enum)
    assert [
        hint
        for hint in typing.get_type_hints(shown if inspect.isfunction(shown) else value).values()
        if models_in(hint)
    ] == []


def test_a_model_on_a_face_would_be_seen():
    assert models_in(tuple[models.Model, ...])
    assert models_in(models.QuerySet)
    assert not models_in(tuple[int, ...])
