"""What does a unit hand in: every table with its sums, what is wrong, who vouches for it, and what came of it?"""

from collections.abc import Iterable
from http import HTTPStatus
from typing import Any, Final

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from samordna.domain.participation.asked import unanswered
from samordna.domain.participation.collecting.submission import SubmissionState, SubmissionStep
from samordna.domain.participation.counts_report import LONGEST_TEXT, CountsReport, VouchedBy
from samordna.domain.participation.filling import seen_word, to_hand_in, without_blanks
from samordna.domain.participation.held_against import differences, in_words
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem, Refused
from samordna.look.parts import Confirm, Tone
from samordna.office import actions
from samordna.office.web.counts.counts_form_link import Opened, OpenForm, by_link
from samordna.office.web.counts.counts_form_problems import FORM_CHANGED
from samordna.office.web.counts.counts_form_sums import sums_of, tables_of
from samordna.office.web.counts.counts_form_told import Told, placed, problems_in, questions_in
from samordna.office.web.forms.numbers import number_of
from samordna.office.web.forms.seen import seen_in
from samordna.office.web.forms.when import day_and_time

_HANDED_IN: Final = frozenset({SubmissionStep.SEND_IN, SubmissionStep.CORRECT})
_HALF_FILLED, _TWO_ANSWERS = "counts-half-filled", "counts-two-answers"


class HandInForm(forms.Form):
    """What is said besides the counts when they are handed in."""

    role = forms.ChoiceField(
        label=swedish("Vem intygar siffrorna?"),
        help_text=swedish("Rollen, inget namn."),
        choices=(("", swedish("Välj roll")), *((one.name, one.value.capitalize()) for one in VouchedBy)),
        error_messages={
            "required": swedish("Välj den roll som intygar siffrorna."),
            "invalid_choice": swedish("Välj en roll i listan."),
        },
    )
    complete = forms.BooleanField(
        label=swedish("Uppgifterna är kompletta: det som är lämnat tomt är menat så"), required=False
    )
    reason = forms.CharField(
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": swedish("Texten är för lång. Korta den till högst 500 tecken.")},
    )

    def __init__(self, said: Any, form: OpenForm) -> None:
        report = form.submission.report if form.submission else None
        super().__init__(said, initial={"role": report.vouched_by.name} if report else {})
        label, told = _REASONS.get(form.state, ("", ""))
        self.fields["reason"].label, self.fields["reason"].help_text = label, told
        if not label:
            del self.fields["reason"]
        if not unanswered(form.report, form.asked):
            del self.fields["complete"]


_REASONS: Final = {
    SubmissionState.SENT_IN: (
        swedish("Varför ändras siffrorna?"),
        swedish("Behövs när något skiljer sig från det som redan är lämnat. Inga namn, inget om enskilda."),
    ),
    SubmissionState.SENT_BACK: (swedish("Svar till kansliet"), swedish("Inga namn, inget om enskilda.")),
}


@by_link
def summary(request: HttpRequest, link: Opened, activity: str) -> HttpResponse:
    """Show what is to be handed in, and hand it in."""
    form = link.form(activity)
    names = {"secret": link.secret, "activity": activity}
    receipt_address = reverse("counts_form_receipt", kwargs=names)
    if request.method != "POST":
        return _summary(request, link, form, HandInForm(None, form)) if form.is_open else redirect(receipt_address)
    said = HandInForm(request.POST, form)
    if not said.is_valid():
        return _summary(request, link, form, said)
    try:
        _hand_in(request, link, form, said.cleaned_data)
    except Refused as refusal:
        left = _told_in(said, refusal.problems)
        return _summary(request, link, link.form(activity), said, left)
    return redirect(receipt_address)


def _hand_in(request: HttpRequest, link: Opened, form: OpenForm, said: dict[str, Any]) -> None:
    if request.POST.get("sett") != _word(form):
        raise Refused([FORM_CHANGED.at(form.asked.activity.name)])
    complete = bool(said.get("complete", True))
    report = to_hand_in(form.report, form.asked, VouchedBy[said["role"]], complete=complete)
    actions.hand_in_counts(report, by=link.actor, reason=said.get("reason", ""), seen=seen_in(request))


