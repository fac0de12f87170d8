"""Which parts show the contributions of a year, their requisitions, and one requisition?"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from django import forms
from django.urls import reverse

from samordna.domain.plan.agreement import Contribution
from samordna.domain.plan.contributions.requisition import (
    TRANSITIONS,
    Requisition,
    RequisitionState,
    RequisitionStep,
)
from samordna.domain.plan.contributions.rules import GroupRule
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period, swedish_date
from samordna.look.parts import Cell, Fact, Heading, Link, Mark, Things, Tone
from samordna.office.questions import ContributionsShown, RequisitionShown, Told
from samordna.office.web.financing.agreed_form import ContributionForm
from samordna.office.web.forms.plan_fields import typed_amount
from samordna.office.web.forms.plan_year import ends
from samordna.office.web.forms.when import day_and_time
from samordna.office.web.pages.files import FORMATS

BETWEEN: Final = "|"
"""Stands between a payer and the months in the value of a choice."""

_TONES: Final[Mapping[RequisitionState, Tone]] = {
    RequisitionState.PLANNED: Tone.QUIET,
    RequisitionState.REQUESTED: Tone.INFORM,
    RequisitionState.INVOICED: Tone.INFORM,
    RequisitionState.PAID: Tone.DONE,
    RequisitionState.CREDITED: Tone.QUIET,
    RequisitionState.WITHDRAWN: Tone.QUIET,
}
_PLURALS: Final[Mapping[RequisitionState, str]] = {
    RequisitionState.PLANNED: swedish("planerade"),
    RequisitionState.REQUESTED: swedish("begärda"),
    RequisitionState.INVOICED: swedish("fakturerade"),
    RequisitionState.PAID: swedish("betalda"),
    RequisitionState.CREDITED: swedish("krediterade"),
    RequisitionState.WITHDRAWN: swedish("återtagna"),
}
STEPS: Final[Mapping[RequisitionStep, str]] = {
    RequisitionStep.INVOICE: swedish("Markera som fakturerad"),
    RequisitionStep.PAY: swedish("Markera som betald"),
    RequisitionStep.CREDIT: swedish("Kreditera"),
    RequisitionStep.WITHDRAW: swedish("Ta tillbaka"),
}
"""The steps of a requisition that a person takes, and what their buttons say."""
TOGETHER: Final = (RequisitionStep.INVOICE, RequisitionStep.PAY)
"""Those that are taken with several at a time."""


def address(year: Period) -> str:
    """Return the address of a year's contributions."""
    return reverse("contributions_year", args=[ends(year)])


def requisitions_address(year: Period) -> str:
    """Return the address of a year's requisitions."""
    return reverse("requisitions", args=[ends(year)])


def files(year: Period) -> tuple[Link, ...]:
    """Return the files that the contributions of a year leave in."""
    return tuple(
        Link(one.label, reverse("contributions_file", args=[ends(year), one.ending])) for one in FORMATS.values()
    )


def mark(one: Requisition) -> Mark:
    """Return how far a requisition has come."""
    return Mark(_TONES[one.state], one.state.in_words.capitalize())


def by_months(shown: ContributionsShown) -> tuple[dict[str, object], ...]:
    """Return the requisitions of a year by the months they are for: made and planned, with what is chosen by each."""
    every = [one for asked in shown.of.asked for one in asked.requisitions]
    gone = [one for one in shown.of.made if one not in every]
    by_period: dict[Period, list[Requisition]] = {}
    for one in sorted((*every, *gone), key=lambda one: one.period):
        by_period.setdefault(one.period, []).append(one)
    return tuple(_month(period, told) for period, told in by_period.items())


def _month(period: Period, told: list[Requisition]) -> dict[str, object]:
    counted = Counter(one.state for one in told)
    return {
        "title": period.in_words.capitalize(),
        "told": ", ".join(f"{count} {_PLURALS[state]}" for state, count in counted.items()),
        "open": any(one.state is not RequisitionState.PAID for one in told),
        "rows": tuple(_row(one) for one in told),
    }


def _row(one: Requisition) -> dict[str, object]:
    possible = TRANSITIONS[one.state]
    return {
        "name": one.name,
        "title": one.title if one.number else "",
        "href": reverse("requisition", args=[one.number]) if one.number else "",
        "amount": typed_amount(one.amount),
        "due": swedish_date(one.due),
        "mark": mark(one),
        "value": f"{one.payer}{BETWEEN}{one.period}" if not one.number else "",
        "number": one.number if any(step in possible for step in TOGETHER) else 0,
    }


