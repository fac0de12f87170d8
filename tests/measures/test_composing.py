"""A view that somebody puts together is laid out as suits what it shows, and only what can be shown is kept."""

import pytest

from samordna.domain.measures.composing import composed, division_names
from samordna.domain.measures.view import ACTIVITY, UNIT, ViewKind, divisions
from samordna.domain.measures.view_file import view_problems

SHAPES = (
    (("starts",), "", "", ViewKind.BY_GENDER),
    (("starts",), UNIT, "", ViewKind.BY_GENDER),
    (("referrals",), UNIT, "source", ViewKind.BY_GENDER),
    (("starts", "exits"), UNIT, "", ViewKind.SIDE_BY_SIDE),
    (("starts", "exits"), ACTIVITY, "", ViewKind.SIDE_BY_SIDE),
    (("starts", "exits"), "", "", ViewKind.SUMMARY),
    (("exits",), "", "income", ViewKind.START_TO_END),
    (("progression_change",), "", "", ViewKind.CHANGE),
)


@pytest.mark.parametrize(("measures", "place", "division", "kind"), SHAPES)
def test_it_is_laid_out_as_suits_it(measures: tuple[str, ...], place: str, division: str, kind: ViewKind):
    view = composed(measures, place, division)
    assert view.kind is kind
    assert list(view_problems(view, "vy")) == []


def test_what_a_measure_is_not_divided_by_is_told():
    [problem] = view_problems(composed(("starts",), "", "source"), "vy")
    assert problem.code == "statistics-unknown-division"


def test_shares_are_of_something():
    assert not composed(("referrals",), UNIT, "", shares=True).shares
    assert composed(("referrals",), "", "source", shares=True).shares


def test_every_division_has_a_name_that_a_person_uses():
    names = division_names()
    assert all(name != words for name, words in names.items())
    assert {one.removesuffix("_at_start").removesuffix("_at_end") for one in divisions()} == set(names)
