"""What does an account hold over some months, and which postings make it up?"""

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, unquote, urlencode

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.document import Column, LedgerOrigin, Number, Row, Table
from samordna.domain.statements.selection import WHOLE_ACCOUNTS, ObjectSelection
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.period import Period
from samordna.domain.values.problem import ProblemKind, Refused, Severity
from samordna.look.parts import Cell, Choice, Fact, Heading, Link, Pager, Picker, Things
from samordna.office import questions
from samordna.office.questions import AccountShown, PostingKey, PostingShown, PostingsPage, PostingTurn
from samordna.office.web.forms.wanted import NO_IMPORTS, NO_PERIOD, address_period
from samordna.office.web.pages.way_back import from_here, way_back
from samordna.office.web.routing import Route
from samordna.office.web.statements.figure import account_address, address_objects, spark, spark_key, value_text
from samordna.renderers.html import table_html

_VERSION: Final = re.compile(r"[1-9][0-9]{0,8}")
_KEY: Final = re.compile(r"([0-9]{6})-([0-9]{1,18})")

NO_OBJECTS: Final = ProblemKind(
    "address-no-objects",
    Severity.REFUSE,
    swedish("Adressen säger inga objekt: {why}."),
    swedish("Skriv objekt=1:3001, eller ta bort det ur adressen."),
)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What an address wants of an account: which months, objects and import, and which page of its postings."""

    period: Period | None
    objects: ObjectSelection
    version: int | None
    turn: PostingTurn

    @classmethod
    def read(cls, query: QueryDict) -> "_Wanted":
        """Return what an address wants; a page that cannot be understood is the first. Raises ``Refused``."""
        oldest = query.get("ordning") == "aldst"
        turn = PostingTurn(not oldest, _key(query.get("efter", "")), _key(query.get("fore", "")))
        version = query.get("inlasning", "")
        if version and not _VERSION.fullmatch(version):
            raise Refused([NO_IMPORTS.at("inlasning", why=swedish("ett nummer är inget nummer"))])
        return cls(_period(query.get("period", "")), _objects(query), int(version) if version else None, turn)

    def pairs(self, *, period: Period | None = None) -> list[tuple[str, str]]:
        """Return what the address holds besides the page."""
        held = period or self.period
        pairs = [("period", address_period(held))] if held else []
        if self.objects.keys:
            pairs.append(("objekt", address_objects(self.objects.keys)))
        if self.version:
            pairs.append(("inlasning", str(self.version)))
        return pairs


def _period(text: str) -> Period | None:
    try:
        return Period.parse(text) if text else None
    except ValueError as error:
        raise Refused([NO_PERIOD.at("period", why=error)]) from None


def _objects(query: QueryDict) -> ObjectSelection:
    text = query.get("objekt", "")
    if "\0" in text:  # no database holds it, and one of them minds being asked
        raise Refused([NO_OBJECTS.at("objekt", why=swedish("ett tecken i dem finns inte i något objekt"))])
    try:
        written = ObjectSelection.parse(text) if text else WHOLE_ACCOUNTS
        return ObjectSelection(tuple((dimension, unquote(code)) for dimension, code in written.keys))
    except ValueError as error:
        raise Refused([NO_OBJECTS.at("objekt", why=error)]) from None


def _key(text: str) -> PostingKey | None:
    found = _KEY.fullmatch(text)
    return PostingKey(int(found[1]), int(found[2])) if found else None


def account(request: HttpRequest, number: str) -> HttpResponse:
    """Show an account: its months for whoever reads the books, its postings for whoever reads vouchers."""
    wanted, actor = _Wanted.read(request.GET), actor_of(request)
    shown = questions.account(number, period=wanted.period, objects=wanted.objects, version=wanted.version)
    if shown is None:
        raise Http404(swedish("Kontot finns inte i kontoplanen. Sök efter det, eller se räkenskaperna."))
    page: dict[str, object] = {
        "shown": shown,
        "title": f"{shown.account.number} {shown.account.name}",
        "facts": _facts(shown),
        "pickers": (_periods(shown),),
        "keep": [pair for pair in wanted.pairs() if pair[0] != "period"],
        "action": _path(number),
        "back": way_back(request) or Link(swedish("Till räkenskaperna"), "/rakenskaper/"),
        "may_read_vouchers": actor.may(Deed.READ_VOUCHERS),
        **_months(shown),
    }
    if shown.taken.balances_only:
        page["balances_only"] = f"{shown.taken.balances_only} {_NOTHING_BEHIND}"
    elif actor.may(Deed.READ_VOUCHERS):
        page |= _postings(request, shown, wanted)
    return render(request, "account/account.html", page)


_NOTHING_BEHIND: Final = swedish("Beloppet går inte att följa längre än hit.")


def _path(number: str) -> str:
    return f"/konto/{quote(number, safe='')}/"


def _facts(shown: AccountShown) -> tuple[Fact, ...]:
    taken = shown.taken
    version = Link(swedish("Inläsning"), f"/inlasning/{taken.version}/")
    amounts = (
        (swedish("Ingående saldo"), shown.opening),
        (swedish("Bokfört"), shown.moved),
        (swedish("Utgående saldo"), shown.closing),
    )
    told = swedish("{version}, {file}").format(version=taken.version, file=taken.file_name)
    return (
        Fact(swedish("Period"), shown.period.in_words),
        *(Fact(label, value_text(amount)) for label, amount in amounts if amount is not None),
        *(Fact(swedish("Begränsat"), limit) for limit in shown.limited),
        Fact(swedish("Inläsning"), told if taken.current else f"{told} {swedish('(gäller inte längre)')}", version),
    )


def _periods(shown: AccountShown) -> Picker:
    """Return the choice of months within the import's fiscal year."""
    known = questions.periods([shown.taken.version])
    listed = [(choice.period, choice.label) for year in known.years for choice in year.choices]
    if shown.period not in dict(listed):
        listed.insert(0, (shown.period, shown.period.in_words.capitalize()))
    choices = (Choice(address_period(period), label, current=period == shown.period) for period, label in listed)
    return Picker("period", swedish("Period"), tuple(choices))