def _told_in(said: HandInForm, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Put what is wrong at the field that mends it, and return the rest."""
    left = []
    for one in problems:
        at = {_HALF_FILLED: "complete", _TWO_ANSWERS: "reason"}.get(one.code)
        if at in said.fields:
            said.add_error(at, f"{one.found} {one.remedy}")
        else:
            left.append(one)
    return tuple(left)


def _summary(
    request: HttpRequest, link: Opened, form: OpenForm, said: HandInForm, refused: tuple[Problem, ...] = ()
) -> HttpResponse:
    found = problems_in(form)
    standing = {(one.place, one.found) for one in found}
    context = {
        "link": link,
        "form": form,
        "sums": sums_of(form.report, form, linked=True),
        "problems": found,
        "refused": tuple(one for one in placed(refused, form) if (one.place, one.found) not in standing),
        "stops": any(one.tone is Tone.REFUSE for one in found),
        "questions": questions_in(form),
        "differences": _differences(form),
        "blank": len(unanswered(form.report, form.asked)),
        "hand_in": said,
        "word": _word(form),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if said.errors or refused else HTTPStatus.OK
    return render(request, "counts_form/summary.html", context, status=status)


def _differences(form: OpenForm) -> tuple[str, ...]:
    """Return where the form differs from what was handed in, in words."""
    if form.submission is None:
        return ()
    already = without_blanks(form.submission.report)
    return tuple(in_words(one, form.asked) for one in differences(already, form.report))


def _word(form: OpenForm) -> str:
    return seen_word(form.report, form.asked, [table.key for table in form.asked.count_tables])


@by_link
def receipt(request: HttpRequest, link: Opened, activity: str) -> HttpResponse:
    """Show what was handed in and when, to be read and printed; and where it may still be changed."""
    form = link.form(activity)
    return redirect(form.address) if form.submission is None else _receipt(request, link, form)


@by_link
def discard(request: HttpRequest, link: Opened, activity: str) -> HttpResponse:
    """Throw away changes that were saved and not handed in, and lead back to what was handed in."""
    form = link.form(activity)
    try:
        actions.discard_counts(form.line, by=link.actor, turn=number_of(request.POST.get("tur", "")) or 0)
    except Refused as refusal:
        return _receipt(request, link, form, refusal.problems)
    return redirect(reverse("counts_form_receipt", kwargs={"secret": link.secret, "activity": activity}))


def _receipt(request: HttpRequest, link: Opened, form: OpenForm, problems: tuple[Problem, ...] = ()) -> HttpResponse:
    if form.submission is None:
        raise Http404
    report: CountsReport = form.submission.report
    context = {
        "link": link,
        "form": form,
        "sent_at": _sent_at(form),
        "role": report.vouched_by.value,
        "complete": report.complete,
        "sums": sums_of(report, form, linked=False),
        "tables": tables_of(report, form),
        "problems": _told_of(form),
        "questions": questions_in(form),
        "history": tuple((one.day, one.step.in_words, one.told) for one in form.submission.history),
        "draft": form.saved_at is not None,
        "differences": _differences(form) if form.saved_at else (),
        "discard": _discarding(link, form),
        "refused": problems,
    }
    status = HTTPStatus.CONFLICT if problems else HTTPStatus.OK
    return render(request, "counts_form/receipt.html", context, status=status)


def _discarding(link: Opened, form: OpenForm) -> Confirm:
    names = {"secret": link.secret, "activity": form.asked.activity.key}
    question = swedish("Ändringarna som inte är lämnade försvinner. Det som är lämnat står kvar som det är.")
    hidden = (("tur", str(form.turn)),)
    action = reverse("counts_form_discard", kwargs=names)
    return Confirm(swedish("Kasta utkastet …"), question, action, swedish("Kasta utkastet"), hidden=hidden)


def _told_of(form: OpenForm) -> tuple[Told, ...]:
    """Return what was told of what was handed in all the same; of a form that is changed since, nothing."""
    return () if form.saved_at else tuple(one for one in problems_in(form) if one.tone is not Tone.REFUSE)


def _sent_at(form: OpenForm) -> str:
    """Return when the report that stands was handed in: the day, and the time while nothing has been done with it."""
    if form.state is SubmissionState.SENT_IN and form.seen_at:
        return day_and_time(form.seen_at)
    history = form.submission.history if form.submission else ()
    return next((one.day.isoformat() for one in reversed(history) if one.step in _HANDED_IN), "")
