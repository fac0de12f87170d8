"""How is a ledger written as SIE 5?

The same model, whichever type it was read from. A whole ledger is ``<Sie>``; entries to import are ``<SieEntry>``,
with vouchers and what they refer to. It is not signed.
"""

import datetime as dt
import io
from collections import deque
from collections.abc import Iterable, Iterator
from typing import BinaryIO, Final

from samordna.domain.values.language import swedish
from samordna.domain.values.period import month_of
from samordna.domain.values.problem import Problem
from samordna.sources.sie.model import Record, SieFile
from samordna.sources.sie.xml.chart_out import Chart
from samordna.sources.sie.xml.elements import NAME_OF_JOURNAL, NAMESPACE, TYPES
from samordna.sources.sie.xml.entries_out import Journals
from samordna.sources.sie.xml.losses import Losses
from samordna.sources.sie.xml.tags import Quoted
from samordna.sources.sie.xml.values import dashed
from samordna.sources.sie.xml.years import YearMonths, numbered, year_of

_PLACE: Final = swedish("SIE 5-filen")
_TOGETHER: Final = 1_000
"""Pieces that are written at a time."""

_YEARS: Final = swedish("räkenskapsår")
_YEARS_DIFFER: Final = swedish("räkenskapsår som inte är hela månader i följd")
_COVERED: Final = swedish("uppgiften om till vilken dag filen gäller (#OMFATTN)")
_FLAG: Final = swedish("uppgiften att filen redan är inläst (#FLAGGA 1)")
_SERIAL: Final = swedish("ett förvärvsnummer som inte är något tal (#ORGNR)")
_GENERATED: Final = swedish("den dag då filen skapades")
_PERIODS: Final = swedish("saldon per månad (#PSALDO)")
_UNKNOWN: Final = swedish("poster och uppgifter som SIE inte känner")
_BEYOND: Final = swedish("uppgifter som inte hör till huvudboken")
_HEAD: Final = {
    "prose": swedish("prosa (#PROSA)"),
    "company_form": swedish("företagstyp (#FTYP)"),
    "activity_number": swedish("verksamhetsnummer (#ORGNR)"),
    "industry": swedish("branschkod (#BKOD)"),
    "address": swedish("adress (#ADRESS)"),
    "tax_year": swedish("taxeringsår (#TAXAR)"),
    "chart": swedish("kontoplanens typ (#KPTYP)"),
}
"""What SIE 5 has no place for in the head of a file."""


def write_sie5(file: SieFile, *, entry: bool = False, by: str = "", at: dt.datetime | None = None) -> bytes:
    """Return the ledger as a file of SIE 5; ``left_out_of_sie5`` tells what does not come along.

    ``entry`` writes entries to import (``<SieEntry>``) and not a whole ledger. ``by`` and ``at`` say who made the
    file and when; else it says what the ledger's own file said.
    """
    target = io.BytesIO()
    write_sie5_to(target, file, entry=entry, by=by, at=at)
    return target.getvalue()


def write_sie5_to(
    target: BinaryIO, file: SieFile, *, entry: bool = False, by: str = "", at: dt.datetime | None = None
) -> tuple[Problem, ...]:
    """Write the ledger to an open file piece by piece, and return what did not come along, each with how many.

    A whole ledger that does not say which year it is for cannot be read by anybody: the problems then refuse it.
    """
    losses = Losses(_type(entry=entry))
    waiting: list[str] = []
    for piece in _Writing(file, losses, entry=entry).pieces(by, at):
        waiting.append(piece)
        if len(waiting) == _TOGETHER:
            target.write("".join(waiting).encode())
            waiting.clear()
    target.write("".join(waiting).encode())
    return losses.problems(_PLACE)


def left_out_of_sie5(file: SieFile, *, entry: bool = False) -> tuple[Problem, ...]:
    """Return what does not come along when the ledger is written as SIE 5, without writing it anywhere."""
    losses = Losses(_type(entry=entry))
    deque(_Writing(file, losses, entry=entry).pieces("", None), maxlen=0)
    return losses.problems(_PLACE)


def _type(*, entry: bool) -> str:
    return TYPES["SieEntry" if entry else "Sie"]


