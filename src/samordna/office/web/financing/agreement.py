"""How is an agreement entered, read, changed, taken through its life, and given its papers?"""

from typing import Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.plan.agreements.life import AgreementState, AgreementStep
from samordna.domain.plan.agreements.steps import steps_of
from samordna.domain.plan.agreements.terms import AgreedPart, ServiceAgreement
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem, Refused
from samordna.look.parts import Drop, Link
from samordna.office import actions, questions
from samordna.office.questions import AgreementShown
from samordna.office.web.financing import agreement_parts as parts
from samordna.office.web.financing.agreement_form import AT, AgreementForm, StepForm, YearOf
from samordna.office.web.forms.numbers import number_of
from samordna.office.web.forms.plan_fields import told_at
from samordna.office.web.forms.plan_year import ends
from samordna.office.web.forms.seen import seen_in
from samordna.office.web.pages.papers import hand_over_paper, sent_paper
from samordna.office.web.routing import Route

_UNPROCESSABLE: Final = 422


def new_agreement(request: HttpRequest) -> HttpResponse:
    """Enter an agreement; the address may say which sum without one it begins with."""
    register = questions.plan_held().plan.register
    if not register.rows:
        messages.info(request, swedish("Lägg upp kostnadsställena först: ett avtal gäller en rad i registret."))
        return redirect("register")
    sent = request.POST if request.method == "POST" else None
    form = AgreementForm(register, sent, held=_begun(request), new=True)
    if form.is_valid():
        try:
            number, told = actions.write_agreement(
                form.agreement(0, _year_of()),
                by=actor_of(request),
                signed=form.cleaned_data["signed"],
                replaces_sums=form.cleaned_data["replaces"],
            )
        except Refused as refusal:
            told_at(form, refusal, AT)
        else:
            return _done(request, number, swedish("Avtalet är inlagt."), told)
    told_page = {"form": form, "title": swedish("Nytt avtal"), "back": reverse("agreements"), "sums_help": True}
    return render(request, "agreements/form.html", told_page, status=_UNPROCESSABLE if form.errors else 200)


def _begun(request: HttpRequest) -> ServiceAgreement | None:
    """Return what a new agreement begins with: the sum without one that the address names."""
    said, row = number_of(request.GET.get("ar", "")), request.GET.get("rad", "")
    year = questions.plan_year(said) if said else None
    if year is None or not row:
        return None
    sums = (one for one in questions.plan_held().plan.agreed if not one.agreement)
    found = next((one for one in sums if (one.row, one.year) == (row, year)), None)
    if found is None:
        return None
    part = AgreedPart(found.row, found.year, found.amount, found.profile)
    return ServiceAgreement(0, found.performer, found.source, year.first, year.last, (part,))


def agreement(request: HttpRequest, number: int) -> HttpResponse:
    """Show an agreement: its terms, what it feeds, its versions, papers and steps."""
    return _page(request, _shown(number))


def change(request: HttpRequest, number: int) -> HttpResponse:
    """Change a draft, or make a new version of what was signed."""
    shown = _shown(number)
    held, register = shown.agreement, questions.plan_held().plan.register
    if not {AgreementStep.CHANGE, AgreementStep.AMEND} & set(steps_of(held)):
        return redirect("agreement", number)
    sent = request.POST if request.method == "POST" else None
    signed = held.state is not AgreementState.DRAFT
    form = AgreementForm(register, sent, held=held, signed=signed)
    seen = seen_in(request) if sent is not None else shown.said.number
    if form.is_valid():
        terms = form.agreement(number, _year_of())
        try:
            told = actions.change_agreement(number, terms, form.act, by=actor_of(request), seen=seen)
        except Refused as refusal:
            told_at(form, refusal, AT)
        else:
            return _done(request, number, swedish("Avtalet är ändrat."), told)
    told_page = {
        "form": form,
        "title": swedish("Ändra avtal {number}").format(number=number),
        "back": reverse("agreement", args=[number]),
        "seen": seen,
        "signed": signed,
    }
    return render(request, "agreements/form.html", told_page, status=_UNPROCESSABLE if form.errors else 200)


def step(request: HttpRequest, number: int) -> HttpResponse:
    """Take an agreement a step on."""
    shown = _shown(number)
    chosen = next((one for one in parts.STEPS if one.value == request.POST.get("steg")), None)
    if chosen is None:
        return _page(request, shown)
    form = StepForm(chosen, request.POST, today=timezone.localdate(), sums=bool(shown.replaceable))
    if form.is_valid():
        try:
            told = actions.take_agreement_step(
                number,
                form.act,
                by=actor_of(request),
                seen=seen_in(request),
                replaces_sums=bool(form.cleaned_data.get("replaces")),
            )
        except Refused as refusal:
            told_at(form, refusal, AT)
        else:
            return _done(request, number, swedish("Avtalets läge är ändrat."), told)
    return _page(request, shown, tried=form)


