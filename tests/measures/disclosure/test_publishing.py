"""What may be read of counts about people: small ones are hidden, and nothing that is read gives them away."""

import random
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.measures.disclosure.attacker import Attacker

from samordna.domain.measures.disclosure import (
    Audience,
    CellKey,
    Cube,
    Dimension,
    Identity,
    PeopleCell,
    published,
    rule_of,
    share_of,
)
from samordna.domain.values.counted import Below, RawCount, Shown, Withheld
from samordna.domain.values.period import Period

MONTHS = Period(202401, 202408)
GENDER = Dimension("gender", ("women", "men"))
SOURCE = Dimension("source", ("fk", "care", "ward", "self"), (("region", ("care", "ward")),))
UNIT = Dimension("unit", ("north", "south", "west"))
PUBLIC = rule_of(Audience.PUBLIC)


def cube(counts: dict[tuple[str, ...], int], *dimensions: Dimension, sensitive: bool = False) -> Cube:
    return Cube("referrals", MONTHS, dimensions, {at: RawCount(one) for at, one in counts.items()}, sensitive)


def key(**at: str) -> CellKey:
    return CellKey("referrals", MONTHS, tuple(sorted(at.items())))


def read(one: Cube, rule=PUBLIC):
    return published(one.cells(), one.identities(), rule)


def narrowed(one: Cube, rule=PUBLIC) -> list[CellKey]:
    """Return the small counts that somebody who reads the publication can narrow down."""
    publication, ties = read(one, rule), tuple(one.identities())
    assert not publication.computable
    attacker, found = Attacker(publication.cells, ties), []
    for cell in one.cells():
        threshold, lowest = rule.threshold(sensitive=one.sensitive), 0 if one.sensitive else 1
        if lowest <= cell.count.count < threshold:
            least, most = attacker.between(cell.key)
            if least > lowest + 1e-6 or most < threshold - 1 - 1e-6:
                found.append(cell.key)
    return found


def test_a_small_count_is_a_sign_nobody_is_told_and_another_goes_with_it():
    told = read(
        cube({("women", "north"): 3, ("men", "north"): 20, ("women", "south"): 8, ("men", "south"): 9}, GENDER, UNIT)
    )
    assert told.of(key(gender="women", unit="north")) == Below(5)
    assert told.of(key(gender="women", unit="west")) == Shown(0)
    assert told.of(key(gender="men", unit="north")) == Withheld(), "by gender before by unit"
    assert told.of(key(unit="north")) == Shown(23)


def test_the_parts_of_a_small_count_are_not_told_at_all():
    told = read(
        cube({("women", "north"): 3, ("men", "north"): 0, ("women", "south"): 30, ("men", "south"): 9}, GENDER, UNIT)
    )
    assert told.of(key(unit="north")) == Below(5)
    assert {told.of(key(gender=gender, unit="north")) for gender in GENDER.values} == {Withheld()}


def test_inside_the_association_everything_is_read():
    counts = {(gender, unit): at for at, (gender, unit) in enumerate(product(GENDER.values, UNIT.values))}
    told = read(cube(counts, GENDER, UNIT), rule_of(Audience.INSIDE))
    assert {type(sign) for sign in told.cells.values()} == {Shown}


def test_of_a_sensitive_variable_nobody_is_no_more_told_than_few():
    counts = {("women", "north"): 0, ("men", "north"): 9, ("women", "south"): 40, ("men", "south"): 30}
    told = read(cube(counts, GENDER, UNIT, sensitive=True))
    assert told.of(key(unit="north")) == Below(10, 0)
    assert told.of(key(unit="west")) == Below(10, 0)
    assert narrowed(cube(counts, GENDER, UNIT, sensitive=True)) == []


def test_nothing_is_told_that_depends_on_the_order():
    rnd = random.Random(7)
    one = cube(
        {at: rnd.randrange(9) for at in product(GENDER.values, UNIT.values, SOURCE.values)}, GENDER, UNIT, SOURCE
    )
    cells, ties = list(one.cells()), list(one.identities())
    first = published(cells, ties, PUBLIC)
    for _ in range(3):
        rnd.shuffle(cells)
        rnd.shuffle(ties)
        assert published(cells, ties, PUBLIC).cells == first.cells


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data(), sensitive=st.booleans())
def test_no_small_count_can_be_narrowed_down(data, sensitive):
    chosen = data.draw(st.sampled_from([(GENDER, UNIT), (UNIT, SOURCE), (GENDER, SOURCE), (GENDER, UNIT, SOURCE)]))
    few = st.one_of(st.just(0), st.integers(0, 6), st.integers(0, 60))
    counts = {at: data.draw(few) for at in product(*(one.values for one in chosen))}
    assert narrowed(cube(counts, *chosen, sensitive=sensitive)) == []


def test_what_was_published_before_stays_and_what_it_gives_away_together_is_found():
    early, late, whole = (
        CellKey("referrals", Period(*months)) for months in ((202401, 202404), (202405, 202408), (202401, 202408))
    )
    ties = (Identity(whole, (early, late)),)
    cells = (
        PeopleCell(early, RawCount(10)),
        PeopleCell(late, RawCount(3), visible=False),
        PeopleCell(whole, RawCount(13)),
    )
    told = published(cells, ties, PUBLIC, before={early: Shown(10)})
    assert told.cells == {early: Shown(10), whole: Withheld()}
    given_away = published(cells, ties, PUBLIC, before={early: Shown(10), whole: Shown(13)})
    assert given_away.computable == {late}


def test_a_part_of_some_people_is_told_in_per_cent_only_of_enough_of_them():
    assert share_of(Shown(10), Shown(20), PUBLIC) == pytest.approx(0.5)
    assert share_of(Shown(10), Shown(19), PUBLIC) is None
    assert share_of(Below(5), Shown(100), PUBLIC) is None
    assert share_of(Shown(10), Withheld(), PUBLIC) is None


def test_a_count_prints_nothing_and_is_of_somebody():
    assert "7" not in repr(RawCount(7))
    with pytest.raises(ValueError, match="-1"):
        RawCount(-1)


def test_a_small_count_is_not_told_when_its_sign_would_narrow_a_sensitive_part_of_it():
    whole, part, rest = key(), key(source="fk"), key(source="left")
    cells = (
        PeopleCell(whole, RawCount(4)),
        PeopleCell(part, RawCount(3), sensitive=True),
        PeopleCell(rest, RawCount(1), visible=False),
    )
    ties = (Identity(whole, (part, rest)),)
    told = published(cells, ties, PUBLIC)
    assert not told.computable
    assert told.of(whole) == Withheld(), "less than five of it would be less than five of those who are kept under ten"
    assert Attacker(told.cells, ties).between(part) == (0, float("inf"))
