"""Every measure says what it counts, of whom, and how its figures go together; every view is made of such measures."""

import pytest

from samordna.domain.measures.registry import BY_KEY, MEASURES, Form, Measure
from samordna.domain.measures.view import ViewKind
from samordna.domain.measures.view_file import asked_view, read_view, shipped_views
from samordna.domain.participation.tables import TABLES
from samordna.domain.values.problem import Refused

EACH = pytest.mark.parametrize("measure", MEASURES, ids=lambda one: one.key)


def test_there_are_at_least_forty_each_with_a_key_of_its_own():
    assert len(MEASURES) == len(BY_KEY) >= 40


@EACH
def test_a_measure_says_all_that_is_printed_beside_it(measure: Measure):
    words = (measure.name, measure.definition, measure.population, measure.period_rule, measure.unit_rule)
    assert all(text and text[-1] not in " \n" for text in words)
    assert measure.version >= 1
    assert measure.valid_until is None or measure.valid_until > measure.valid_from
    assert set(measure.tables) <= set(TABLES)
    assert (measure.denominator is not None) is (measure.form is Form.SHARE)
    assert (measure.agreed is not None) is (measure.form in (Form.AGREED, Form.BUDGETED, Form.OF_AGREED))


@EACH
def test_the_rows_of_a_measure_are_rows_of_its_table(measure: Measure):
    dimensions = TABLES[measure.numerator.table].dimensions
    assert all(len(codes) == len(dimensions) for codes in measure.numerator.rows)
    if measure.numerator.weights:
        assert len(measure.numerator.weights) == len(measure.numerator.rows)


def test_a_share_is_of_the_figure_that_its_part_is_a_part_of():
    for one in MEASURES:
        if one.denominator and one.numerator.rows:
            assert one.numerator.family == one.denominator.family


def test_the_older_forms_are_views_like_any_other():
    views = shipped_views()
    assert views["participants-2014"].headings == (
        "Budgeterat antal", "Totalt", "Unika", "Nya", "Avslutade", "Nya anonyma", "Budgeterad volym", "Volym",
    )  # fmt: skip
    assert views["plan-participants"].kind is ViewKind.SIDE_BY_SIDE
    assert all(view.name and view.description for view in views.values())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("key = ", "statistics-unreadable-view"),
        ('key = "a"\nname = "A"\nkind = "pie"\nmeasures = []', "statistics-unreadable-view"),
        ('key = "a"\nname = "A"\nkind = "summary"\nmeasures = []\ncolour = "red"', "statistics-unreadable-view"),
        ('key = "a"\nname = "A"\nkind = "summary"\nmeasures = ["happiness"]', "statistics-unknown-measure"),
        (
            'key = "a"\nname = "A"\nkind = "by_gender"\nmeasures = ["exits"]\nby = ["source"]',
            "statistics-unknown-division",
        ),
    ],
)
def test_a_view_that_cannot_be_is_refused_with_what_to_do(text: str, code: str):
    with pytest.raises(Refused) as refusal:
        read_view(text, "vy.toml")
    [problem] = refusal.value.problems
    assert (problem.code, problem.place) == (code, "vy.toml")
    assert problem.remedy


def test_what_is_asked_for_by_word_becomes_a_view():
    assert asked_view(("referrals",), ("source",)).kind is ViewKind.BY_GENDER
    assert asked_view(("referrals", "starts"), ("unit",)).kind is ViewKind.SIDE_BY_SIDE
    assert asked_view(("referrals", "starts"), ()).kind is ViewKind.SUMMARY
    assert asked_view(("progression_change",), ()).kind is ViewKind.CHANGE
    with pytest.raises(Refused, match="finns inte"):
        asked_view(("lycka",), ())
