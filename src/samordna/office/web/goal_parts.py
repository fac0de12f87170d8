"""Which parts show goals: what is wanted, the tree with its verdicts, files, what was said?"""

from collections.abc import Iterator
from typing import Final
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.document import Cell as Figure
from samordna.domain.document import Hidden, Number
from samordna.domain.goals.overall import Overall, OverallWords
from samordna.domain.goals.tree import Branch
from samordna.domain.goals.verdict import Attainment
from samordna.domain.measures.disclosure import Audience
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.look.parts import Cell, Choice, Heading, Link, Mark, Picker, Things, Tone
from samordna.office import questions
from samordna.office.questions import GoalChange, GoalsShown, Said
from samordna.office.web.figure import value_text
from samordna.office.web.files import FORMATS
from samordna.office.web.statement_pickers import period_choices
from samordna.office.web.table_figure import ways_to_figures
from samordna.office.web.wanted import Wanted, address_period
from samordna.office.web.when import day_and_time

ADDRESS: Final = "/mal/"
_READERS: Final = "lasare"
_PUBLIC: Final = "offentligt"
_TONES: Final = {
    Attainment.MET: Tone.DONE,
    Attainment.PARTLY: Tone.WARN,
    Attainment.NOT_MET: Tone.REFUSE,
    Attainment.NOT_MEASURED: Tone.WARN,
}


def wanted_in(request: HttpRequest) -> Wanted:
    """Return what an address wants. Raises ``Refused`` for what cannot be understood."""
    wanted = Wanted.read(request.GET)
    return Wanted(period=wanted.period, versions=wanted.versions)


def audience_in(request: HttpRequest) -> Audience:
    """Return for whom figures are shown: as they are to those who may see counts, unless they ask for what all may."""
    inside = actor_of(request).may(Deed.READ_COUNTS) and request.GET.get(_READERS) != _PUBLIC
    return Audience.INSIDE if inside else Audience.PUBLIC


def usual_period() -> Period:
    """Return the months that are shown when nobody asks for any: the books' own, else this year."""
    return questions.periods().default or questions.this_year()


def shown_in(request: HttpRequest) -> GoalsShown:
    """Return the goals that an address asks for. Raises ``Refused`` for what cannot be understood or is not there."""
    wanted = wanted_in(request)
    asked = wanted.asked(usual_period())
    return questions.goals_shown(asked, audience=audience_in(request), versions=wanted.versions or None)


def query(request: HttpRequest, **more: str) -> str:
    """Return the end of an address that shows the same months to the same readers."""
    kept = {name: request.GET[name] for name in ("period", "inlasningar", _READERS) if request.GET.get(name)}
    told = {**kept, **more}
    return f"?{urlencode(told, safe='.,:')}" if told else ""


def pickers(request: HttpRequest, shown: GoalsShown) -> tuple[Picker, ...]:
    """Return what can be chosen: the months, and for whom figures are shown."""
    known = questions.periods()
    choices = tuple(period_choices(shown.period, known) if known.years else _years(shown))
    told = [Picker("period", swedish("Period"), choices)]
    if actor_of(request).may(Deed.READ_COUNTS):
        readers = ((Audience.INSIDE, ""), (Audience.PUBLIC, _PUBLIC))
        told.append(
            Picker(
                _READERS,
                swedish("Visas"),
                tuple(Choice(word, one.in_words.capitalize(), current=one is shown.audience) for one, word in readers),
            )
        )
    return tuple(told)


def _years(shown: GoalsShown) -> Iterator[Choice]:
    for year in questions.goal_years():
        yield Choice(address_period(year), str(year.last // 100), current=year.covers(shown.period))


def files(request: HttpRequest) -> tuple[Link, ...]:
    """Return the files of what is shown, for whoever may take them."""
    if not actor_of(request).may(Deed.EXPORT):
        return ()
    return tuple(
        Link(one.label, f"{reverse('goals_file', args=[one.ending])}{query(request)}") for one in FORMATS.values()
    )


def tree(request: HttpRequest, shown: GoalsShown) -> Things:
    """Return the goals, each above its sub-goals, with figures that lead to what they are made of."""
    table = shown.table
    order = sorted(
        range(len(table.columns)), key=lambda place: table.columns[place].emphasis
    )  # the last stays in sight
    address = ways_to_figures(table, ADDRESS, query(request))
    headings = (
        Heading(swedish("Mål")),
        Heading(swedish("Bedömning")),
        *(Heading(table.columns[place].label, numbers=True) for place in order),
    )
    rows = []
    for branch, row in zip(shown.branches, table.rows, strict=True):
        figures = (_figure(row.cells[place], address(row, table.columns[place]), branch) for place in order)
        rows.append((_name(request, branch), Cell(mark=mark(branch.verdict.attainment)), *figures))
    return Things(table.title, headings, tuple(rows), ids=tuple(f"mal-{one.goal.id}" for one in shown.branches))


def _name(request: HttpRequest, branch: Branch) -> Cell:
    goal, target = branch.goal, branch.goal.target
    each = swedish("varje enhet") if target and target.of_each else ""
    told = [goal.indicator.name if goal.indicator else "", target.sense.in_words if target else "", each]
    inset = f"{'– ' * branch.level}"
    return Cell(
        f"{inset}{goal.name}",
        f"{reverse('goal', args=[goal.id])}{query(request)}",
        note=", ".join(part for part in told if part),
    )


def _figure(cell: Figure, address: str | None, branch: Branch) -> Cell:
    if isinstance(cell, Number):
        return Cell(value_text(cell), address or "", panel=True)
    if isinstance(cell, Hidden):
        return Cell(cell.sign, address or "", panel=True)
    text = value_text(cell) if branch.goal.target else ""
    return Cell(text, address if text and address else "", panel=True)


def mark(attainment: Attainment) -> Mark:
    """Return a verdict as a mark: a sign, and the word."""
    return Mark(_TONES[attainment], attainment.in_words.capitalize())


def overall_mark(assessed: Overall) -> Mark:
    """Return the assessment of sound financial management as a mark."""
    return mark(assessed.attainment)


def changes(told: tuple[GoalChange, ...]) -> Things:
    """Return every change of a goal, with who and when."""
    headings = (
        Heading(swedish("När")), Heading(swedish("Vem")), Heading(swedish("Vad som ändrades"), sentences=True),
    )  # fmt: skip
    rows = tuple((Cell(day_and_time(one.said.at)), Cell(one.said.by), Cell(" ".join(one.told))) for one in told)
    return Things(swedish("Ändringar av målet"), headings, rows)


def words_before(told: tuple[Said[OverallWords | None], ...]) -> tuple[str, ...]:
    """Return what the board was noted to say before, the latest first, with who noted it and when."""
    lines = []
    for one in told[1:]:
        words = one.value.words if one.value else swedish("borttaget")
        lines.append(f"{words} ({one.by} {day_and_time(one.at)})")
    return tuple(lines)
