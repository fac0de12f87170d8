"""Who pays in a year, by which key, and what each weighs."""

import datetime as dt
from dataclasses import replace

from tests.association.members import ASSOCIATION, COUNTS, DAY, FK, KEY, MEMBERS, WEIGHTS, YEAR

from samordna.domain.association.association import parts_in_order
from samordna.domain.association.key import END_OF_YEAR, AgreedWeight
from samordna.domain.association.members import Party
from samordna.domain.association.population import PopulationCount, latest_count

TOWNS = KEY.parts[2]


def weights_of(association, part=TOWNS, year=YEAR):
    told, problems = association.weights_in(part, association.key_of(year), year)
    return {one.member.code: one.weight for one in told}, [problem.code for problem in problems]


def test_a_member_counts_for_the_days_that_it_is_a_member():
    joining = replace(MEMBERS[3], joined=dt.date(2024, 12, 31))
    leaving = replace(MEMBERS[4], left=dt.date(2024, 1, 2))
    association = replace(ASSOCIATION, members=(joining, leaving, MEMBERS[5]))
    assert weights_of(association) == ({"t1": 500, "t2": 2 * 300, "t3": 366 * 200}, [])
    told, _ = association.weights_in(TOWNS, KEY, YEAR)
    assert told[0].how == "500 invånare 30 juni 2023, SCB; medlem 1 av årets 366 dagar"
    assert told[2].how == "200 invånare 30 juni 2023, SCB"


def test_who_is_not_a_member_on_any_day_is_not_asked():
    gone = replace(MEMBERS[3], left=dt.date(2023, 12, 31))
    coming = replace(MEMBERS[4], joined=dt.date(2025, 1, 1))
    assert list(weights_of(replace(ASSOCIATION, members=(gone, coming, MEMBERS[5])))[0]) == ["t3"]


def test_the_population_is_the_one_of_the_keys_day_the_year_before():
    newer = PopulationCount("t1", 999, dt.date(2023, 12, 31), "SCB")
    association = replace(ASSOCIATION, populations=(*COUNTS, newer))
    assert weights_of(association)[0]["t1"] == 366 * 500
    by_year_end = replace(association, keys=(replace(KEY, counted=END_OF_YEAR),))
    weights, problems = weights_of(by_year_end)
    assert weights == {"t1": 366 * 999, "t2": 366 * 300, "t3": 366 * 200}
    assert problems == ["association-population-older"] * 2


def test_a_population_that_is_missing_is_told_with_its_day():
    association = replace(ASSOCIATION, populations=COUNTS[1:])
    _, problems = association.weights_in(TOWNS, KEY, YEAR)
    [problem] = problems
    assert str(problem) == (
        "Granby: Det finns ingen folkmängd för 30 juni 2023 eller tidigare. "
        "Ange folkmängden enligt SCB, med dag och källa."
    )


def test_the_latest_agreed_weight_holds_and_one_that_is_missing_is_told():
    regions = KEY.parts[1]
    changed = AgreedWeight("r1", 5, dt.date(2024, 1, 1), "Nytt avtal")
    later = AgreedWeight("r1", 9, dt.date(2024, 1, 2), "Senare avtal")
    association = replace(ASSOCIATION, weights=(*WEIGHTS, changed, later))
    assert weights_of(association, regions) == ({"r1": 366 * 5, "r2": 366}, [])
    association = replace(ASSOCIATION, weights=WEIGHTS[:2])
    assert weights_of(association, regions) == ({"r1": 366}, ["association-member-without-weight"])


def test_a_member_that_joins_in_the_year_may_have_its_weight_from_that_day():
    joining = replace(MEMBERS[2], joined=dt.date(2024, 7, 1))
    weight = AgreedWeight("r2", 3, dt.date(2024, 7, 1), "Inträde")
    association = replace(ASSOCIATION, members=(MEMBERS[1], joining), weights=(WEIGHTS[1], weight))
    assert weights_of(association, KEY.parts[1]) == ({"r1": 366, "r2": 3 * 184}, [])


def test_the_key_that_holds_is_the_one_that_has_begun_when_the_year_does():
    later = replace(KEY, since=dt.date(2024, 1, 2), source="Ny")
    now = replace(KEY, since=dt.date(2024, 1, 1), source="Nu")
    association = replace(ASSOCIATION, keys=(later, now, KEY))
    key = association.key_of(YEAR)
    assert key is not None
    assert key.source == "Nu"
    assert replace(ASSOCIATION, keys=(later,)).key_of(YEAR) is None


def test_what_is_asked_for_by_name_is_found_or_none():
    assert ASSOCIATION.member("fk") == FK
    assert ASSOCIATION.member("x") is ASSOCIATION.group("x") is KEY.part_of("x") is None
    assert [group.id for group, _ in parts_in_order(ASSOCIATION, KEY)] == ["state", "regions", "towns"]
    assert latest_count(COUNTS, "t1", DAY) is None
    assert [party.in_words for party in Party] == [
        "Försäkringskassan", "Arbetsförmedlingen", "regionen", "kommunerna",
    ]  # fmt: skip
