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
from samordna.domain.goals.sentences import expected_in_words
from samordna.domain.goals.tables import held_in_words
from samordna.domain.goals.tree import Branch
from samordna.domain.goals.verdict import Attainment
from samordna.domain.measures.disclosure import Audience
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.look.parts import Cell, Choice, Confirm, Heading, Link, Mark, Picker, Things, Tone
from samordna.office import questions
from samordna.office.questions import GoalChange, GoalsShown, Said
from samordna.office.web.forms.wanted import Wanted, address_period
from samordna.office.web.forms.when import day_and_time
from samordna.office.web.pages.files import FORMATS
from samordna.office.web.pages.table_figure import ways_to_figures
from samordna.office.web.statements.figure import value_text
from samordna.office.web.statements.statement_pickers import period_choices

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
    """Return the goals that an address asks for, as whoever asks may read them.

    Who may not see counts as they are reads those that have been given out. Raises ``Refused`` for what cannot be
    understood or is not there.
    """
    only = not actor_of(request).may(Deed.READ_COUNTS)
    return _goals(request, audience_in(request), only_given_out=only)


def leaving_in(request: HttpRequest) -> GoalsShown:
    """Return the same as it may leave in a file: to those outside with no other counts than have been given out."""
    audience = audience_in(request)
    return _goals(request, audience, only_given_out=audience is not Audience.INSIDE)


def public_in(request: HttpRequest) -> GoalsShown:
    """Return the same as anybody could read it, if it were given out now."""
    return _goals(request, Audience.PUBLIC)


def _goals(request: HttpRequest, audience: Audience, *, only_given_out: bool = False) -> GoalsShown:
    wanted = wanted_in(request)
    asked, versions = wanted.asked(usual_period()), wanted.versions or None
    return questions.goals_shown(asked, audience=audience, versions=versions, only_given_out=only_given_out)


def query(request: HttpRequest, **more: str) -> str:
    """Return the end of an address that shows the same months to the same readers."""
    kept = {name: request.GET[name] for name in ("period", "inlasningar", _READERS) if request.GET.get(name)}
    told = {**kept, **more}
    return f"?{urlencode(told, safe='.,:')}" if told else ""


def public_query(request: HttpRequest) -> str:
    """Return the end of an address that shows the same months as those outside read them."""
    return query(request, **{_READERS: _PUBLIC})


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


def giving_out(request: HttpRequest, shown: GoalsShown) -> Confirm | None:
    """Return the button that gives out the goals with their counts; None where there is nothing more to give out."""
    if not questions.tells_more(shown) or not actor_of(request).may(Deed.PUBLISH_STATISTICS):
        return None
    return Confirm(
        label=swedish("Lämna ut målen"),
        question=swedish(
            "De antal som målen berättas med antecknas som utlämnade {audience}. Sedan visas de för styrelse och "
            "revisor och går att hämta i filer. Allt som lämnas ut efter det prövas mot dem. Det går inte att ångra: "
            "det som är läst är läst."
        ).format(audience=shown.audience.in_words),
        action=f"{reverse('give_out_goals')}{query(request)}",
        button=swedish("Lämna ut"),
        dangerous=False,
    )


def files(request: HttpRequest, shown: GoalsShown) -> tuple[Link, ...]:
    """Return the files of what is shown, for whoever may take them; none of what has not been given out yet."""
    if questions.tells_more(shown) or not actor_of(request).may(Deed.EXPORT):
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
        judged = Cell(mark=mark(branch.verdict.attainment), note=expected_in_words(branch.verdict))
        rows.append((_name(request, branch), judged, *figures))
    ids = tuple(f"mal-{one.goal.id}" for one in shown.branches)
    return Things(table.title, headings, tuple(rows), ids=ids, stacked=True)


def _name(request: HttpRequest, branch: Branch) -> Cell:
    goal = branch.goal
    told = (goal.indicator.name if goal.indicator else "", held_in_words(branch.verdict))
    inset = f"{'– ' * branch.level}"
    return Cell(
        f"{inset}{goal.name}",
        f"{reverse('goal', args=[goal.id])}{query(request)}",
        note=": ".join(part for part in told if part),
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
