"""What does a voucher say, and which papers belong to it?"""

from collections.abc import Iterator
from typing import Final
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import GROUP
from samordna.domain.values.problem import Refused
from samordna.look.parts import Cell, Confirm, Drop, Fact, Heading, Link, Mark, Things, Tone
from samordna.office import actions, questions
from samordna.office.questions import AttachmentShown, Likeness, VoucherRow, VoucherShown
from samordna.office.web.books.object_address import object_address
from samordna.office.web.forms.wanted import Wanted, address_period
from samordna.office.web.forms.when import day_and_time
from samordna.office.web.pages.papers import SHOWN_IN_PLACE, hand_over_paper, sent_paper
from samordna.office.web.pages.way_back import came_from, from_here, way_back
from samordna.office.web.routing import Route

_UNPROCESSABLE: Final = 422


def voucher(request: HttpRequest, number: int) -> HttpResponse:
    """Show a voucher: as a page, or in the panel beside what led to it."""
    return _page(request, number)


def attach(request: HttpRequest, number: int) -> HttpResponse:
    """Put the paper that was sent to the voucher; one that is refused is told of where it was chosen."""
    name, data = sent_paper(request)
    try:
        paper = actions.attach(number, name=name, data=data, by=actor_of(request))
    except Refused as refusal:
        if questions.voucher(number) is None:
            raise Http404(_UNKNOWN) from refusal
        told = _page(request, number, tuple(f"{problem.found} {problem.remedy}" for problem in refusal.problems))
        told["HX-Push-Url"] = reverse("voucher", args=[number])
        return told
    messages.success(request, swedish("{name} ligger nu vid verifikationen.").format(name=paper.file_name))
    return redirect(f"{reverse('voucher', args=[number])}{came_from(request)}")


def attachment(request: HttpRequest, number: int) -> HttpResponse:
    """Hand over a paper as just what it is: it can run nothing, and the trail says who took it."""
    paper = questions.attachment(number)
    if paper is None:
        raise Http404(swedish("Underlaget finns inte, eller är borttaget från sin verifikation."))
    said = swedish("{file} vid verifikation {voucher}").format(file=paper.shown.file_name, voucher=paper.voucher)
    return hand_over_paper(request, paper, said)


def withdraw(request: HttpRequest, number: int) -> HttpResponse:
    """Take a paper from its voucher, and lead back to that."""
    paper = actions.withdraw_attachment(number, reason=request.POST.get("reason", ""), by=actor_of(request))
    messages.success(request, swedish("{name} är borttaget. Det finns kvar i arkivet.").format(name=paper.file_name))
    of = request.POST.get("verifikation", "")
    if not (of.isascii() and of.isdigit() and len(of) < 19):
        return redirect("overview")
    return redirect(f"{reverse('voucher', args=[int(of)])}{came_from(request)}")


_UNKNOWN: Final = swedish("Verifikationen finns inte. Sök efter den på nummer, belopp eller text.")


def _page(request: HttpRequest, number: int, errors: tuple[str, ...] = ()) -> HttpResponse:
    shown, actor = questions.voucher(number), actor_of(request)
    if shown is None:
        raise Http404(_UNKNOWN)
    here = from_here(request)
    told = {
        "shown": shown,
        "facts": tuple(_facts(shown)),
        "rows": [_row(row, shown, here) for row in shown.rows],
        "neighbours": _neighbours(shown, request),
        "others": _others(shown),
        "attachments": [_attachment(paper, shown, actor, came_from(request)) for paper in shown.attachments],
        "drop": _drop(shown, errors, came_from(request)) if actor.may(Deed.ATTACH) and shown.numbered else None,
        "back": way_back(request) or Link(swedish("Till sökningen"), "/sok/"),
    }
    return render(request, "vouchers/voucher.html", told, status=_UNPROCESSABLE if errors else 200)


def _facts(shown: VoucherShown) -> Iterator[Fact]:
    taken = shown.taken
    told = swedish("{version}, {file}").format(version=taken.version, file=taken.file_name)
    yield Fact(swedish("Datum"), shown.date.isoformat())
    if shown.text:
        yield Fact(swedish("Text"), shown.text)
    link = Link(swedish("Inläsning"), f"/inlasning/{taken.version}/")
    yield Fact(swedish("Inläsning"), told if taken.current else f"{told} {swedish('(gäller inte längre)')}", link)


