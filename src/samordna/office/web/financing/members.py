"""How are the members, their groups, the key and the weights shown and changed?"""

from typing import Final

from django.http import HttpRequest, HttpResponse

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.values.language import swedish
from samordna.domain.values.period import swedish_date
from samordna.office import actions, questions
from samordna.office.web.financing.members_forms import KeyForm, MemberForm, WeightForm
from samordna.office.web.financing.members_page import REMOVE, Tried, changed, day_named, members_page, typed
from samordna.office.web.forms.seen import seen_in
from samordna.office.web.routing import Route


def members(request: HttpRequest) -> HttpResponse:
    """Show who stands together, and by which key they pay."""
    return members_page(request)


def lawful(request: HttpRequest) -> HttpResponse:
    """Lay up the groups of the law."""

    def done() -> str:
        since = day_named(request.POST.get("fran", ""), swedish("grupperna enligt lagen"))
        actions.lay_up_lawful_groups(since, by=actor_of(request), seen=seen_in(request))
        return swedish("Grupperna enligt lagen är upplagda. Lägg till regionen och kommunerna.")

    return changed(request, done, "medlemmar")


def group(request: HttpRequest) -> HttpResponse:
    """Add, rename or remove a paying group."""
    sent, by, seen = request.POST, actor_of(request), seen_in(request)
    chosen, name = sent.get("grupp", ""), sent.get("namn", "").strip()

    def done() -> str:
        if sent.get("steg") == REMOVE:
            actions.remove_paying_group(chosen, by=by, seen=seen)
            return swedish("Gruppen är borttagen.")
        if sent.get("steg") == "namn":
            actions.rename_paying_group(chosen, name, by=by, seen=seen)
            return swedish("Gruppen heter nu {name}.").format(name=name)
        actions.add_paying_group(name, by=by, seen=seen)
        return swedish("Gruppen {name} är tillagd. Ange dess del i nyckeln.").format(name=name)

    return changed(request, done, "grupper")


def member(request: HttpRequest) -> HttpResponse:
    """Add, change or remove a member."""
    sent, by, seen = request.POST, actor_of(request), seen_in(request)
    association = questions.members_shown().association
    code = sent.get("kod", "")
    if sent.get("steg") == REMOVE:

        def removed() -> str:
            actions.remove_member(code, by=by, seen=seen)
            return swedish("Medlemmen är borttagen.")

        return changed(request, removed, "medlemmar")
    held = association.member(code) if code else None
    form = MemberForm(association, sent, held=held)

    def done() -> str:
        if held:
            actions.change_member(form.member, by=by, seen=seen)
            return swedish("{member} är ändrad.").format(member=form.member.name)
        actions.add_member(form.member, form.new_weight, by=by, seen=seen)
        return swedish("{member} är tillagd.").format(member=form.member.name)

    return typed(request, form, done, Tried({"member": form}, code if held else ""), "medlemmar")


def key(request: HttpRequest) -> HttpResponse:
    """Enter the key that holds from a day on, or take one away."""
    by, seen = actor_of(request), seen_in(request)
    if request.POST.get("steg") == REMOVE:

        def removed() -> str:
            since = day_named(request.POST.get("dag", ""), swedish("fördelningsnyckeln"))
            actions.remove_key(since, by=by, seen=seen)
            return swedish("Fördelningsnyckeln är borttagen.")

        return changed(request, removed, "nyckel")
    form = KeyForm(questions.members_shown().association, request.POST)

    def done() -> str:
        actions.set_key(form.key, by=by, seen=seen)
        return swedish("Fördelningsnyckeln från {day} är sparad.").format(day=swedish_date(form.key.since))

    return typed(request, form, done, Tried({"key": form}), "nyckel")


def weight(request: HttpRequest) -> HttpResponse:
    """Enter what a member is agreed to weigh, or take that away."""
    sent, by, seen = request.POST, actor_of(request), seen_in(request)
    if sent.get("steg") == REMOVE:

        def removed() -> str:
            since = day_named(sent.get("dag", ""), swedish("vikten"))
            actions.remove_weight(sent.get("medlem", ""), since, by=by, seen=seen)
            return swedish("Vikten är borttagen.")

        return changed(request, removed, "vikter")
    form = WeightForm(questions.members_shown().association, sent)

    def done() -> str:
        actions.agree_weight(form.agreed, by=by, seen=seen)
        return swedish("Vikten är sparad.")

    return typed(request, form, done, Tried({"weight": form}), "vikter")


def undo(request: HttpRequest) -> HttpResponse:
    """Take back the latest change."""

    def done() -> str:
        actions.undo_members(by=actor_of(request), seen=seen_in(request))
        return swedish("Medlemmar och nyckel är som de var före den senaste ändringen.")

    return changed(request, done)


_MEMBERS: Final = "finansiering/medlemmar/"
ROUTES: Final = (
    Route(_MEMBERS, "members", members, reads=Deed.READ_BOOKS),
    Route(f"{_MEMBERS}lagen/", "members_lawful", lawful, does=Deed.CHANGE_MEMBERS),
    Route(f"{_MEMBERS}grupp/", "members_group", group, does=Deed.CHANGE_MEMBERS),
    Route(f"{_MEMBERS}medlem/", "members_member", member, does=Deed.CHANGE_MEMBERS),
    Route(f"{_MEMBERS}nyckel/", "members_key", key, does=Deed.CHANGE_MEMBERS),
    Route(f"{_MEMBERS}vikt/", "members_weight", weight, does=Deed.CHANGE_MEMBERS),
    Route(f"{_MEMBERS}angra/", "members_undo", undo, does=Deed.CHANGE_MEMBERS),
)