class _Writing:
    """Writes one file."""

    def __init__(self, file: SieFile, losses: Losses, *, entry: bool) -> None:
        self._file, self._losses, self._entry = file, losses, entry
        self._quoted = Quoted(losses)

    def pieces(self, by: str, at: dt.datetime | None) -> Iterator[str]:
        """Yield the file piece by piece."""
        file, quoted, losses, entry = self._file, self._quoted, self._losses, self._entry
        chart = Chart(file, quoted, losses, entry=entry)
        root = "SieEntry" if entry else "Sie"
        yield f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{NAMESPACE}">\n'
        yield from self._file_info(by, at)
        yield from chart.accounts()
        yield from chart.dimensions()
        yield from chart.aggregations()
        names = {} if entry else dict(_journal_names(file.beyond))
        yield from Journals(quoted, losses, names, entry=entry).journals(file.vouchers)
        yield f"</{root}>\n"
        losses.left_out(_PERIODS, len(file.period_balances))
        losses.left_out(_UNKNOWN, len(file.others) + len(file.trailing))
        losses.left_out(_BEYOND, len(file.beyond) - len(names))

    def _file_info(self, by: str, at: dt.datetime | None) -> Iterator[str]:
        head, quoted = self._file.head, self._quoted
        for part, what in _HEAD.items():
            said = getattr(head, part)
            self._losses.left_out(what, len(said) if isinstance(said, tuple) else bool(said))
        self._losses.left_out(_FLAG, head.flagged)
        yield "<FileInfo>\n"
        yield quoted.element("SoftwareProduct", name=head.program, version=head.program_version) + "/>\n"
        yield quoted.element("FileCreation", time=self._time(at), by=by or head.generated_by) + "/>\n"
        yield self._company()
        yield from () if self._entry else self._years()
        self._losses.left_out(_YEARS, len(self._file.years) if self._entry else 0)
        self._losses.left_out(_COVERED, bool(head.covered_to) and (self._entry or 0 not in self._file.years))
        yield quoted.element("AccountingCurrency", currency=head.currency or "SEK") + "/>\n</FileInfo>\n"

    def _time(self, at: dt.datetime | None) -> str | None:
        """Return when the file was made: a moment in UTC, or the day that the ledger's own file was."""
        if at is not None:
            return at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        generated = self._file.head.generated
        self._losses.missing(_GENERATED, generated is None)
        return f"{generated.isoformat()}T00:00:00Z" if generated else None

    def _company(self) -> str:
        head, serial = self._file.head, self._file.head.acquisition_number
        is_number = serial.isascii() and serial.isdecimal()
        self._losses.left_out(_SERIAL, bool(serial) and not is_number)
        return (
            self._quoted.element(
                "Company",
                organizationId=head.organisation_number,
                multiple=serial if is_number else None,
                name=head.company,
                clientId=head.company_code or None,
            )
            + "/>\n"
        )

    def _years(self) -> Iterator[str]:
        covered, written = self._file.head.covered_to, list(self._written_years())
        if not any(year.primary for year in written):
            self._losses.no_year()
        if numbered(written) != dict(self._file.years):
            self._losses.left_out(_YEARS_DIFFER)
        yield "<FiscalYears>\n"
        for year in sorted(written):
            yield (
                self._quoted.element(
                    "FiscalYear",
                    start=dashed(year.first),
                    end=dashed(year.last),
                    primary="true" if year.primary else None,
                    lastCoveredDate=covered.isoformat() if covered and year.primary else None,
                )
                + "/>\n"
            )
        yield "</FiscalYears>\n"

    def _written_years(self) -> Iterator[YearMonths]:
        for number, year in self._file.years.items():
            first, last = dashed(month_of(year.start)), dashed(month_of(year.end))
            try:
                yield year_of(first, last, primary=number == 0)
            except ValueError:
                continue  # the numbers differ then, which is told


def _journal_names(beyond: Iterable[Record]) -> Iterator[tuple[str, str]]:
    """Yield the names of series, which only SIE 5 has, by series."""
    for label, fields, _ in beyond:
        match fields:
            case (str(series), str(name)) if label == NAME_OF_JOURNAL:
                yield series, name
