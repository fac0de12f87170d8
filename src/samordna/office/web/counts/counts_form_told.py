"""What is wrong in a unit's form, or asked of it, and at which cell does it stand?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from samordna.domain.participation.asked import Asked, rows_of, where_in_words
from samordna.domain.participation.checks import report_problems
from samordna.domain.participation.collecting.submission import SubmissionState
from samordna.domain.participation.count_form import Part
from samordna.domain.participation.count_table import GenderAsked, Holds
from samordna.domain.participation.counts_report import Place, VouchedBy
from samordna.domain.participation.filling import Field, text_name, to_hand_in
from samordna.domain.participation.held_against import earlier_problems
from samordna.domain.values.problem import Problem, Severity
from samordna.look.parts import Tone
from samordna.office.web.counts.counts_form_link import OpenForm


@dataclass(frozen=True, slots=True)
class Told:
    """Something that is told of a form: the table and the field that it stands at, both empty for the whole."""

    place: str
    found: str
    remedy: str
    tone: Tone
    table: str = ""
    name: str = ""
    href: str = ""
    asked: bool = False
    """Whether it is a question of the office."""


def problems_in(form: OpenForm) -> tuple[Told, ...]:
    """Return everything that is wrong with what stands in a form, as if it were said to be complete."""
    role = form.submission.report.vouched_by if form.submission else VouchedBy.UNIT_MANAGER
    report = to_hand_in(form.report, form.asked, role, complete=True)
    earlier = earlier_problems(report, form.before, form.asked) if form.before else ()
    return placed((*report_problems(report, form.asked), *earlier), form)


def placed(problems: Iterable[Problem], form: OpenForm) -> tuple[Told, ...]:
    """Return problems, each with where in the form it stands."""
    places = _places(form.asked)

    def told(one: Problem) -> Told:
        table, name = places.get(one.place, ("", ""))
        href = form.table_address(table, name) if table else ""
        return Told(one.place, one.found, one.remedy, _tone(one.severity), table, name, href)

    return tuple(map(told, problems))


def questions_in(form: OpenForm) -> tuple[Told, ...]:
    """Return what the office asks of a form that was sent back."""
    if form.submission is None or form.state is not SubmissionState.SENT_BACK:
        return ()
    places = _places(form.asked)
    return tuple(_question(form, one.text, one.place, places) for one in form.submission.questions)


def _question(form: OpenForm, text: str, place: Place | None, places: Mapping[str, tuple[str, str]]) -> Told:
    if place is None:
        return Told("", text, "", Tone.WARN, asked=True)
    words = form.asked.called(place)
    table, name = places.get(words, (place.table, ""))
    return Told(words, text, "", Tone.WARN, table, name, form.table_address(table, name), asked=True)


def _places(asked: Asked) -> Mapping[str, tuple[str, str]]:
    """Return the table and the field of everything that has a name in words; a total stands at its row's first."""
    return dict(_named(asked))


def _named(asked: Asked) -> Iterator[tuple[str, tuple[str, str]]]:
    where = where_in_words(asked)
    for table in asked.count_tables:
        yield where.text(table.key), (table.key, text_name(table.key))
        for gender in (*table.genders, None):
            yield asked.called(Place(table.key, (), gender)), (table.key, "")
        part = Part.N if table.holds is Holds.SUMS else Part.COUNT
        for codes in rows_of(table, asked.lists):
            for gender in (*table.genders, None):
                typed = gender if gender or table.gender is not GenderAsked.ALWAYS else table.genders[0]
                name = Field(Place(table.key, codes, typed), part).name
                yield asked.called(Place(table.key, codes, gender)), (table.key, name)


def _tone(severity: Severity) -> Tone:
    return Tone(severity.value)
