"""What is wrong with an activity is told: what stops it, and what only warns, with the rule's date and source."""

from dataclasses import replace

import pytest
from tests.activities.some import DAYS, NORTH, SOUTH, STEP, codes

from samordna.domain.activities.activity import Performer
from samordna.domain.activities.checks import Beside, activity_problems, left_behind_problems
from samordna.domain.activities.classification import (
    CATEGORY_LISTS,
    MARKS,
    CategoryList,
    Direction,
    EsfFinancing,
    FollowUpMethod,
    categories_of,
    category_in_words,
)
from samordna.domain.activities.naming import id_of
from samordna.domain.activities.problems import TABLE
from samordna.domain.activities.rules import CHOICES_STAY, DatedRule
from samordna.domain.values.problem import Severity, refuses

MEMBERS = (("1490", "Borås"), ("1463", "Mark"))


@pytest.mark.parametrize("activity", [STEP, DAYS], ids=lambda one: one.id)
def test_nothing_is_wrong_with_these(activity):
    assert activity_problems(activity, Beside(MEMBERS, frozenset({"3001", "3005"}))) == ()


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"name": " "}, "without-name"),
        ({"source": ""}, "without-source"),
        ({"last": 202212}, "ends-before-it-begins"),
        ({"category": "education"}, "unknown-category"),
        ({"category": ""}, "without-category"),
        ({"marks": ("guld",)}, "unknown-mark"),
        ({"marks": ("esf-owner",)}, "esf-disagrees"),
        ({"marks": ("esf-owner",), "esf": EsfFinancing.CO_FINANCER}, "esf-disagrees"),
        ({"youngest": 65}, "reversed"),
        ({"oldest": 400}, "impossible"),
        ({"shortest": -1}, "impossible"),
        ({"shortest": 25}, "reversed"),
        ({"parties": ()}, "one-party"),
        ({"parties": ("fk", "fk")}, "one-party"),
        ({"performers": (Performer(""),)}, "unit-without-name"),
        ({"performers": (NORTH, replace(NORTH, unit="enhet  norr"))}, "unit-twice"),
        ({"performers": (replace(NORTH, since=202406, until=202401),)}, "ends-before-it-begins"),
        ({"performers": (replace(NORTH, since=202212),)}, "unit-outside"),
        ({"performers": (replace(NORTH, until=202501),), "last": 202412}, "unit-outside"),
    ],
)
def test_what_is_wrong_is_told(changed, told):
    assert codes(activity_problems(replace(STEP, **changed))) == [told]


def test_an_esf_mark_agrees_with_the_financing_it_says():
    owned = replace(STEP, marks=("esf-owner", "young-disability"), esf=EsfFinancing.OWNER)
    assert activity_problems(owned) == ()


def test_only_members_perform_and_the_warning_says_since_when_and_where():
    beside = Beside(MEMBERS)
    by_name = replace(STEP, performers=(replace(NORTH, member="borås"), SOUTH))
    assert activity_problems(by_name, beside) == ()
    [problem] = activity_problems(replace(STEP, performers=(replace(NORTH, member="Bolaget AB"),)), beside)
    assert problem.severity is Severity.WARN
    assert "Enhet Norr utför insatsen för ”Bolaget AB”" in problem.found
    assert "Lagen om finansiell samordning (2003:1210), från januari 2004" in problem.found
    [nobody] = activity_problems(replace(STEP, performers=(replace(NORTH, member=""),)), beside)
    assert "”ingen angiven”" in nobody.found
    assert activity_problems(by_name) == ()  # while no members are known nothing is said of them


def test_a_municipality_that_a_unit_receives_from_only_is_one_of_the_members():
    beside = Beside(MEMBERS, municipalities=(("1490", "Borås"),))
    for told in ("1490", "borås ", ""):
        assert activity_problems(replace(STEP, performers=(replace(NORTH, only_from=told),)), beside) == ()
    [problem] = activity_problems(replace(STEP, performers=(replace(NORTH, only_from="Göteborg"),)), beside)
    assert (problem.severity, problem.code) == (Severity.WARN, "activity-no-municipality")
    assert "Enhet Norr tar bara emot från ”Göteborg”" in problem.found
    assert activity_problems(replace(STEP, performers=(replace(NORTH, only_from="Göteborg"),))) == ()


def test_rows_that_the_register_does_not_have_are_told_once_some_are_known():
    assert codes(activity_problems(STEP, Beside(rows=frozenset({"3001"})))) == ["unknown-row"]
    assert STEP.all_rows == ("3001", "3005")


def test_a_unit_that_something_is_said_of_and_that_no_longer_performs_is_told_once():
    found = list(left_behind_problems(STEP, ["enhet-norr", "enhet-vast", "", "enhet-vast"]))
    assert codes(found) == ["unit-left-behind"]
    assert "”enhet-vast”" in found[0].found


def test_a_rule_that_does_not_hold_yet_is_not_told():
    old = replace(STEP, first=200301, last=200312, parties=(), performers=())
    assert activity_problems(old) == ()


def test_no_warning_stops_anything_and_every_kind_says_what_to_do():
    warned = activity_problems(replace(STEP, parties=(), category=""))
    assert len(warned) == 2
    assert not refuses(warned)
    assert all(kind.remedy and kind.found.endswith(".") for kind in TABLE.kinds.values())


def test_a_category_is_read_by_the_list_of_its_own_time():
    until = CategoryList(Direction.INDIVIDUAL, {"old": "gammal"}, "SUS", last=202212)
    since = CategoryList(Direction.INDIVIDUAL, {"new": "ny"}, "Uppföljning Finsam", first=202301)
    lists = (until, since)
    assert [list(categories_of(Direction.INDIVIDUAL, month, lists)) for month in (202212, 202301)] == [["old"], ["new"]]
    assert categories_of(Direction.STRUCTURAL, 202301, lists) == {}
    assert (category_in_words("old", lists), category_in_words("x", lists)) == ("gammal", "x")


def test_the_lists_are_those_of_the_field():
    words = {one.direction: list(one.categories.values()) for one in CATEGORY_LISTS}
    assert words == {
        Direction.INDIVIDUAL: [
            "förebyggande",
            "kartläggning",
            "förberedande",
            "rehabilitering till arbete eller utbildning",
        ],
        Direction.STRUCTURAL: ["kartläggning", "utbildning", "dialog och kommunikation"],
    }
    assert list(MARKS.values()) == ["LTS PRIO", "Unga AE PRIO", "Unga FUNK PRIO", "ESF ÄG", "ESF MF", "Målgrupp Män"]
    assert {one.in_words for one in FollowUpMethod} == {"antal deltagare per kön", "volym, ett antal personer"}


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Aktiv Kraft, Borås", "aktiv-kraft-boras"),
        ("  Män i hälsa ", "man-i-halsa"),
        ("!?", ""),
        ("Ny", "ny-1"),
        ("hela", "hela-1"),
    ],
)
def test_an_id_is_made_of_a_name_and_is_no_other_pages_address(name, told):
    assert id_of(name) == told


def test_a_rule_holds_from_a_month_to_a_month():
    rule = DatedRule(202301, "Beslut", 202412)
    assert [rule.holds_in(month) for month in (202212, 202301, 202412, 202501)] == [False, True, True, False]
    assert rule.holds_over(200001, None)
    assert CHOICES_STAY.told == "Uppföljning Finsam, från januari 2023"
