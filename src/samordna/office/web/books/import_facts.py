"""What is a ledger file, handed in or taken, in a few words?"""

from typing import Final

from django.urls import reverse

from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.period import month_in_words, swedish_date
from samordna.look.parts import Fact, Link
from samordna.office.questions import DraftShown, ImportShown, PastImport, TakenImport
from samordna.office.web.forms.when import day_and_time
from samordna.sources.sie.encoding import NAMES

_TYPES: Final = {
    "1": swedish("SIE typ 1, saldon för hela tiden"),
    "2": swedish("SIE typ 2, saldon per månad"),
    "3": swedish("SIE typ 3, saldon per månad och objekt"),
    "4E": swedish("SIE typ 4E, hela bokföringen"),
    "4I": swedish("SIE typ 4I, verifikationer utan balanser"),
    "5": swedish("SIE 5, hela bokföringen"),
    "5I": swedish("SIE 5, verifikationer utan balanser"),
}
_UNSAID: Final = swedish("sägs inte")


def type_in_words(file_type: str, encoding: str) -> str:
    """Return what a file is: ``SIE typ 4E, hela bokföringen``, ``Saldolista i Excel``."""
    if not file_type or file_type in _TYPES:
        return _TYPES.get(file_type, "")
    words = swedish("{table} som text (CSV)") if encoding else swedish("{table} i Excel")
    return words.format(table=file_type.capitalize())


def covered(draft: DraftShown) -> str:
    """Return the last day or month that a file covers; a dash for one that cannot be read."""
    books = draft.preview.books
    if books is None:
        return "–"
    return swedish_date(books.covered_to) if books.covered_to else month_in_words(books.totals.covers_to)


def covers(taken: TakenImport) -> str:
    """Return the last day or month that an import covers."""
    return swedish_date(taken.covered_to) if taken.covered_to else month_in_words(taken.covers_to_month)


def draft_facts(draft: DraftShown) -> tuple[Fact, ...]:
    """Return what a file that was handed in is: what it says of itself, and what there is in it."""
    form = draft.preview.form
    told = (*_form_facts(draft), *_books_facts(draft), *_file_facts(draft.size, form.encoding), _handed_in(draft))
    return tuple(fact for fact in told if fact.value)


def _form_facts(draft: DraftShown) -> tuple[Fact, ...]:
    form = draft.preview.form
    return (
        Fact(swedish("Typ"), type_in_words(form.file_type, form.encoding)),
        Fact(swedish("Kontrollsumma"), _sum(draft)),
    )


def _sum(draft: DraftShown) -> str:
    """Return whether a checksum says that nothing was changed on the way; nothing for a file that can have none."""
    form = draft.preview.form
    if form.signed:
        return swedish("stämmer: filen är som programmet skrev den")
    if draft.sum_differs:
        return swedish("stämmer inte")
    return swedish("ingen i filen") if form.file_type[:1] in {"1", "2", "3", "4"} else ""


def _books_facts(draft: DraftShown) -> tuple[Fact, ...]:
    books = draft.preview.books
    if books is None:
        return ()
    before = draft.compared.before if draft.compared else None
    unsaid = "" if draft.preview.table else _UNSAID  # a table has no place to say it
    return (
        Fact(swedish("Räkenskapsår"), books.year.in_words),
        Fact(swedish("Omfattar"), _covered_in_words(draft)),
        Fact(swedish("Företag"), _company(books.company, books.organisation_number, unsaid)),
        Fact(swedish("Program"), books.program or unsaid),
        Fact(swedish("Skapad"), swedish_date(books.generated) if books.generated else unsaid),
        Fact(swedish("Innehåll"), books.detail.in_words if books.detail.balances_only else ""),
        Fact(swedish("Konton"), swedish_number(len(books.totals.accounts))),
        Fact(swedish("Verifikationer"), _counted(books.vouchers, before.vouchers if before else None)),
        Fact(swedish("Rader"), _counted(books.postings, before.postings if before else None)),
        Fact(swedish("Rättelser i historiken"), _history(draft.preview.form.history)),
    )


def _covered_in_words(draft: DraftShown) -> str:
    """Return the months that a file covers, and the last day when it says so."""
    books = draft.preview.books
    if books is None:
        return ""
    months = books.totals.covered.in_words
    if books.covered_to is None:
        return months
    return swedish("{months}, till och med {day}").format(months=months, day=swedish_date(books.covered_to))


def _history(count: int) -> str:
    """Return how many rows tell of corrections: they are kept in the file and never booked."""
    told = swedish("1 rad, bokförs inte") if count == 1 else swedish("{count} rader, bokförs inte")
    return told.format(count=swedish_number(count)) if count else ""


def import_facts(shown: ImportShown) -> tuple[Fact, ...]:
    """Return what an import is."""
    taken, before = shown.past.taken, shown.compared.before if shown.compared else None
    return (
        Fact(swedish("Räkenskapsår"), taken.year.in_words),
        Fact(swedish("Bokfört till och med"), covers(taken)),
        Fact(swedish("Fil"), taken.file_name),
        Fact(swedish("Företag"), _company(taken.company, taken.organisation_number)),
        Fact(swedish("Program"), taken.program or _UNSAID),
        Fact(swedish("Typ"), type_in_words(taken.file_type, taken.encoding)),
        *((Fact(swedish("Innehåll"), taken.detail.in_words),) if taken.balances_only else ()),
        Fact(swedish("Verifikationer"), _counted(taken.vouchers, before.vouchers if before else None)),
        Fact(swedish("Rader"), _counted(taken.postings, before.postings if before else None)),
        *_file_facts(taken.size, taken.encoding),
        Fact(swedish("Inläst"), f"{day_and_time(taken.taken_at)}, {taken.taken_by}"),
        *_what_became(shown.past),
    )


def _what_became(past: PastImport) -> tuple[Fact, ...]:
    facts = []
    if past.replaced:
        facts.append(Fact(swedish("Ersatte"), *_version(past.replaced)))
    if past.replaced_by:
        facts.append(Fact(swedish("Ersatt av"), *_version(past.replaced_by)))
    if past.retired:
        told = f"{day_and_time(past.retired.at)}, {past.retired.by}: {past.retired.reason}"
        facts.append(Fact(swedish("Tagen ur bruk"), told))
    return tuple(facts)


def _version(version: int) -> tuple[str, Link]:
    words = swedish("inläsning {version}").format(version=version)
    return words, Link(words, reverse("import", args=[version]))


def _company(name: str, number: str, unsaid: str = _UNSAID) -> str:
    return f"{name or unsaid} ({number})".strip() if number else name or unsaid


def _counted(now: int, before: int | None) -> str:
    if before is None or before == now:
        return swedish_number(now)
    return swedish("{now} (förut {before})").format(now=swedish_number(now), before=swedish_number(before))


def _file_facts(size: int, encoding: str) -> tuple[Fact, ...]:
    letters = (Fact(swedish("Teckenkodning"), NAMES.get(encoding, encoding)),) if encoding else ()
    kilobytes = max(1, round(size / 1000)) if size else 0
    return (*letters, Fact(swedish("Storlek"), swedish("{size} kB").format(size=swedish_number(kilobytes))))


def _handed_in(draft: DraftShown) -> Fact:
    return Fact(swedish("Inlämnad"), f"{day_and_time(draft.handed_in_at)}, {draft.handed_in_by}")
