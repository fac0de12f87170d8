"""Shared twice, in whole units, and always the whole."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.association.members import ASSOCIATION, COUNTS, DAY, KEY, MEMBERS, WEIGHTS, YEAR
from tests.plan.financing.years import DECIDED, PRELIMINARY, REQUESTED, allotment, entry, framed, kronor

from samordna.domain.association.association import Association
from samordna.domain.association.key import AgreedWeight, AllocationKey, Basis, GroupPart
from samordna.domain.association.members import Member, Party, PayingGroup
from samordna.domain.plan.financing.allotment import AllotmentState
from samordna.domain.plan.financing.filling import filled
from samordna.domain.plan.financing.shares import shares_of
from samordna.domain.plan.financing.year import AgreedAmount, YearFinancing
from samordna.domain.values.problem import Refused
from samordna.domain.values.unit import KRONOR, THOUSANDS

EQUAL = replace(
    ASSOCIATION,
    keys=(replace(KEY, parts=tuple(replace(part, basis=Basis.AGREED) for part in KEY.parts)),),
    weights=(*WEIGHTS, *(AgreedWeight(code, 1, DAY, "Avtal") for code in ("t1", "t2", "t3"))),
)
GONE = tuple(replace(one, left=dt.date(2023, 12, 31)) for one in MEMBERS[3:])
IN_THOUSANDS = replace(ASSOCIATION, keys=(replace(KEY, unit=THOUSANDS),))


def codes(financing, association=ASSOCIATION, state=DECIDED):
    return [problem.code.removeprefix("financing-") for problem in shares_of(association, financing, state).findings]


def refused(financing, association=ASSOCIATION, state=DECIDED):
    with pytest.raises(Refused) as told:
        shares_of(association, financing, state)
    assert all(problem.place and problem.found and problem.remedy for problem in told.value.problems)
    return [problem.code.removeprefix("financing-") for problem in told.value.problems]


def test_no_group_strays_from_its_part_for_the_sake_of_its_members():
    """Shared once among all by their parts, 28 kronor would leave the State 14, the regions 8 and the towns 6."""
    assert kronor(shares_of(EQUAL, framed(28), DECIDED)) == {
        "state": [14, 14], "regions": [7, 4, 3], "towns": [7, 3, 2, 2],
    }  # fmt: skip


def test_within_a_group_by_population_or_by_agreed_weights():
    shares = shares_of(ASSOCIATION, framed(4_000_000), DECIDED)
    assert kronor(shares)["towns"] == [1_000_000, 500_000, 300_000, 200_000]
    assert kronor(shares)["regions"] == [1_000_000, 500_000, 500_000]
    assert shares.total == sum(shares.amounts.values()) == 4_000_000_00
    assert shares.findings == ()


def test_an_odd_sum_in_thousands_leaves_whole_thousands():
    assert kronor(shares_of(IN_THOUSANDS, framed(14_277_000), DECIDED)) == {
        "state": [7_139_000, 7_139_000],
        "regions": [3_569_000, 1_785_000, 1_784_000],
        "towns": [3_569_000, 1_784_000, 1_071_000, 714_000],
    }


def test_the_others_follow_the_state_when_only_that_is_known():
    """Sjuhärad 2024: the State's 9 011 and half of it from each of the others."""
    financing = YearFinancing(YEAR, (allotment("state", entry(DECIDED, 9_011_000)),))
    told = kronor(shares_of(ASSOCIATION, financing, DECIDED))
    assert [told[group][0] for group in told] == [9_011_000, 4_505_500, 4_505_500]
    told = kronor(shares_of(IN_THOUSANDS, financing, DECIDED))
    assert [told[group][0] for group in told] == [9_011_000, 4_506_000, 4_505_000]


