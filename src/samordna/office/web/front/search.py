"""Where is what somebody looks for?"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final
from urllib.parse import quote, urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import GROUP
from samordna.look.parts import Link
from samordna.office import questions
from samordna.office.questions import LineHit, SearchAnswer, VoucherHit
from samordna.office.web.books.object_address import object_address
from samordna.office.web.forms.wanted import Wanted
from samordna.office.web.routing import Route
from samordna.office.web.statements.statement_pickers import statement_address

SUGGESTED: Final = 4
"""Hits of a kind that are suggested while somebody types."""

_PIECES = tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class _Hit:
    """Something that was found: where it is, what it is called in pieces, and what else is told of it."""

    href: str
    title: _PIECES
    note: _PIECES = ()
    figure: str = ""
    panel: bool = False


@dataclass(frozen=True, slots=True)
class _Group:
    """Hits of one kind."""

    id: str
    title: str
    hits: tuple[_Hit, ...]
    more: bool

    @property
    def count(self) -> str:
        """How many there are, as far as they were counted."""
        return swedish("fler än {count}").format(count=len(self.hits)) if self.more else str(len(self.hits))


def search(request: HttpRequest) -> HttpResponse:
    """Show what is found for ``q``: on a page, or as suggestions under the field."""
    asked, suggesting = request.GET.get("q", ""), _is_suggesting(request)
    ask = partial(questions.search, most=SUGGESTED) if suggesting else questions.search
    answer = ask(asked, by=actor_of(request))
    here = urlencode({"fran": f"/sok/?{urlencode({'q': answer.asked})}"}, safe="/")
    told = {
        "query": answer.asked,
        "searched": answer.asked,
        "answer": answer,
        "groups": tuple(group for group in _groups(answer, "" if suggesting else here) if group.hits),
        "all": _address(answer.asked),
    }
    if not suggesting and not told["groups"]:
        told["examples"] = tuple(_examples(request))
    return render(request, "search/suggestions.html" if suggesting else "search/search.html", told)


def _address(asked: str) -> str:
    return f"/sok/?{urlencode({'q': asked})}"


def _examples(request: HttpRequest) -> Iterator[Link]:
    """Yield what could be searched for, out of the association's own books, each with what it finds."""
    shown = questions.search_examples(actor_of(request))
    if shown is None:
        return
    amount = shown.amount.text if shown.amount else ""
    told = (
        (
            shown.word,
            swedish("konton, rader och verifikationer med ordet") if amount else swedish("konton och rader med ordet"),
        ),
        (shown.account[:2], swedish("konton som börjar på {start}").format(start=shown.account[:2])),
        (shown.centre, swedish("kostnadsstället med den koden")),
        (shown.voucher, swedish("verifikationen med den serien och det numret")),
        (amount, swedish("verifikationer med det beloppet, i debet eller kredit")),
        (shown.line, swedish("rader i räkningarna, och hjälp")),
    )
    for asked, finds in told:
        if asked:
            yield Link(asked, _address(asked), note=finds)


def _is_suggesting(request: HttpRequest) -> bool:
    return "HX-Request" in request.headers and request.headers.get("HX-Target") != "panel"


def _groups(answer: SearchAnswer, here: str) -> Iterator[_Group]:
    """Yield what was found, kind by kind: what has the very number first, help last."""
    ending = f"?{here}" if here else ""
    vouchers = (
        ("nummer", swedish("Verifikationer med numret"), answer.numbers),
        ("belopp", swedish("Verifikationer med beloppet"), answer.amounts),
        ("text", swedish("Verifikationer med orden"), answer.texts),
    )
    accounts = tuple(
        _Hit(f"/konto/{quote(hit.number, safe='')}/{ending}", hit.title, panel=True) for hit in answer.accounts.rows
    )
    objects = tuple(
        _Hit(object_address(*hit.key) + ending, hit.title, _plain(hit.dimension), panel=True)
        for hit in answer.objects.rows
    )
    yield _Group("konton", swedish("Konton"), accounts, answer.accounts.more)
    yield _Group("objekt", swedish("Kostnadsställen och projekt"), objects, answer.objects.more)
    for name, title, hits in vouchers:
        yield _Group(name, title, tuple(_voucher(hit, ending) for hit in hits.rows), hits.more)
    yield from _things(answer)
    lines = tuple(_line(hit, ending) for hit in answer.lines.rows)
    yield _Group("rader", swedish("Räkningar och rader"), lines, answer.lines.more)
    topics = tuple(_Hit(f"/hjalp/{hit.id}/", hit.title, hit.summary) for hit in answer.help.rows)
    yield _Group("hjalp", swedish("Hjälp"), topics, answer.help.more)


def _things(answer: SearchAnswer) -> Iterator[_Group]:
    """Yield what is done, agreed, aimed at and told, each leading to its page."""
    kinds = (
        ("insatser", swedish("Insatser"), answer.activities, "activity"),
        ("utforare", swedish("Utförare"), answer.performers, "performer"),
        ("avtal", swedish("Avtal"), answer.agreements, "agreement"),
        ("externa-projekt", swedish("Externa projekt"), answer.projects, "project"),
        ("mal", swedish("Mål"), answer.goals, "goal"),
        ("siffror", swedish("Siffror in"), answer.answers, "counts_of_unit"),
    )
    for name, title, hits, page in kinds:
        found = tuple(_Hit(reverse(page, args=hit.place), hit.title, _plain(hit.note)) for hit in hits.rows)
        yield _Group(name, title, found, hits.more)
    rows = answer.measures.rows
    measures = tuple(_Hit(f"{reverse('measures')}#{hit.place[0]}", hit.title, _plain(hit.note)) for hit in rows)
    yield _Group("matt", swedish("Mått"), measures, answer.measures.more)


def _voucher(hit: VoucherHit, ending: str) -> _Hit:
    figure = f"{hit.amount.text}{GROUP}kr" if hit.amount else ""
    note = (*hit.text, *_plain(swedish(" · konto {account}").format(account=hit.account) if hit.account else ""))
    return _Hit(
        f"/verifikation/{hit.id}/{ending}", _plain(f"{hit.name}, {hit.date.isoformat()}"), note, figure, panel=True
    )


def _line(hit: LineHit, ending: str) -> _Hit:
    if hit.place is None:
        return _Hit(statement_address(hit.kind, Wanted()), hit.title)
    figure = Wanted().figure(hit.place.statement, hit.place.line, hit.place.column)
    if figure is None:
        return _Hit(statement_address(hit.kind, Wanted()), hit.title, _plain(hit.statement))
    return _Hit(f"{figure}{ending}", hit.title, _plain(hit.statement), panel=True)


def _plain(text: str) -> _PIECES:
    return ((text, False),) if text else ()


ROUTES: Final = (Route("sok/", "search", search, reads=Deed.READ_BOOKS),)
