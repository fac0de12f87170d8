"""What is agreed and reported is looked over: numbers, units, months, and results that could say who answered what."""

import datetime as dt
from dataclasses import replace
from fractions import Fraction

import pytest
from tests.activities.some import DAYS, STEP, agreed, codes

from samordna.domain.activities.agreed import Counted
from samordna.domain.activities.reported import CapacityReported
from samordna.domain.activities.reported_checks import (
    agreed_problems,
    capacity_problems,
    event_problems,
    survey_problems,
)
from samordna.domain.activities.structural import CountingRule, StructuralEvent
from samordna.domain.activities.survey import AnswerShare, AskedGroup, SurveyResult
from samordna.domain.values.counted import RawCount
from samordna.domain.values.period import Period

REPORTED = CapacityReported("steget", "enhet-norr", 202408, 40, RawCount(0), 2, "Enhetschefen")
EVENT = StructuralEvent(
    "dagar",
    "Metoddag",
    dt.date(2024, 2, 13),
    dt.date(2024, 2, 14),
    ("kommunerna",),
    RawCount(46),
    CountingRule.EACH_PERSON,
    "Lista utan namn",
)
MEAN = SurveyResult(
    AskedGroup.PARTNERS,
    "Partnerenkät",
    "P1",
    Period(202405, 202406),
    RawCount(64),
    RawCount(41),
    "Enkät",
    mean=Fraction(41, 10),
    low=1,
    high=5,
    activity="steget",
)
SHARES = replace(
    MEAN,
    mean=None,
    low=None,
    high=None,
    shares=(AnswerShare("ja", Fraction(125, 2)), AnswerShare("nej", Fraction(75, 2))),
)


def test_nothing_is_wrong_with_these():
    assert list(agreed_problems(agreed(), STEP)) == []
    assert list(agreed_problems(agreed(unit=""), STEP)) == []
    assert list(capacity_problems(REPORTED, STEP)) == []
    assert list(event_problems(EVENT, DAYS)) == []
    assert list(survey_problems(MEAN, STEP)) == list(survey_problems(SHARES, STEP)) == []
    assert list(survey_problems(replace(MEAN, activity=""), None)) == []


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (agreed(-1), ["negative"]),
        (replace(agreed(), budgeted=-5), ["negative"]),
        (replace(agreed(), basis=" "), ["without-source"]),
        (agreed(unit="enhet-vast"), ["unknown-unit"]),
        (agreed(counts=Counted.HEADS), ["counts-another-direction"]),
        (agreed(year=Period(202201, 202212)), ["outside"]),
    ],
)
def test_an_agreed_number_is_looked_over(number, told):
    assert codes(agreed_problems(number, STEP)) == told


def test_what_is_said_of_an_activity_that_is_not_there_is_told():
    for found in (
        agreed_problems(agreed(), None),
        capacity_problems(REPORTED, None),
        event_problems(EVENT, None),
        survey_problems(MEAN, None),
    ):
        assert codes(found) == ["unknown"]


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"places": None, "queue": None, "waiting_weeks": None}, ["nothing-reported"]),
        ({"places": -1}, ["negative"]),
        ({"waiting_weeks": -1}, ["negative"]),
        ({"source": ""}, ["without-source"]),
        ({"month": 202212}, ["outside"]),
        ({"unit": "ingen"}, ["unknown-unit"]),
    ],
)
def test_reported_capacity_is_looked_over(changed, told):
    assert codes(capacity_problems(replace(REPORTED, **changed), STEP)) == told


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"name": " "}, ["event-without-name"]),
        ({"last": dt.date(2024, 2, 12)}, ["ends-before-it-begins"]),
        ({"first": dt.date(2025, 2, 1), "last": dt.date(2025, 2, 1)}, ["outside"]),
        ({"organisations": ()}, ["without-organisations"]),
        ({"heads": None}, ["not-counted"]),
        ({"source": ""}, ["without-source"]),
    ],
)
def test_something_that_was_held_is_looked_over(changed, told):
    assert codes(event_problems(replace(EVENT, **changed), DAYS)) == told


def test_an_individual_activity_holds_no_structural_events():
    assert codes(event_problems(replace(EVENT, activity="steget"), STEP)) == ["event-of-individual"]


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"instrument": ""}, ["without-instrument"]),
        ({"question": "Hur väl fungerar samverkan med oss?"}, ["question-is-text"]),
        ({"question": "F" * 41}, ["question-is-text"]),
        ({"answered": RawCount(65)}, ["more-answered"]),
        ({"answered": RawCount(4)}, ["few-answered"]),
        ({"mean": None}, ["no-result"]),
        ({"mean": Fraction(6)}, ["outside-scale"]),
        ({"high": None}, ["outside-scale"]),
        ({"source": ""}, ["without-source"]),
        ({"shares": (AnswerShare("ja", Fraction(101)),)}, ["impossible"]),
        ({"shares": (AnswerShare("ja", Fraction(60)),)}, ["shares-are-not-the-whole"]),
    ],
)
def test_a_result_of_a_survey_is_looked_over(changed, told):
    assert codes(survey_problems(replace(MEAN, **changed), STEP)) == told


def test_a_message_shows_numbers_as_people_write_them():
    [outside] = survey_problems(replace(MEAN, mean=Fraction(13, 2)), STEP)
    assert "Medelvärdet 6,50 ligger inte på skalan 1 till 5." in outside.found


def test_an_event_is_known_by_its_activity_day_and_name_and_tells_its_months():
    assert EVENT.key == "dagar:2024-02-13:metoddag"
    assert EVENT.months == Period(202402, 202402)
    assert replace(EVENT, name="metoddag ").key == EVENT.key


def test_results_of_different_questions_never_share_a_key():
    keys = {one.key for one in (MEAN, replace(MEAN, question="P2"), replace(MEAN, instrument="Partnerenkät:P1"))}
    assert len(keys) == 3