def attach(request: HttpRequest, number: int) -> HttpResponse:
    """Put the paper that was sent to the agreement; one that is refused is told of where it was chosen."""
    shown = _shown(number)
    name, data = sent_paper(request)
    try:
        paper = actions.attach_to_agreement(number, name=name, data=data, by=actor_of(request))
    except Refused as refusal:
        errors = tuple(f"{problem.found} {problem.remedy}" for problem in refusal.problems)
        told = _page(request, shown, errors=errors)
        told["HX-Push-Url"] = reverse("agreement", args=[number])
        return told
    messages.success(request, swedish("{name} ligger nu vid avtalet.").format(name=paper.file_name))
    return redirect("agreement", number)


def paper(request: HttpRequest, number: int) -> HttpResponse:
    """Hand over a paper as just what it is: it can run nothing, and the trail says who took it."""
    found = questions.agreement_paper(number)
    if found is None:
        raise Http404(swedish("Filen finns inte, eller är borttagen från sitt avtal."))
    said = swedish("{file} vid {agreement}").format(file=found.shown.file_name, agreement=found.voucher)
    return hand_over_paper(request, found, said)


def withdraw_paper(request: HttpRequest, number: int) -> HttpResponse:
    """Take a paper from its agreement, and lead back to that."""
    gone = actions.withdraw_from_agreement(number, reason=request.POST.get("reason", ""), by=actor_of(request))
    messages.success(request, swedish("{name} är borttagen. Den finns kvar i arkivet.").format(name=gone.file_name))
    of = number_of(request.POST.get("avtal", ""))
    return redirect("agreements") if of is None else redirect("agreement", of)


def _shown(number: int) -> AgreementShown:
    try:
        return questions.agreement_shown(number)
    except Refused as refusal:
        raise Http404(refusal.problems[0].found) from refusal


def _year_of() -> YearOf:
    return YearOf({ends(year): year for year in questions.plan_years()})


def _done(request: HttpRequest, number: int, said: str, told: tuple[Problem, ...]) -> HttpResponse:
    messages.success(request, said)
    for problem in told:
        messages.warning(request, str(problem))
    return redirect("agreement", number)


def _page(
    request: HttpRequest, shown: AgreementShown, *, tried: StepForm | None = None, errors: tuple[str, ...] = ()
) -> HttpResponse:
    actor, one, today = actor_of(request), shown.agreement, timezone.localdate()
    may = actor.may(Deed.CHANGE_AGREEMENT)
    possible = steps_of(one)
    told = {
        "shown": shown,
        "title": swedish("Avtal {number}: {title}").format(number=one.number, title=one.title),
        "back": Link(swedish("Avtal"), reverse("agreements")),
        "facts": parts.facts(shown, today),
        "feeds": parts.feeds(shown),
        "invoices": parts.invoices(shown),
        "versions": parts.versions(shown),
        "papers": tuple(parts.papers(shown, actor)),
        "drop": _drop(shown, errors) if actor.may(Deed.ATTACH_TO_AGREEMENT) else None,
        "may_change": may and bool({AgreementStep.CHANGE, AgreementStep.AMEND} & set(possible)),
        "steps": tuple(_step_form(kind, shown, tried) for kind in possible if may and kind in parts.STEPS),
    }
    failed = tried is not None or bool(errors)
    return render(request, "agreements/agreement.html", told, status=_UNPROCESSABLE if failed else 200)


def _step_form(kind: AgreementStep, shown: AgreementShown, tried: StepForm | None) -> dict[str, object]:
    sums = kind is AgreementStep.SIGN and bool(shown.replaceable)
    wrong = tried if tried and tried.step is kind else None
    form = wrong or StepForm(kind, today=timezone.localdate(), sums=sums)
    return {"value": kind.value, "label": parts.STEPS[kind], "form": form, "open": wrong is not None}


def _drop(shown: AgreementShown, errors: tuple[str, ...]) -> Drop:
    about = swedish("Det undertecknade avtalet eller en bilaga, som PDF, PNG eller JPEG på högst {megabytes} MB.")
    return Drop(
        action=reverse("attach_to_agreement", args=[shown.agreement.number]),
        label=swedish("Lägg till en fil"),
        help=about.format(megabytes=actions.ATTACHMENT_LIMITS.megabytes),
        button=swedish("Lägg till"),
        name="file",
        accept=".pdf,.png,.jpg,.jpeg,application/pdf,image/png,image/jpeg",
        many=False,
        errors=errors,
    )


ROUTES: Final = (
    Route("avtal/nytt/", "new_agreement", new_agreement, reads=Deed.CHANGE_AGREEMENT, does=Deed.CHANGE_AGREEMENT),
    Route("avtal/<int:number>/", "agreement", agreement, reads=Deed.READ_BOOKS),
    Route(
        "avtal/<int:number>/andra/", "change_agreement", change,
        reads=Deed.CHANGE_AGREEMENT, does=Deed.CHANGE_AGREEMENT,
    ),
    Route("avtal/<int:number>/steg/", "agreement_step", step, does=Deed.CHANGE_AGREEMENT),
    Route("avtal/<int:number>/filer/", "attach_to_agreement", attach, does=Deed.ATTACH_TO_AGREEMENT),
    Route("avtal/fil/<int:number>/", "agreement_paper", paper, reads=Deed.EXPORT),
    Route(
        "avtal/fil/<int:number>/ta-bort/", "withdraw_agreement_paper", withdraw_paper,
        does=Deed.WITHDRAW_FROM_AGREEMENT,
    ),
)  # fmt: skip
