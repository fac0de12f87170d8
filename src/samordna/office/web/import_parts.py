"""How is what is known of a ledger file shown: handed in, taken, compared?"""

from typing import Final

from django.urls import NoReverseMatch, reverse
from django.utils.http import urlencode

from samordna.domain.document import Column, LedgerOrigin, Number, Row
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.period import month_in_words, swedish_date
from samordna.domain.values.problem import Severity
from samordna.look.parts import Cell, Fact, Heading, Link, Mark, Things, Tone
from samordna.office.questions import Compared, DraftShown, ImportShown, PastImport, TakenImport
from samordna.office.web.figure import account_address
from samordna.office.web.when import day_and_time
from samordna.renderers.html import table_html
from samordna.renderers.html.markup import Markup
from samordna.sources.sie.encoding import NAMES

_TYPES: Final = {"4E": swedish("SIE 4E, hela bokföringen"), "4I": swedish("SIE 4I, verifikationer utan balanser")}
_UNSAID: Final = swedish("sägs inte")


def drafts_table(drafts: tuple[DraftShown, ...]) -> Things:
    """Return the files that wait, as a table that leads to each."""
    headings = (
        Heading(swedish("Fil")),
        Heading(swedish("Räkenskapsår")),
        Heading(swedish("Bokfört till och med")),
        Heading(swedish("Verifikationer"), numbers=True),
        Heading(swedish("Vad som hittades")),
        Heading(swedish("Skillnad")),
        Heading(swedish("Inlämnad")),
    )
    return Things(swedish("Filer som väntar"), headings, tuple(map(_draft_cells, drafts)))


def _draft_cells(draft: DraftShown) -> tuple[Cell, ...]:
    books = draft.preview.books
    return (
        Cell(draft.file_name, reverse("draft", args=[draft.number])),
        Cell(books.year.in_words if books else "–"),
        Cell(_covered(draft)),
        Cell(swedish_number(books.vouchers) if books else "–"),
        Cell(mark=verdict(draft)),
        Cell(difference_in_words(draft.compared) if draft.compared else swedish("inget att jämföra med")),
        Cell(day_and_time(draft.handed_in_at), note=draft.handed_in_by),
    )


def verdict(draft: DraftShown) -> Mark:
    """Return what can be done with a draft, in a word or two."""
    if draft.known_already:
        return Mark(Tone.INFORM, swedish("Redan inläst"))
    if not draft.preview.may_be_taken:
        return Mark(Tone.REFUSE, swedish("Kan inte läsas in"))
    if draft.outdated:
        return Mark(Tone.WARN, swedish("Jämför igen"))
    warnings = sum(problem.severity is Severity.WARN for problem in draft.preview.problems)
    return warned(warnings) if warnings else Mark(Tone.DONE, swedish("Kan läsas in"))


def warned(count: int) -> Mark:
    """Return how many warnings there are."""
    words = swedish("{count} varning") if count == 1 else swedish("{count} varningar")
    return Mark(Tone.WARN, words.format(count=swedish_number(count)))


def difference_in_words(compared: Compared) -> str:
    """Return how many accounts differ."""
    count = len(compared.difference.rows)
    if not count:
        return swedish("inga konton skiljer sig")
    words = swedish("{count} konto skiljer sig") if count == 1 else swedish("{count} konton skiljer sig")
    return words.format(count=swedish_number(count))


def history_table(history: tuple[PastImport, ...]) -> Things:
    """Return the imports there have been, as a table that leads to each."""
    headings = (
        Heading(swedish("Inläsning")),
        Heading(swedish("Räkenskapsår")),
        Heading(swedish("Fil")),
        Heading(swedish("Bokfört till och med")),
        Heading(swedish("Verifikationer"), numbers=True),
        Heading(swedish("Rader"), numbers=True),
        Heading(swedish("Inläst")),
        Heading(swedish("Läge")),
    )
    return Things(swedish("Inläst bokföring"), headings, tuple(map(_history_cells, history)))