def _months(shown: AccountShown) -> dict[str, object]:
    """Return the months as a picture and as tables, each month leading to its own page of the account."""
    if shown.months is None:
        return {}
    return {
        "sparkline": spark(shown.months),
        "sparkline_key": spark_key(shown.months),
        "months": _linked(shown.months),
        "balances": _linked(shown.balances) if shown.balances else None,
    }


def _linked(table: Table) -> str:
    def address(row: Row, column: Column) -> str | None:
        cell = row.cells[table.columns.index(column)]
        origin = cell.origin if isinstance(cell, Number) else None
        return account_address(origin) if isinstance(origin, LedgerOrigin) else None

    return table_html(table, title_shown=False, address=address)


def _postings(request: HttpRequest, shown: AccountShown, wanted: _Wanted) -> dict[str, object]:
    number, version = shown.account.number, shown.taken.version
    page = questions.account_postings(number, shown.period, version=version, objects=wanted.objects, turn=wanted.turn)
    here = from_here(request)
    pairs = wanted.pairs(period=shown.period)
    return {
        "postings": _rows(page.rows, here) if page.rows else None,
        "pager": _pager(page, wanted, number, pairs),
        "order": Picker("ordning", swedish("Ordning"), tuple(_orders(wanted, number, pairs))),
    }


def _rows(rows: tuple[PostingShown, ...], here: str) -> Things:
    ending = f"?{here}" if here else ""
    shown = tuple(
        (
            Cell(row.voucher_name, href=f"/verifikation/{row.voucher}/{ending}", panel=True),
            Cell(row.date.isoformat()),
            Cell(row.text, note=", ".join(code for _, code in row.objects)),
            Cell(row.amount.text),
        )
        for row in rows
    )
    words = (swedish("Verifikation"), swedish("Datum"), swedish("Text och objekt"))
    headings = (*map(Heading, words), Heading(swedish("Belopp, kr"), numbers=True))
    return Things(swedish("Bokförda rader"), headings, shown)


def _pager(page: PostingsPage, wanted: _Wanted, number: str, pairs: list[tuple[str, str]]) -> Pager:
    """Return the ways to newer and older postings, whichever order they stand in."""
    newer, older = (page.previous, page.next) if wanted.turn.newest_first else (page.next, page.previous)
    return Pager(_counted(page), *(_turned(turn, number, pairs) for turn in (newer, older)))


def _counted(page: PostingsPage) -> str:
    if page.count is None:
        return swedish("{shown} rader av många").format(shown=len(page.rows))
    told = swedish("1 rad") if page.count == 1 else swedish("{count} rader")
    if page.count > len(page.rows):
        told = swedish("{shown} av {count} rader")
    return told.format(count=swedish_number(page.count, 0), shown=len(page.rows))


def _turned(turn: PostingTurn | None, number: str, pairs: list[tuple[str, str]]) -> str:
    """Return the address of another page of postings; empty for none."""
    if turn is None:
        return ""
    name, key = ("efter", turn.after) if turn.after else ("fore", turn.before)
    order = [] if turn.newest_first else [("ordning", "aldst")]
    at = [(name, f"{key.month}-{key.number}")] if key else []
    return f"{_path(number)}?{urlencode([*pairs, *order, *at], safe='.:')}"


def _orders(wanted: _Wanted, number: str, pairs: list[tuple[str, str]]) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            word, label, current=wanted.turn.newest_first is newest, href=_turned(PostingTurn(newest), number, pairs)
        )
        for word, label, newest in (
            ("nyast", swedish("Nyaste först"), True),
            ("aldst", swedish("Äldsta först"), False),
        )
    )


ROUTES: Final = (Route("konto/<str:number>/", "account", account, reads=Deed.READ_BOOKS),)
