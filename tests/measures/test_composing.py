"""A view that somebody puts together is laid out as suits what it shows, and only what can be shown is kept."""

import pytest
from tests.years.counts import asked_of, counted_of

from samordna.domain.activities.agreed import AgreedNumber, Counted
from samordna.domain.measures.composing import composed, division_names
from samordna.domain.measures.disclosure import Audience
from samordna.domain.measures.statistics import Known, tables_of
from samordna.domain.measures.view import ACTIVITY, UNIT, ViewKind, divisions
from samordna.domain.measures.view_file import view_problems
from samordna.domain.values.period import Period

SHAPES = (
    (("starts",), "", "", ViewKind.BY_GENDER),
    (("starts",), UNIT, "", ViewKind.BY_GENDER),
    (("referrals",), UNIT, "source", ViewKind.BY_GENDER),
    (("starts", "exits"), UNIT, "", ViewKind.SIDE_BY_SIDE),
    (("starts", "exits"), ACTIVITY, "", ViewKind.SIDE_BY_SIDE),
    (("starts", "exits"), "", "", ViewKind.SUMMARY),
    (("exits",), "", "income", ViewKind.START_TO_END),
    (("progression_change",), "", "", ViewKind.CHANGE),
    (("starts", "progression_change"), "", "", ViewKind.CHANGE),
    (("starts", "agreed_starts"), "", "", ViewKind.SIDE_BY_SIDE),
)


@pytest.mark.parametrize(("measures", "place", "division", "kind"), SHAPES)
def test_it_is_laid_out_as_suits_it(measures: tuple[str, ...], place: str, division: str, kind: ViewKind):
    view = composed(measures, place, division)
    assert view.kind is kind
    assert list(view_problems(view, "vy")) == []


def test_what_a_measure_is_not_divided_by_is_told():
    [problem] = view_problems(composed(("starts",), "", "source"), "vy")
    assert problem.code == "statistics-unknown-division"


@pytest.mark.parametrize(("measures", "place", "division", "kind"), SHAPES)
def test_nothing_that_is_chosen_is_left_out(measures: tuple[str, ...], place: str, division: str, kind: ViewKind):
    view = composed(measures, place, division)
    agreed = AgreedNumber("activera", "", Period(202401, 202412), Counted.STARTS, 300, "Avtal", None)
    known = Known(counted_of("insjoriket"), (agreed,), lists=asked_of("insjoriket")[0].lists)
    told = tables_of(view, known, Audience.INSIDE).tables
    names = {table.id.removeprefix("-") for table in told}
    names |= {name for table in told for name in (*(row.id for row in table.rows), *(one.id for one in table.columns))}
    assert set(measures) <= names, kind


def test_answers_are_of_all_together_or_refused():
    for place, division in ((UNIT, ""), ("", "age")):
        [problem] = view_problems(composed(("progression_change",), place, division), "vy")
        assert problem.code == "statistics-answers-undivided"


def test_shares_are_of_something():
    assert not composed(("referrals",), UNIT, "", shares=True).shares
    assert composed(("referrals",), "", "source", shares=True).shares


def test_every_division_has_a_name_that_a_person_uses():
    names = division_names()
    assert all(name != words for name, words in names.items())
    assert {one.removesuffix("_at_start").removesuffix("_at_end") for one in divisions()} == set(names)