def chosen(values: Iterable[str]) -> Iterator[tuple[str, Period]]:
    """Yield the payers and months of what is chosen; raises ``ValueError`` for a value that no page sends."""
    for value in values:
        payer, between, months = value.rpartition(BETWEEN)
        if not between:
            raise ValueError(value)
        yield payer, Period.parse(months)


def asked_in_words(made: Sequence[Requisition]) -> str:
    """Return what has been asked for, and where it is fetched."""
    if len(made) == 1:
        return swedish("Rekvisition {number} är begärd. Hämta den på dess egen sida.").format(number=made[0].number)
    told = swedish("{count} rekvisitioner är begärda: nummer {first}–{last}. Hämta dem på deras egna sidor.")
    return told.format(count=len(made), first=made[0].number, last=made[-1].number)


def taken_in_words(taken: Sequence[Requisition]) -> str:
    """Return which requisitions have come how far."""
    if len(taken) == 1:
        told = swedish("Rekvisition {number} är nu {state}.")
        return told.format(number=taken[0].number, state=taken[0].state.in_words)
    return swedish("{count} rekvisitioner är nu {state}.").format(count=len(taken), state=_PLURALS[taken[0].state])


def rules_history(shown: ContributionsShown) -> Things | None:
    """Return what the year's own rules have been, the latest first, with who said so; None when nobody has."""
    rows = tuple(
        (
            Cell(day_and_time(said.at)),
            Cell(said.by),
            Cell("; ".join(_rule_in_words(one) for one in said.value.groups)),
            Cell("; ".join(f"{', '.join(one.who) or swedish('alla')}: {one.in_words}" for one in said.value.ledger)),
        )
        for said in shown.rules_said
        if said.value
    )
    names = (swedish("När"), swedish("Av"), swedish("Hur bidragen begärs"), swedish("Var de bokförs"))
    headings = tuple(Heading(name, sentences=place > 1) for place, name in enumerate(names))
    return Things(swedish("Reglerna före och nu"), headings, rows) if rows else None


def _rule_in_words(one: GroupRule) -> str:
    through = swedish("genom {member}").format(member=one.through) if one.through else ""
    told = ", ".join(part for part in (one.rhythm.in_words, one.due.in_words, through) if part)
    return f"{one.group or swedish('alla')}: {told}"


def facts(shown: RequisitionShown) -> tuple[Fact, ...]:
    """Return what a requisition says."""
    one = shown.requisition
    return tuple(
        Fact(label, text)
        for label, text in (
            (swedish("Betalas av"), one.name),
            (swedish("Avser"), one.period.in_words),
            (swedish("Belopp"), f"{typed_amount(one.amount)} kr"),
            (swedish("Förfaller"), swedish_date(one.due)),
            (swedish("Läge"), one.state.in_words),
            (swedish("Grundas på"), one.source),
        )
        if text
    )


def history(shown: RequisitionShown) -> Things:
    """Return each step of a requisition: the state, its day, what was said, who did it and when."""
    said = [line for line in reversed(shown.before) if line.value is not None]
    rows = tuple(
        (
            Cell(entry.state.in_words.capitalize()),
            Cell(swedish_date(entry.day)),
            Cell(entry.told),
            Cell(line.by, note=day_and_time(line.at)),
        )
        for line in reversed(said)
        if line.value
        for entry in [line.value.history[-1]]
    )
    headings = (
        Heading(swedish("Läge")),
        Heading(swedish("Dag")),
        Heading(swedish("Kommentar"), sentences=True),
        Heading(swedish("Av")),
    )
    return Things(swedish("Historik"), headings, rows)


def requisition_files(one: Requisition) -> tuple[Link, ...]:
    """Return the files that a requisition leaves in: those that are sent to somebody."""
    told = (FORMATS[ending] for ending in ("pdf", "docx"))
    return tuple(Link(form.label, reverse("requisition_file", args=[one.number, form.ending])) for form in told)


def entered_line(one: Told[Contribution], year: Period, form: forms.Form | None) -> dict[str, object]:
    """Return a contribution that was entered by party as a line of its table, with the form that changes it."""
    held = one.holds.value
    told = ((said.value, said) for said in one.before)
    return {
        "key": one.holds.key,
        "seen": one.holds.number,
        "amount": typed_amount(held.amount) if held else "",
        "expected": typed_amount(held.expected) if held else "",
        "source": held.source if held else "",
        "form": (form or ContributionForm(year, held=held)) if held else None,
        "open": form is not None,
        "before": tuple(
            f"{typed_amount(value.amount)} kr, {said.by} {day_and_time(said.at)}" for value, said in told if value
        ),
        "withdrawn": "" if held else f"{one.holds.by} {day_and_time(one.holds.at)}",
    }
