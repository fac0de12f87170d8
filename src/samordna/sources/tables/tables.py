"""Which sheets with cells does a file hold?"""

from dataclasses import dataclass
from typing import Final

from samordna.domain.ledger.findings import Findings
from samordna.domain.ledger.problems import tables as kinds
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem
from samordna.sources.tables.cells import Grid
from samordna.sources.tables.delimited import grid_of
from samordna.sources.tables.limits import Unreadable
from samordna.sources.tables.workbook import grids_of

_PACKAGE: Final = b"PK"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAMS: Final = (
    ("EncryptedPackage", swedish("en arbetsbok med lösenord")),
    ("Workbook", swedish("ett äldre Excel-dokument (.xls)")),
    ("Book", swedish("ett äldre Excel-dokument (.xls)")),
)
_MARKUP: Final = (
    (b"urn:schemas-microsoft-com:office:spreadsheet", swedish("ett Excel-dokument i XML från 2003")),
    (b"<html", swedish("en webbsida, vad den än heter")),
    (b"<table", swedish("en webbsida, vad den än heter")),
)
_BEGINNING: Final = 2_000


@dataclass(frozen=True, slots=True)
class Tables:
    """The sheets of a file with their cells; a table of text is one sheet without a name."""

    grids: tuple[Grid, ...]
    problems: tuple[Problem, ...]
    encoding: str = ""


def tables_of(data: bytes, name: str) -> Tables:
    """Return the sheets of a workbook or of a table of text. It never raises for content; problems say what it is."""
    findings = Findings(name)
    try:
        if data.startswith(_PACKAGE):
            return Tables(grids_of(data), findings.problems)
        _tell_others(data)
        grid, encoding = grid_of(data, findings)
        return Tables((grid,) if grid.rows else (), findings.problems, encoding)
    except Unreadable as unreadable:
        findings.in_file(unreadable.kind, **unreadable.fields)
        return Tables((), findings.problems)


def is_workbook(data: bytes) -> bool:
    """Tell whether a file is a workbook or something that was meant to be one, by how it begins."""
    return data.startswith((_PACKAGE, _OLE)) or bool(_markup(data))


def _tell_others(data: bytes) -> None:
    if data.startswith(_OLE):
        names = ((stream.encode("utf-16-le"), what) for stream, what in _STREAMS)
        what = next((what for stream, what in names if stream in data), swedish("ett äldre Office-dokument"))
        raise Unreadable(kinds.OTHER_WORKBOOK, what=what)
    if what := _markup(data):
        raise Unreadable(kinds.OTHER_WORKBOOK, what=what)


def _markup(data: bytes) -> str:
    beginning = data[:_BEGINNING].lower()
    if not beginning.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return ""
    return next((what for sign, what in _MARKUP if sign in beginning), "")
