"""An address and what it asks for are two ways to write the same."""

from contextlib import suppress

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused
from samordna.domain.values.unit import KRONOR_ORE, THOUSANDS
from samordna.office.web.forms.wanted import UNITS, Wanted

months = st.builds(lambda year, month: year * 100 + month, st.integers(1900, 2199), st.integers(1, 12))
periods = st.builds(lambda one, other: Period(min(one, other), max(one, other)), months, months)
words = st.text(st.characters(exclude_categories=("Cs",)), max_size=20).map(str.strip)
wanted = st.builds(
    Wanted,
    period=st.none() | periods,
    compare=st.none() | periods,
    unit=st.none() | st.sampled_from(list(UNITS.values())),
    layout=words,
    versions=st.sets(st.integers(1, 999_999_999), max_size=4).map(lambda found: tuple(sorted(found))),
)


def read(query: str) -> Wanted:
    return Wanted.read(QueryDict(query.removeprefix("?")))


@given(wanted)
def test_what_is_written_in_an_address_is_read_out_of_it(asked: Wanted):
    assert read(asked.query) == asked
    assert read(asked.query).query == asked.query


@given(st.text())
def test_any_address_is_understood_or_refused(query: str):
    with suppress(Refused):
        asked = read(query)
        assert read(asked.query) == asked


def test_an_address_reads_as_a_person_would_write_it():
    asked = Wanted(Period(202401, 202408), Period(202301, 202308), THOUSANDS, "lkbr", (3, 4))
    assert asked.query == (
        "?period=2024-01..2024-08&jamfor=2023-01..2023-08&enhet=tkr&uppstallning=lkbr&inlasningar=3,4"
    )
    assert Wanted().query == ""
    assert Wanted(Period(202402, 202402), unit=KRONOR_ORE).query == "?period=2024-02&enhet=ore"


def test_imports_are_named_together_or_one_by_one_and_counted_once():
    assert read("inlasningar=4&inlasningar=3,4&inlasningar=").versions == (3, 4)


@pytest.mark.parametrize(
    ("query", "code", "place"),
    [
        ("period=2024", "address-no-period", "period"),
        ("period=2024-13", "address-no-period", "period"),
        ("jamfor=2024-08..2024-01", "address-no-period", "jamfor"),
        ("period=2024-01%00", "address-no-period", "period"),
        ("enhet=euro", "address-no-unit", "enhet"),
        ("inlasningar=tre", "address-no-imports", "inlasningar"),
        ("inlasningar=-1", "address-no-imports", "inlasningar"),
        ("inlasningar=99999999999999999999", "address-no-imports", "inlasningar"),
    ],
)
def test_what_cannot_be_understood_is_told_with_its_place(query: str, code: str, place: str):
    with pytest.raises(Refused) as refusal:
        read(query)
    assert [(problem.code, problem.place) for problem in refusal.value.problems] == [(code, place)]


def test_everything_wrong_is_told_at_once():
    with pytest.raises(Refused) as refusal:
        read("period=x&jamfor=y&enhet=z&inlasningar=w")
    assert len(refusal.value.problems) == 4