def _history_cells(past: PastImport) -> tuple[Cell, ...]:
    taken = past.taken
    return (
        Cell(str(taken.version), reverse("import", args=[taken.version])),
        Cell(taken.year.in_words),
        Cell(taken.file_name),
        Cell(covers(taken)),
        Cell(swedish_number(taken.vouchers)),
        Cell(swedish_number(taken.postings)),
        Cell(day_and_time(taken.taken_at), note=taken.taken_by),
        Cell(mark=standing(past)),
    )


def standing(past: PastImport) -> Mark:
    """Return whether an import holds, and else what came of it."""
    if past.taken.current:
        return Mark(Tone.DONE, swedish("Gäller"))
    if past.replaced_by:
        return Mark(Tone.QUIET, swedish("Ersatt av {version}").format(version=past.replaced_by))
    return Mark(Tone.QUIET, swedish("Ur bruk"))


def _covered(draft: DraftShown) -> str:
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
    return (*_books_facts(draft), *_file_facts(draft.size, draft.preview.encoding), _handed_in(draft))


def _books_facts(draft: DraftShown) -> tuple[Fact, ...]:
    books = draft.preview.books
    if books is None:
        return ()
    before = draft.compared.before if draft.compared else None
    return (
        Fact(swedish("Räkenskapsår"), books.year.in_words),
        Fact(swedish("Bokfört till och med"), _covered(draft)),
        Fact(swedish("Företag"), _company(books.company, books.organisation_number)),
        Fact(swedish("Program"), books.program or _UNSAID),
        Fact(swedish("Skapad"), swedish_date(books.generated) if books.generated else _UNSAID),
        Fact(swedish("Typ"), _TYPES.get(books.file_type, books.file_type)),
        Fact(swedish("Konton"), swedish_number(len(books.totals.accounts))),
        Fact(swedish("Verifikationer"), _counted(books.vouchers, before.vouchers if before else None)),
        Fact(swedish("Rader"), _counted(books.postings, before.postings if before else None)),
    )


def import_facts(shown: ImportShown) -> tuple[Fact, ...]:
    """Return what an import is."""
    taken, before = shown.past.taken, shown.compared.before if shown.compared else None
    return (
        Fact(swedish("Räkenskapsår"), taken.year.in_words),
        Fact(swedish("Bokfört till och med"), covers(taken)),
        Fact(swedish("Fil"), taken.file_name),
        Fact(swedish("Företag"), _company(taken.company, taken.organisation_number)),
        Fact(swedish("Program"), taken.program or _UNSAID),
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


def _company(name: str, number: str) -> str:
    return f"{name or _UNSAID} ({number})" if number else name or _UNSAID


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


def compared_table(compared: Compared | None, here: str) -> Markup | None:
    """Return the table of what differs, None when nothing does. An amount of an import leads to its account.

    ``here`` is the way back from there (``way_back``).
    """
    if compared is None or not compared.difference.rows:
        return None
    columns = {column.id: place for place, column in enumerate(compared.table.columns)}

    def address(row: Row, column: Column) -> str | None:
        cell = row.cells[columns[column.id]]
        if not isinstance(cell, Number) or not isinstance(cell.origin, LedgerOrigin):
            return None
        return account_address(cell.origin, here)

    return table_html(compared.table, title_shown=False, address=address)


def layout_link() -> str:
    """Return the address of the association's layout, empty when there is no such screen."""
    try:
        return reverse("layout")
    except NoReverseMatch:  # a screen that is not part of this installation
        return ""


def as_known_then(past: PastImport) -> Link | None:
    """Return the way to the statements as they were known while an import held."""
    period = f"{past.taken.year.start:%Y-%m}..{_dashed(past.taken.covers_to_month)}"
    asked = {"period": period}
    if not past.taken.current:
        asked["inlasningar"] = ",".join(map(str, past.known_then))
    try:
        address = reverse("statement", args=["resultat"])
    except NoReverseMatch:  # a screen that is not part of this installation
        return None
    words = swedish("Räkenskaperna") if past.taken.current else swedish("Räkenskaperna som de var kända då")
    return Link(words, f"{address}?{urlencode(asked)}")


def _dashed(month: int) -> str:
    return f"{month // 100:04d}-{month % 100:02d}"
