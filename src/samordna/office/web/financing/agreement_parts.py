"""Which parts show agreements in a list, and one of them with its versions, papers and steps?"""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Final

from django import forms
from django.urls import reverse

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.plan.agreement import AgreedSum
from samordna.domain.plan.agreements.differences import terms_in_words
from samordna.domain.plan.agreements.life import AgreementState, AgreementStep
from samordna.domain.plan.agreements.notice import Standing, otherwise, reach, standing
from samordna.domain.plan.agreements.terms import ServiceAgreement
from samordna.domain.plan.register import row_in_words
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import GROUP
from samordna.domain.values.period import Period, month_in_words, swedish_date
from samordna.look.parts import Cell, Change, Confirm, Fact, Heading, Link, Mark, Things, Tone
from samordna.office import questions
from samordna.office.questions import AgreementShown, AgreementsShown, AttachmentShown, Told
from samordna.office.web.books.object_address import key_address
from samordna.office.web.financing.agreed_form import AgreedForm
from samordna.office.web.forms.plan_fields import typed_amount
from samordna.office.web.forms.plan_year import ends
from samordna.office.web.forms.when import day_and_time
from samordna.office.web.pages.files import FORMATS

_TONES: Final[Mapping[Standing, Tone]] = {
    Standing.DRAFT: Tone.QUIET,
    Standing.COMING: Tone.INFORM,
    Standing.RUNNING: Tone.DONE,
    Standing.ENDING: Tone.WARN,
    Standing.RUNS_ON: Tone.WARN,
    Standing.OVER: Tone.QUIET,
    Standing.WITHDRAWN: Tone.QUIET,
}
STEPS: Final[Mapping[AgreementStep, str]] = {
    AgreementStep.SIGN: swedish("Markera som undertecknat"),
    AgreementStep.GIVE_NOTICE: swedish("Säg upp"),
    AgreementStep.TAKE_BACK_NOTICE: swedish("Ta tillbaka uppsägningen"),
    AgreementStep.END: swedish("Avsluta"),
    AgreementStep.WITHDRAW: swedish("Ta tillbaka utkastet"),
}
"""The steps that a person takes by themselves, and what their buttons say."""
_IN_PLACE: Final = frozenset({"image/png", "image/jpeg"})


def list_address(year: Period) -> str:
    """Return the address of a year's agreements."""
    return f"{reverse('agreements')}?ar={ends(year)}"


def files(year: Period) -> tuple[Link, ...]:
    """Return the files that the agreements of a year leave in."""
    ending = f"?ar={ends(year)}"
    return tuple(
        Link(one.label, f"{reverse('agreements_file', args=[one.ending])}{ending}") for one in FORMATS.values()
    )


def listed(shown: AgreementsShown) -> Things | None:
    """Return the agreements of a year: with whom, how they stand, months, sum, number; None when there are none."""
    rows = tuple(_listed(one, shown) for one in shown.agreements)
    headings = (
        Heading(swedish("Avtal"), sentences=True),
        Heading(swedish("Läge")),
        Heading(swedish("Gäller")),
        Heading(swedish("Summa {year}, kr").format(year=ends(shown.year)), numbers=True),
        Heading(swedish("Avtalat antal")),
    )
    return Things(swedish("Avtal"), headings, rows) if rows else None


def _listed(one: ServiceAgreement, shown: AgreementsShown) -> tuple[Cell, ...]:
    rows = ", ".join(dict.fromkeys(part.row for part in one.parts_of(shown.year)))
    told = swedish("rad {rows}").format(rows=rows) if rows else ""
    amount = typed_amount(one.amount_of(shown.year)) if one.parts_of(shown.year) else ""
    return (
        Cell(one.title, href=address(one), note=told),
        Cell(mark=mark(one, shown)),
        Cell(one.period.in_short, note=one.invoiced_in_words),
        Cell(amount, href=address(one) if amount else ""),
        Cell(one.agreed.in_words),
    )


def address(one: ServiceAgreement) -> str:
    """Return the address of an agreement."""
    return reverse("agreement", args=[one.number])


def mark(one: ServiceAgreement, shown: AgreementsShown) -> Mark:
    """Return how an agreement stands on the day that it is shown."""
    now = standing(one, shown.day)
    words = now.in_words.capitalize()
    if one.state is AgreementState.NOTICED and now is not Standing.OVER:
        return Mark(Tone.WARN, swedish("Uppsagt"))
    return Mark(_TONES[now], words)


def notice_days(shown: AgreementsShown) -> Things | None:
    """Return the next days of notice, the nearest first; None when there are none."""
    rows = tuple(
        (Cell(swedish_date(day)), Cell(one.title, href=address(one)), Cell(otherwise(one)))
        for day, one in shown.notices
    )
    headings = (
        Heading(swedish("Senast")),
        Heading(swedish("Avtal"), sentences=True),
        Heading(swedish("Om ingen säger upp"), sentences=True),
    )
    return Things(swedish("Nästa uppsägningsdagar"), headings, rows) if rows else None


def others(shown: AgreementsShown) -> Things | None:
    """Return the agreements of other years; None when there are none."""
    rows = tuple(
        (Cell(one.title, href=address(one)), Cell(mark=mark(one, shown)), Cell(one.period.in_short))
        for one in shown.others
    )
    headings = (Heading(swedish("Avtal"), sentences=True), Heading(swedish("Läge")), Heading(swedish("Gäller")))
    return Things(swedish("Avtal andra år"), headings, rows) if rows else None