def _row(row: VoucherRow, shown: VoucherShown, here: str) -> dict[str, object]:
    pairs = {"period": address_period(shown.period), "inlasning": shown.taken.version}
    ending = f"&{here}" if here else ""
    taken = shown.taken
    then = () if taken.current else questions.as_known_then(taken.version)
    wanted = Wanted(period=taken.covered, versions=then)
    return {
        "row": row,
        "href": f"{reverse('account', args=[row.account])}?{urlencode(pairs)}{ending}",
        "objects": [
            Link(f"{one.key[1]} {one.name}".strip(), f"{object_address(*one.key, wanted)}{ending}", note=one.dimension)
            for one in row.objects
        ],
    }


def _neighbours(shown: VoucherShown, request: HttpRequest) -> tuple[Link, ...]:
    """Return the ways to the vouchers before and after; the way back stays the same."""
    ending = came_from(request)
    words = ((swedish("Föregående: {name}"), shown.previous), (swedish("Nästa: {name}"), shown.next))
    return tuple(
        Link(said.format(name=one.name), f"/verifikation/{one.id}/{ending}", panel=True) for said, one in words if one
    )


_LIKENESS: Final = {
    Likeness.SAME: Mark(Tone.DONE, swedish("Oförändrad")),
    Likeness.CHANGED: Mark(Tone.WARN, swedish("Ändrad")),
    Likeness.ABSENT: Mark(Tone.WARN, swedish("Saknas")),
    Likeness.NO_VOUCHERS: Mark(Tone.QUIET, swedish("Filen hade inga")),
}


def _others(shown: VoucherShown) -> Things | None:
    """Return what the other imports of the year say of the voucher."""
    rows = tuple(
        (
            Cell(
                swedish("Inläsning {version}").format(version=other.taken.version),
                href=f"/verifikation/{other.voucher}/" if other.voucher else f"/inlasning/{other.taken.version}/",
                panel=other.voucher is not None,
                note=swedish("gäller") if other.taken.current else "",
            ),
            Cell(mark=_LIKENESS[other.likeness]),
            Cell(day_and_time(other.taken.taken_at)),
        )
        for other in shown.others
    )
    words = (swedish("Inläsning"), swedish("Verifikationen"), swedish("Inläst"))
    return Things(swedish("Verifikationen i andra inläsningar"), tuple(map(Heading, words)), rows) if rows else None


def _attachment(paper: AttachmentShown, shown: VoucherShown, actor: Actor, ending: str) -> dict[str, object]:
    confirm = Confirm(
        label=swedish("Ta bort …"),
        question=swedish("{name} visas då inte längre här. Det finns kvar i arkivet.").format(name=paper.file_name),
        action=f"{reverse('withdraw_attachment', args=[paper.id])}{ending}",
        button=swedish("Ta bort underlaget"),
        reason_label=swedish("Varför?"),
        hidden=(("verifikation", str(shown.id)),),
    )
    return {
        "paper": paper,
        "href": reverse("attachment", args=[paper.id]),
        "in_place": paper.media_type in SHOWN_IN_PLACE,
        "told": f"{_size(paper.size)}, {day_and_time(paper.attached_at)}, {paper.attached_by}",
        "confirm": confirm if actor.may(Deed.WITHDRAW_ATTACHMENT) else None,
    }


def _size(size: int) -> str:
    """Return ``340 kB`` or ``2,4 MB``."""
    if size < 1_000_000:
        return f"{max(round(size / 1000), 1)}{GROUP}kB"
    return f"{size / 1_000_000:.1f}{GROUP}MB".replace(".", ",")


def _drop(shown: VoucherShown, errors: tuple[str, ...], ending: str) -> Drop:
    about = swedish("En faktura eller ett annat papper, som PDF, PNG eller JPEG på högst {megabytes} MB.").format(
        megabytes=actions.ATTACHMENT_LIMITS.megabytes
    )
    return Drop(
        action=f"{reverse('attach', args=[shown.id])}{ending}",
        label=swedish("Lägg till underlag"),
        help=about,
        button=swedish("Lägg till"),
        name="file",
        accept=".pdf,.png,.jpg,.jpeg,application/pdf,image/png,image/jpeg",
        many=False,
        errors=errors,
    )


ROUTES: Final = (
    Route("verifikation/<int:number>/", "voucher", voucher, reads=Deed.READ_VOUCHERS),
    Route("verifikation/<int:number>/underlag/", "attach", attach, does=Deed.ATTACH),
    Route("underlag/<int:number>/", "attachment", attachment, reads=Deed.READ_VOUCHERS),
    Route("underlag/<int:number>/ta-bort/", "withdraw_attachment", withdraw, does=Deed.WITHDRAW_ATTACHMENT),
)
