"""How is money claimed of a project's grant, and what became of a claim told?"""

from typing import Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.plan.projects.claim import claim_in_words
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Refused
from samordna.office import actions
from samordna.office.web.forms.plan_fields import told_at
from samordna.office.web.forms.seen import seen_in
from samordna.office.web.projects import project_parts as parts
from samordna.office.web.projects.project_claim_forms import AT, ClaimForm, ClaimStepForm
from samordna.office.web.projects.project_wanted import ProjectWanted
from samordna.office.web.projects.projects import project_page, shown_or_404
from samordna.office.web.routing import Route


def claim(request: HttpRequest, name: str) -> HttpResponse:
    """Enter a claim."""
    shown_or_404(name, ProjectWanted())
    form = ClaimForm(name, None, request.POST)
    if form.is_valid():
        try:
            claimed, told = actions.claim_grant(form.claim, by=actor_of(request))
        except Refused as refusal:
            told_at(form, refusal, AT)
        else:
            words = swedish("{claim} är inlagd.").format(claim=claim_in_words(claimed).capitalize())
            parts.tell(request, words, told)
            return _to_claims(name)
    return project_page(request, name, ("ansokan", form))


def claim_step(request: HttpRequest, name: str, number: int) -> HttpResponse:
    """Tell what became of a claim."""
    shown = shown_or_404(name, ProjectWanted())
    held = next((one for one in shown.earning.claims if one.number == number), None)
    if held is None:
        raise Http404(swedish("Projektet har ingen sådan ansökan."))
    form = ClaimStepForm(held, request.POST)
    if form.is_valid():
        seen = seen_in(request)
        try:
            taken = actions.take_claim_step(name, number, form.taken, **form.told, by=actor_of(request), seen=seen)
        except Refused as refusal:
            told_at(form, refusal, AT)
        else:
            words = swedish("{claim} är nu {state}.")
            told = words.format(claim=claim_in_words(taken).capitalize(), state=taken.state.in_words)
            messages.success(request, told)
            return _to_claims(name)
    return project_page(request, name, (f"ansokan-{number}", form))


def _to_claims(name: str) -> HttpResponse:
    return redirect(f"{reverse('project', args=[name])}#ansokningar")


_CLAIM: Final = "projekt/<str:name>/ansokan/"
ROUTES: Final = (
    Route(_CLAIM, "project_claim", claim, does=Deed.CLAIM_GRANT),
    Route(f"{_CLAIM}<int:number>/", "project_claim_step", claim_step, does=Deed.CLAIM_GRANT),
)