def sum_line(one: Told[AgreedSum], shown: AgreementsShown, tried: tuple[str, forms.Form] | None) -> dict[str, object]:
    """Return a sum without an agreement as a line of its table, with the form that changes it."""
    held, row = one.holds.value, shown.register.row(one.holds.key)
    wrong = tried[1] if tried and tried[0] == one.holds.key else None
    turn = f"{reverse('new_agreement')}?rad={one.holds.key}&ar={ends(shown.year)}"
    return {
        "key": one.holds.key,
        "name": row_in_words(row) if row else one.holds.key,
        "seen": one.holds.number,
        "amount": typed_amount(held.amount) if held else "",
        "profile": held.profile.in_words if held else "",
        "performer": held.performer if held else "",
        "source": held.source if held else "",
        "form": (wrong or AgreedForm(shown.year, one.holds.key, held=held)) if held else None,
        "open": wrong is not None,
        "before": before_in_words(one),
        "withdrawn": "" if held else f"{one.holds.by} {day_and_time(one.holds.at)}",
        "turn": turn if held else "",
    }


def before_in_words(one: Told[AgreedSum]) -> tuple[str, ...]:
    """Return what was said of a line before: each amount, who said it and when."""
    told = ((said.value, said) for said in one.before)
    return tuple(f"{typed_amount(value.amount)} kr, {said.by} {day_and_time(said.at)}" for value, said in told if value)


def facts(shown: AgreementShown, day: dt.date) -> tuple[Fact, ...]:
    """Return what an agreement says, and how far it reaches."""
    one = shown.agreement
    reached = reach(one, day)
    told = [Fact(swedish("Läge"), one.state.in_words)]
    if reached.ran_on:
        said = swedish("till och med {month}").format(month=month_in_words(reached.last))
        told.append(Fact(swedish("Löper vidare"), said))
    if reached.notice and reached.notice != one.notice.day:
        told.append(Fact(swedish("Nästa uppsägningsdag"), swedish_date(reached.notice)))
    told += [Fact(label, text) for label, text in terms_in_words(one) if text]
    return tuple(told)


def feeds(shown: AgreementShown) -> Things | None:
    """Return what each sum of an agreement feeds, with the way to each; None when it has no sums."""
    rows = tuple(
        (
            Cell(name, note=str(ends(part.year))),
            Cell(f"{typed_amount(part.amount)} kr"),
            Cell(swedish("Budget"), href=key_address(reverse("budget_row", args=[ends(part.year), "a"]), part.row)),
            Cell(swedish("Prognos"), href=f"{reverse('heading')}?period={part.year}" if known else ""),
            Cell(swedish("Ej bokfört"), href=reverse("owed")),
        )
        for part in shown.agreement.parts
        for row in [shown.register.row(part.row)]
        for name in [row_in_words(row) if row else part.row]
        for known in [any(year.year == part.year for year in questions.periods().years)]
    )
    headings = (
        Heading(swedish("Rad")),
        Heading(swedish("Summa"), numbers=True),
        Heading(swedish("Jämförs i")),
        Heading(swedish("Föreslås i")),
        Heading(swedish("Saknas i bokföringen")),
    )
    return Things(swedish("Vad avtalet påverkar"), headings, rows) if rows else None


def invoices(shown: AgreementShown) -> Things | None:
    """Return the invoices that an agreement leads to; None when it has no sums."""
    rows = tuple(
        (Cell(one.period.in_words), Cell(month_in_words(one.month)), Cell(typed_amount(one.amount)))
        for one in shown.invoices
    )
    headings = (
        Heading(swedish("Avser")),
        Heading(swedish("Väntas i")),
        Heading(swedish("Belopp, kr"), numbers=True),
    )
    return Things(swedish("Fakturor att vänta"), headings, rows) if rows else None


def versions(shown: AgreementShown) -> tuple[dict[str, object], ...]:
    """Return every version, the latest first: what was done, by whom, when, and what it changed."""
    count = len(shown.versions)
    return tuple(
        {
            "number": count - place,
            "state": one.said.value.state.in_words,
            "day": swedish_date(entry.day) if entry and entry.day else "",
            "told": entry.told if entry else "",
            "by": one.said.by,
            "when": day_and_time(one.said.at),
            "changes": tuple(Change(told.label, told.before, told.after) for told in one.changed),
        }
        for place, one in enumerate(shown.versions)
        for entry in [one.said.value.history[-1] if one.said.value.history else None]
    )


def papers(shown: AgreementShown, actor: Actor) -> Iterator[dict[str, object]]:
    """Yield the papers of an agreement, with what takes one away for whoever may."""
    for paper in shown.papers:
        confirm = Confirm(
            label=swedish("Ta bort …"),
            question=swedish("{name} visas då inte längre här. Det finns kvar i arkivet.").format(name=paper.file_name),
            action=reverse("withdraw_agreement_paper", args=[paper.id]),
            button=swedish("Ta bort filen"),
            reason_label=swedish("Varför?"),
            hidden=(("avtal", str(shown.agreement.number)),),
        )
        yield {
            "paper": paper,
            "href": reverse("agreement_paper", args=[paper.id]),
            "in_place": paper.media_type in _IN_PLACE,
            "told": f"{size_in_words(paper)}, {day_and_time(paper.attached_at)}, {paper.attached_by}",
            "confirm": confirm if actor.may(Deed.WITHDRAW_FROM_AGREEMENT) else None,
        }


def size_in_words(paper: AttachmentShown) -> str:
    """Return ``340 kB`` or ``2,4 MB``."""
    if paper.size < 1_000_000:
        return f"{max(round(paper.size / 1000), 1)}{GROUP}kB"
    return f"{paper.size / 1_000_000:.1f}{GROUP}MB".replace(".", ",")
