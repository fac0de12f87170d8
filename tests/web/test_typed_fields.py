"""Numbers are taken as people type them, and what is none is told with what was typed."""

from fractions import Fraction

import pytest
from django.core.exceptions import ValidationError

from samordna.office.web.forms.percent_field import PercentField, typed_percent
from samordna.office.web.forms.whole_field import WholeField


@pytest.mark.parametrize(
    ("typed", "number"), [("1200", 1200), ("1 200", 1200), ("1\u00a0200", 1200), (" 7 ", 7), ("", None)]
)
def test_a_whole_number_is_taken_with_or_without_spaces(typed, number):
    assert WholeField(least=0, most=5_000, required=False).clean(typed) == number


@pytest.mark.parametrize(
    ("typed", "told"),
    [("många", "”många” är inget heltal"), ("-1", "minst 0"), ("5 001", "högst 5"), ("1,5", "”1,5”")],
)
def test_what_is_no_whole_number_is_told(typed, told):
    with pytest.raises(ValidationError, match=told):
        WholeField(least=0, most=5_000).clean(typed)


@pytest.mark.parametrize(
    ("typed", "part"), [("50", Fraction(1, 2)), ("50 %", Fraction(1, 2)), ("12.5", Fraction(1, 8)), ("", None)]
)
def test_a_percentage_is_taken_with_or_without_its_sign_and_typed_back(typed, part):
    assert PercentField(required=False).clean(typed) == part
    assert PercentField(required=False).clean(typed_percent(part)) == part


@pytest.mark.parametrize(("typed", "told"), [("hälften", "”hälften” är ingen procentsats"), ("-1", "från 0 till 1")])
def test_what_is_no_percentage_is_told(typed, told):
    with pytest.raises(ValidationError, match=told):
        PercentField().clean(typed)
