"""Which parts show a year's financing: its tables, allotments, agreed amounts and frame?"""

from collections.abc import Callable, Sequence
from typing import Final
from urllib.parse import quote

from django import forms
from django.urls import reverse

from samordna.domain.document import Column, Row, Table
from samordna.domain.plan.financing.allotment import BY_SURENESS, Allotment, AllotmentEntry, AllotmentState
from samordna.domain.plan.financing.year import AgreedAmount, Frame
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period, swedish_date
from samordna.look.parts import Choice, Link, Picker
from samordna.office import questions
from samordna.office.questions import FinancingShown, Said
from samordna.office.web.financing.financing_forms import AgreedAmountForm, AllotmentForm, FrameForm, steps_of
from samordna.office.web.forms.plan_fields import typed_amount
from samordna.office.web.forms.wanted import can_stand_in_an_address
from samordna.office.web.forms.when import day_and_time
from samordna.office.web.pages.files import FORMATS
from samordna.renderers.html import table_html
from samordna.renderers.html.markup import Markup

STATES: Final = {
    "askad": AllotmentState.REQUESTED,
    "preliminar": AllotmentState.PRELIMINARY,
    "beslutad": AllotmentState.DECIDED,
}
"""The states of allotments as they stand in an address."""
WORDS: Final = {state: word for word, state in STATES.items()}


def ends(year: Period) -> int:
    """Return the calendar year that a fiscal year ends in: how an address names it."""
    return year.last // 100


def years(year: Period, route: str, state: AllotmentState) -> Picker:
    """Return the years that can be chosen, in the order of time."""
    known = sorted({*questions.plan_years(), year})
    choices = (
        Choice(str(ends(one)), str(ends(one)), one == year, f"{reverse(route, args=[ends(one)])}?lage={WORDS[state]}")
        for one in known
    )
    return Picker("ar", swedish("År"), tuple(choices))


def states(state: AllotmentState, address: Callable[[str], str]) -> Picker:
    """Return the states that a plan can rest on; ``address`` gives where each is shown."""
    choices = (
        Choice(WORDS[one], one.in_words.capitalize(), current=one is state, href=address(WORDS[one]))
        for one in BY_SURENESS
    )
    return Picker("lage", swedish("Vilar på tilldelning som är"), tuple(choices))


def figure_address(year: Period, table: str, row: str, column: str, query: str) -> str | None:
    """Return where a figure of a year's financing is explained; None for one that no address can name."""
    names = (table, row, column)
    if not all(map(can_stand_in_an_address, names)):
        return None
    told = "/".join(quote(name, safe="") for name in names)
    return f"/finansiering/{ends(year)}/siffra/{told}/?{query}"


def table(shown: Table, year: Period, query: str) -> Markup:
    """Return a table of the financing, each figure leading to what it rests on."""

    def address(row: Row, column: Column) -> str | None:
        return figure_address(year, shown.id, row.id, column.id, query)

    return table_html(shown, address=address)


def files(route: str, year: Period, query: str) -> tuple[Link, ...]:
    """Return the files that a year's tables leave in."""
    return tuple(
        Link(one.label, f"{reverse(route, args=[ends(year), one.ending])}?{query}") for one in FORMATS.values()
    )


def allotments(shown: FinancingShown, tried: tuple[str, forms.Form] | None) -> tuple[dict[str, object], ...]:
    """Return each group's allotment with its history and the form of its next step."""
    return tuple(
        _allotment(group.id, group.name, shown.allotments.get(group.id, ()), tried)
        for group in shown.association.groups
    )


def _allotment(
    group: str, name: str, said: Sequence[Said[Allotment | None]], tried: tuple[str, forms.Form] | None
) -> dict[str, object]:
    held = said[0].value if said else None
    form = tried[1] if tried and tried[0] == group else None
    return {
        "group": group,
        "name": name,
        "state": held.state.in_words if held else "",
        "amount": typed_amount(held.history[-1].amount) if held else "",
        "history": tuple(_entry(one, said) for one in reversed(held.history)) if held else (),
        "seen": said[0].number if said else 0,
        "form": form or AllotmentForm(group, held),
        "open": form is not None,
        "may_step": bool(steps_of(held)),
        "can_undo": bool(said) and (held is not None or len(said) > 1),
        "taken_back": f"{said[0].by} {day_and_time(said[0].at)}" if said and held is None else "",
    }


def _entry(entry: AllotmentEntry, said: Sequence[Said[Allotment | None]]) -> dict[str, str]:
    """Return a line of a history, with who entered it and when: whoever said it first since it was last not there."""
    by = ""
    for one in said:
        if one.value is None or entry not in one.value.history:
            break
        by = f"{one.by} {day_and_time(one.at)}"
    return {
        "state": entry.state.in_words,
        "amount": typed_amount(entry.amount),
        "day": swedish_date(entry.day) if entry.day else "",
        "source": entry.source,
        "by": by,
    }


def agreed(shown: FinancingShown, tried: tuple[str, forms.Form] | None) -> tuple[dict[str, object], ...]:
    """Return what members have agreed to pay, what was taken back last, each with its form and what it was before."""
    told = [
        _agreed(code, said, shown, tried[1] if tried and tried[0] == code else None)
        for code, said in shown.agreed.items()
    ]
    return tuple(sorted(told, key=lambda one: one["form"] is None))


def _agreed(
    code: str, said: Sequence[Said[AgreedAmount | None]], shown: FinancingShown, form: forms.Form | None
) -> dict[str, object]:
    held, member = said[0].value, shown.association.member(code)
    return {
        "key": code,
        "name": member.name if member else code,
        "amount": typed_amount(held.amount) if held else "",
        "source": held.source if held else "",
        "seen": said[0].number,
        "form": (form or AgreedAmountForm(shown.association, shown.year, held=held)) if held else None,
        "open": form is not None,
        "before": tuple(_before(one.value.amount, one) for one in said[1:] if one.value),
        "withdrawn": "" if held else f"{said[0].by} {day_and_time(said[0].at)}",
    }


def frame(shown: FinancingShown, tried: forms.Form | None) -> dict[str, object]:
    """Return the frame of the year, with its form and what it was before."""
    said = shown.frame
    held = said[0].value if said else None
    return {
        "amount": typed_amount(held.amount) if held else "",
        "source": held.source if held else "",
        "seen": said[0].number if said else 0,
        "form": tried or FrameForm(held=held),
        "open": tried is not None,
        "held": held is not None,
        "who": f"{said[0].by} {day_and_time(said[0].at)}" if said else "",
        "before": tuple(_before(one.value.amount, one) for one in said[1:] if one.value),
    }


def _before(amount: int, said: Said[AgreedAmount | None] | Said[Frame | None]) -> str:
    return f"{typed_amount(amount)} kr, {said.by} {day_and_time(said.at)}"
