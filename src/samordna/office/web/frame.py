"""What does every page show around its content?"""

from functools import partial

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from samordna.access.actor import Actor
from samordna.access.guard import actor_of
from samordna.domain.values.language import swedish
from samordna.look.frame import Frame, Person, template_for
from samordna.look.parts import Link
from samordna.office import questions
from samordna.office.web.navigation import navigation


def site(request: HttpRequest) -> dict[str, object]:
    """Return ``site`` for the templates: whose site it is, who is looking, and where they may go.

    Asked only when a template shows it: a fragment of a page has no frame. ``frame`` is the template that a screen
    extends: the whole page or, when it is fetched into the side panel, that alone.
    """
    return {"site": SimpleLazyObject(partial(_frame, request)), "frame": template_for(request.headers.get("HX-Target"))}


def _frame(request: HttpRequest) -> Frame:
    name = questions.association().name
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return Frame(association=name, navigation=(), user=None)
    actor = actor_of(request)
    return Frame(association=name, navigation=navigation(request, actor), user=_person(actor))


def _person(actor: Actor) -> Person:
    links = (Link(swedish("Mitt konto"), reverse("own_account")),)
    return Person(name=actor.name, role_name=str(actor.role.label) if actor.role else "", links=links)