def test_what_is_allotted_stands_and_is_told_against_the_key():
    """Sjuhärad 2022: 9 032 + 5 000 + 5 000 does not follow from halves and quarters."""
    given_by = {"state": 9_032_000, "regions": 5_000_000, "towns": 5_000_000}
    financing = YearFinancing(
        YEAR, tuple(allotment(group, entry(DECIDED, amount)) for group, amount in given_by.items())
    )
    shares = shares_of(ASSOCIATION, financing, DECIDED)
    assert {one.group.id: one.amount // 100 for one in shares.groups} == given_by
    assert [one.by_key // 100 for one in shares.groups] == [9_516_000, 4_758_000, 4_758_000]
    assert codes(financing) == ["not-by-key"] * 3
    assert str(shares.findings[0]).startswith(
        "finansieringen 2024, Staten: Beloppet är 9\xa0032\xa0000 kr. Enligt nyckeln"
    )


def test_what_a_member_has_agreed_stands_and_the_rest_is_shared_among_the_others():
    financing = replace(framed(4_000_000), agreed=(AgreedAmount("t2", 100_000_00, "Avtal med Furuby"),))
    shares = shares_of(ASSOCIATION, financing, DECIDED)
    assert kronor(shares)["towns"] == [1_000_000, 642_857, 100_000, 257_143]
    assert [one.by_key // 100 for one in shares.groups[2].members] == [500_000, 300_000, 200_000]
    assert codes(financing) == ["not-by-key"]


def test_a_year_can_be_told_by_its_members_alone():
    told = {"fk": 40, "r1": 10, "r2": 10, "t1": 10, "t2": 5, "t3": 5}
    financing = YearFinancing(YEAR, agreed=tuple(AgreedAmount(who, kr * 100, "Avtal") for who, kr in told.items()))
    shares = shares_of(ASSOCIATION, financing, DECIDED)
    assert {who: ore // 100 for who, ore in shares.amounts.items()} == told
    assert [one.amount // 100 for one in shares.groups] == [40, 20, 20]


def test_a_plan_rests_on_the_state_that_is_chosen_or_says_which_it_rests_on():
    history = (entry(REQUESTED, 10_000), entry(PRELIMINARY, 9_500), entry(DECIDED, 9_032))
    financing = YearFinancing(YEAR, (allotment("state", *history),))
    states = (REQUESTED, PRELIMINARY, DECIDED)
    assert [kronor(shares_of(ASSOCIATION, financing, state))["state"][0] for state in states] == [10_000, 9_500, 9_032]
    asked = YearFinancing(YEAR, (allotment("state", history[0]),))
    assert codes(asked) == ["another-state"]
    assert kronor(shares_of(ASSOCIATION, asked, DECIDED))["state"][0] == 10_000
    decided = YearFinancing(YEAR, (allotment("state", history[2]),))
    assert codes(decided, state=REQUESTED) == ["another-state"]


def test_what_is_not_whole_thousands_is_shared_in_the_unit_that_it_is_whole_in():
    shares = shares_of(IN_THOUSANDS, framed(14_277_500), DECIDED)
    assert [one.amount // 100 for one in shares.groups] == [7_138_750, 3_569_375, 3_569_375]
    assert "not-whole-units" in codes(framed(14_277_500), IN_THOUSANDS)
    odd = YearFinancing(YEAR, whole=101)
    assert [one.amount for one in shares_of(ASSOCIATION, odd, DECIDED).groups] == [51, 25, 25]
    assert str(shares_of(ASSOCIATION, odd, DECIDED).findings[0]) == (
        "finansieringen 2024: 1,01 kr går inte att dela i hela kronor: det delas i öre. "
        "Avrunda det som ska fördelas om delarna ska vara hela kronor."
    )


@pytest.mark.parametrize(
    ("association", "financing", "code"),
    [
        (replace(ASSOCIATION, keys=()), framed(10), "association-no-key"),
        (ASSOCIATION, YearFinancing(YEAR), "nothing-to-share"),
        (ASSOCIATION, framed(-1), "negative-amount"),
        (replace(ASSOCIATION, populations=COUNTS[1:]), framed(10), "association-population-missing"),
        (replace(ASSOCIATION, members=(*MEMBERS[:3], *GONE)), framed(10), "association-group-without-members"),
        (replace(EQUAL, weights=WEIGHTS[:1]), framed(10), "association-member-without-weight"),
        (replace(ASSOCIATION, members=(*MEMBERS, MEMBERS[0])), framed(10), "association-member-twice"),
        (ASSOCIATION, YearFinancing(YEAR, (allotment("x", entry(DECIDED, 1)),), whole=100), "allotment-of-unknown"),
        (ASSOCIATION, YearFinancing(YEAR, (allotment("state", entry(DECIDED, 1)),) * 2), "allotment-twice"),
        (ASSOCIATION, replace(framed(10), agreed=(AgreedAmount("x", 1, ""),)), "agreed-with-unknown"),
        (ASSOCIATION, replace(framed(10), agreed=(AgreedAmount("t1", 1, ""),) * 2), "agreed-twice"),
        (ASSOCIATION, replace(framed(10), agreed=(AgreedAmount("t1", -1, ""),)), "negative-amount"),
        (ASSOCIATION, replace(framed(4), agreed=(AgreedAmount("t1", 2_00, ""),)), "agreed-is-more"),
        (ASSOCIATION, YearFinancing(YEAR, (allotment("state", entry(DECIDED, 5)),), whole=400), "agreed-is-more"),
        (
            ASSOCIATION,
            YearFinancing(YEAR, (allotment("state", entry(DECIDED, 5)),), (AgreedAmount("fk", 4_00, ""),)),
            "agreed-does-not-add-up",
        ),
    ],
)
def test_what_cannot_be_shared_is_refused_with_place_and_remedy(association, financing, code):
    assert code in refused(financing, association)


def test_weights_that_are_all_zero_are_refused():
    towns = replace(ASSOCIATION, populations=tuple(replace(one, count=0) for one in COUNTS))
    assert set(refused(framed(100), towns)) == {"association-population-nobody"}
    no_parts = replace(ASSOCIATION, keys=(replace(KEY, parts=()),))
    assert "association-weights-all-zero" in refused(framed(100), no_parts)


def test_agreed_with_a_member_that_has_left_is_refused():
    gone = replace(ASSOCIATION, members=(*MEMBERS[:5], replace(MEMBERS[5], left=dt.date(2023, 12, 31))))
    financing = replace(framed(100), agreed=(AgreedAmount("t3", 1_00, "Avtal"),))
    assert refused(financing, gone) == ["agreed-with-unknown"]


def test_a_withdrawn_allotment_is_no_allotment():
    gone = allotment("state", entry(REQUESTED, 10), replace(entry(REQUESTED, 0), state=AllotmentState.WITHDRAWN))
    assert refused(YearFinancing(YEAR, (gone,))) == ["nothing-to-share"]


@st.composite
def associations(draw):
    """Draw groups with any weights, each with members with any weights, none of them all zero."""
    unit = draw(st.sampled_from([KRONOR, THOUSANDS]))
    sizes = draw(st.lists(st.lists(st.integers(0, 200_000), min_size=1, max_size=6), min_size=1, max_size=5))
    parts = draw(st.lists(st.integers(0, 1_000), min_size=len(sizes), max_size=len(sizes)))
    assume(sum(parts) and all(sum(weights) for weights in sizes))
    groups = tuple(PayingGroup(f"g{index}", f"Grupp {index}") for index in range(len(sizes)))
    told = [(f"g{group}", f"m{group}-{at}", one) for group, ones in enumerate(sizes) for at, one in enumerate(ones)]
    key_parts = tuple(GroupPart(one.id, part, Basis.AGREED) for one, part in zip(groups, parts, strict=True))
    return Association(
        groups,
        tuple(Member(code, code, Party.MUNICIPAL, group) for group, code, _ in told),
        (AllocationKey(DAY, key_parts, "Förbundsordningen", unit),),
        tuple(AgreedWeight(code, weight, DAY, "Avtal") for _, code, weight in told),
    )


@settings(deadline=None)  # on a machine that others use
@given(associations(), st.integers(0, 10**12))
def test_parts_are_the_whole_for_any_groups_and_weights(association, whole):
    shares = shares_of(association, YearFinancing(YEAR, whole=whole), DECIDED)
    assert shares.total == sum(shares.amounts.values()) == whole
    for group in shares.groups:
        assert sum(member.amount for member in group.members) == group.amount == group.by_key


@settings(deadline=None)  # on a machine that others use
@given(associations(), st.integers(0, 10**9))
def test_no_group_strays_a_whole_unit_from_its_part_and_no_member_from_its_share(association, units):
    size = int(association.keys[0].unit.holds)
    shares = shares_of(association, YearFinancing(YEAR, whole=units * size), DECIDED)
    weights = sum(group.part.weight for group in shares.groups)
    for group in shares.groups:
        assert group.amount % size == 0
        assert abs(group.amount * weights - units * size * group.part.weight) < size * weights
        within = sum(member.weight.weight for member in group.members)
        for member in group.members:
            assert member.amount % size == 0
            assert abs(member.amount * within - group.amount * member.weight.weight) < size * within


@settings(deadline=None)
@given(
    st.integers(0, 10**10),
    st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 10**6), min_size=1),
    st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 10**9)),
)
def test_what_is_agreed_stands_and_the_parts_are_the_whole_while_it_leaves_room(whole, weights, agreed):
    agreed = {who: ore for who, ore in agreed.items() if who in weights}
    assume(sum(agreed.values()) <= whole and len(agreed) < len(weights))
    parts = filled(whole, weights, agreed, THOUSANDS)
    assert sum(parts.values()) == whole
    assert all(parts[who] == ore for who, ore in agreed.items())
