"""How is what is known of a ledger file shown: handed in, taken, compared?"""

from django.urls import NoReverseMatch, reverse
from django.utils.http import urlencode

from samordna.domain.document import Column, LedgerOrigin, Number, Row
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.problem import Severity
from samordna.look.parts import Cell, Heading, Link, Mark, Things, Tone
from samordna.office.questions import Compared, DraftShown, PastImport
from samordna.office.web.books.import_facts import covered, covers
from samordna.office.web.forms.when import day_and_time
from samordna.office.web.statements.figure import account_address
from samordna.renderers.html import table_html
from samordna.renderers.html.markup import Markup


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
        Cell(covered(draft)),
        Cell(swedish_number(books.vouchers) if books else "–"),
        Cell(mark=verdict(draft)),
        Cell(difference_in_words(draft.compared) if draft.compared else swedish("inget att jämföra med")),
        Cell(day_and_time(draft.handed_in_at), note=draft.handed_in_by),
    )


def verdict(draft: DraftShown) -> Mark:
    """Return what can be done with a draft, in a word or two."""
    if draft.known_already:
        return Mark(Tone.INFORM, swedish("Redan inläst"))
    if draft.needs_mapping:
        return Mark(Tone.WARN, swedish("Säg vad kolumnerna är"))
    if not draft.preview.may_be_taken:
        return Mark(Tone.REFUSE, swedish("Kan inte läsas in"))
    if draft.outdated or draft.read_otherwise:
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
        Cell(taken.file_name, note=taken.balances_only),
        Cell(covers(taken)),
        Cell("–" if taken.balances_only else swedish_number(taken.vouchers)),
        Cell("–" if taken.balances_only else swedish_number(taken.postings)),
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
