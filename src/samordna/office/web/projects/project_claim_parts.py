"""What does the page of a project show of its claims, and which forms go with them?"""

from collections.abc import Iterator

from django import forms
from django.urls import reverse

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.plan.projects.claim import Claim, ClaimState, claim_in_words, claim_steps
from samordna.domain.plan.projects.overview import next_claim
from samordna.domain.values.kronor import kronor_and_ore
from samordna.domain.values.language import swedish
from samordna.domain.values.period import swedish_date
from samordna.look.parts import Mark, Tone
from samordna.office.questions import ProjectShown
from samordna.office.web.forms.when import day_and_time
from samordna.office.web.projects.project_claim_forms import ClaimForm, ClaimStepForm

_STATES = {
    ClaimState.CLAIMED: Tone.WARN,
    ClaimState.APPROVED: Tone.INFORM,
    ClaimState.PAID: Tone.DONE,
    ClaimState.REJECTED: Tone.REFUSE,
    ClaimState.WITHDRAWN: Tone.QUIET,
}


def claims_part(shown: ProjectShown, actor: Actor, tried: tuple[str, forms.Form] | None) -> dict[str, object]:
    """Return every claim with its history and its form, and the form of a new one, for whoever may."""
    may = actor.may(Deed.CLAIM_GRANT)
    failed = dict([tried]) if tried else {}
    new: forms.Form | None = None
    if may and shown.project.is_running:
        new = failed.get("ansokan") or ClaimForm(shown.project.id, next_claim(shown.earning))
    return {
        "claims": tuple(_claims(shown, may=may, failed=failed)),
        "new_claim": new,
        "new_claim_open": "ansokan" in failed,
        "claims_wait": may and not shown.project.is_running and not shown.earning.claims,
    }


def _claims(shown: ProjectShown, *, may: bool, failed: dict[str, forms.Form]) -> Iterator[dict[str, object]]:
    for claim in shown.earning.claims:
        steps = claim_steps(claim) if may else ()
        tried = failed.get(f"ansokan-{claim.number}")
        yield {
            "number": claim.number,
            "name": claim_in_words(claim).capitalize(),
            "mark": Mark(_STATES[claim.state], claim.state.in_words.capitalize()),
            "lines": tuple(_lines(claim)),
            "said": tuple(
                f"{day_and_time(said.at)}, {said.by}" for said in shown.claims_said.get(claim.number, ()) if said.value
            ),
            "form": (tried or ClaimStepForm(claim)) if steps else None,
            "open": tried is not None,
            "seen": shown.claim_seen(claim.number),
            "action": reverse("project_claim_step", args=[shown.project.id, claim.number]),
        }


def _lines(claim: Claim) -> Iterator[str]:
    """Yield what became of a claim, line by line."""
    for entry in claim.history:
        amount = kronor_and_ore(entry.amount)
        told = swedish("{state} {day}, {amount} kr").format(
            state=entry.state.in_words.capitalize(), day=swedish_date(entry.day), amount=amount
        )
        yield f"{told}. {entry.source}" if entry.source else f"{told}."
