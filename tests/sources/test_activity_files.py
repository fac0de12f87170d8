"""Activities and what is told of them are read from plain tables; what is wrong has file, line and column."""

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.activities.some import STEP
from tests.years.plans import input_files

from samordna.domain.activities.activity import Activity, Performer
from samordna.domain.activities.agreed import AgreedNumber, Counted
from samordna.domain.activities.classification import Direction, EsfFinancing, FollowUpMethod
from samordna.domain.activities.reported import CapacityReported
from samordna.domain.activities.structural import CountingRule, StructuralEvent
from samordna.domain.activities.survey import AnswerShare, AskedGroup, SurveyResult
from samordna.domain.plan.plan import NO_PLAN
from samordna.domain.values.counted import RawCount
from samordna.domain.values.period import Period
from samordna.sources.plan_files import read_activities, read_activity_reports, read_plan

YEAR = Period(202401, 202412)
HEAD = (
    "Insats;Inriktning;Kategori;Märkning;Parter;Målgrupp;Ålder;Veckor;Metoder;Uppföljning;ESF;Från;Till;Rader;"
    "Registrerad;Källa\n"
)
FILES = {
    "insatser.csv": HEAD
    + "Steget;individinriktad;förberedande;Unga AE PRIO, ESF ÄG;Försäkringskassan, regionen;Unga;16–29;–24;ACT, SKAPA;"
    "antal deltagare per kön;förbundet äger projektet;2023-01;2024-12;3001 3005;2023-02-01;Plan\n"
    "Dagar;Strukturövergripande;utbildning;;Arbetsförmedlingen, kommunerna;;;20;;volym, ett antal personer;;2023-01;;"
    ";;Plan\n",
    "utforare.csv": "Insats;Enhet;Medlem;Kommun;Rader;Från;Till\nSteget;Enhet Norr;1490;1490;3001;2023-03;\n",
    "avtalade-antal-2024.csv": (
        "Insats;Enhet;Räknar;Antal;Budgeterat;Grund\nSteget;Enhet Norr;starter;1 200;1 100;Avtal\n"
        "Dagar;;antal personer, volym;200;;Plan\n"
    ),
    "kapacitet-2024-08.csv": ("Insats;Enhet;Platser;Kö;Väntetid, veckor;Källa\nSteget;Enhet Norr;40;0;;Enhetschefen\n"),
    "strukturinsatser-2024.csv": (
        "Insats;Tillfälle;Första dag;Sista dag;Organisationer;Antal;Räknas;Källa\n"
        "Dagar;Metoddag;2024-02-13;;kommunerna, regionen;46;varje person räknas en gång;Lista\n"
    ),
    "enkater-2024.csv": (
        "Tillfrågade;Enkät;Fråga;Från;Till;Fick frågan;Svarade;Medelvärde;Skala;Andelar;Insats;Enhet;Källa\n"
        "personal i insatsen;Personalenkät;M1;2024-05;2024-06;24;19;3,9;1–5;;Steget;;Egen\n"
        "personal i insatsen;Personalenkät;M2;;;24;19;;;ja 62,5 / nej 37,5;;;Egen\n"
    ),
}


def encoded(files):
    return {name: text.encode() for name, text in files.items()}


def read(files):
    """Return the activities and everything told of them, and every problem."""
    activities = read_activities(files)
    reports = read_activity_reports(files, activities.activities)
    return activities.activities, reports, (*activities.problems, *reports.problems)


def test_activities_and_all_that_is_told_of_them_are_read():
    activities, reports, problems = read({name: text.encode("utf-8-sig") for name, text in FILES.items()})
    assert problems == ()
    steget = Activity(
        "steget", "Steget", Direction.INDIVIDUAL, "preparatory", 202301, "Plan",
        last=202412, marks=("young-activity-compensation", "esf-owner"), parties=("fk", "region"), target_group="Unga",
        youngest=16, oldest=29, longest=24, methods=("ACT", "SKAPA"), esf=EsfFinancing.OWNER, rows=("3001", "3005"),
        registered=dt.date(2023, 2, 1), performers=(Performer("Enhet Norr", "1490", "1490", 202303, None, ("3001",)),),
    )  # fmt: skip
    dagar = Activity(
        "dagar", "Dagar", Direction.STRUCTURAL, "education", 202301, "Plan", parties=("af", "municipal"),
        shortest=20, longest=20, follow_up=FollowUpMethod.HEADS,
    )  # fmt: skip
    assert activities == (steget, dagar)
    assert reports.agreed == [
        AgreedNumber("steget", "enhet-norr", YEAR, Counted.STARTS, 1_200, "Avtal", 1_100),
        AgreedNumber("dagar", "", YEAR, Counted.HEADS, 200, "Plan"),
    ]
    assert reports.capacity == [CapacityReported("steget", "enhet-norr", 202408, 40, RawCount(0), None, "Enhetschefen")]
    day = dt.date(2024, 2, 13)
    organisations = ("kommunerna", "regionen")
    assert reports.events == [
        StructuralEvent("dagar", "Metoddag", day, day, organisations, RawCount(46), CountingRule.EACH_PERSON, "Lista")
    ]
    asked = (RawCount(24), RawCount(19), "Egen")
    shares = (AnswerShare("ja", Fraction(125, 2)), AnswerShare("nej", Fraction(75, 2)))
    assert reports.surveys == [
        SurveyResult(
            AskedGroup.STAFF, "Personalenkät", "M1", Period(202405, 202406), *asked, mean=Fraction(39, 10),
            low=1, high=5, activity="steget",
        ),
        SurveyResult(AskedGroup.STAFF, "Personalenkät", "M2", YEAR, *asked, shares=shares),
    ]  # fmt: skip


def test_a_file_of_performers_alone_tells_of_activities_that_are_held_and_one_of_activities_keeps_their_performers():
    performers = {"utforare.csv": b"Insats;Enhet;Medlem;Kommun;Rader;Fr\xc3\xa5n;Till\nSteget;Enhet V\xc3\xa4st;;;;;\n"}
    [changed] = read_activities(performers, (STEP,)).activities
    assert [one.unit for one in changed.performers] == ["Enhet Väst"]
    assert changed.target_group == STEP.target_group
    alone = encoded({"insatser.csv": FILES["insatser.csv"]})
    steget, _ = read_activities(alone, (STEP,)).activities
    assert steget.performers == STEP.performers


def test_a_file_of_performers_may_say_which_unit_receives_from_one_municipality_only():
    text = "Insats;Enhet;Medlem;Kommun;Rader;Från;Till;Bara från\nSteget;Väst;;;;;;1490\nSteget;Öst;;;;;;\n"
    [changed] = read_activities({"utforare.csv": text.encode()}, (STEP,)).activities
    assert [(one.unit, one.only_from) for one in changed.performers] == [("Väst", "1490"), ("Öst", "")]


@pytest.mark.parametrize(
    ("name", "line", "told"),
    [
        ("insatser.csv", "Steget;båda;;;;;;;;;;2023-01;;;;P", "rad 2, kolumnen Inriktning: ”båda” går inte"),
        ("insatser.csv", "Steget;individinriktad;annat;;;;;;;;;2023-01;;;;P", "kolumnen Kategori"),
        ("insatser.csv", "Steget;individinriktad;;Guld;;;;;;;;2023-01;;;;P", "välj bland lts prio"),
        ("insatser.csv", "Steget;individinriktad;;;Facket;;;;;;;2023-01;;;;P", "kolumnen Parter"),
        ("insatser.csv", "Steget;individinriktad;;;;;ung;;;;;2023-01;;;;P", "ett spann skrivs 16–64"),
        ("insatser.csv", "Steget;individinriktad;;;;;–;;;;;2023-01;;;;P", "ett spann skrivs 16–64"),
        ("insatser.csv", "Steget;individinriktad;;;;;;;;;;;;;;P", "plan-file-empty-cell"),
        ("insatser.csv", "Steget;individinriktad;;;;;;;;;;2023-01;;;;", "kolumnen Källa"),
        ("utforare.csv", "Annat;Enhet;;;;;", "activity-unknown utforare.csv, rad 2"),
        ("utforare.csv", "Steget;;;;;;", "kolumnen Enhet"),
        ("avtalade-antal-2024.csv", "Steget;Enhet Norr;personer;1;;A", "kolumnen Räknar"),
        ("avtalade-antal-2024.csv", "Steget;Enhet Norr;starter;några;;A", "ett heltal skrivs med siffror"),
        ("avtalade-antal-2024.csv", "Steget;Enhet Norr;starter;-3;;A", "activity-negative"),
        ("avtalade-antal-2024.csv", "Okänd;;starter;3;;A", "activity-unknown"),
        ("avtalade-antal-2024.csv", "Steget;Enhet Syd;starter;3;;A", "activity-unknown-unit"),
        ("kapacitet-2024-08.csv", "Steget;Enhet Norr;1;-2;;A", "ett antal är noll eller mer"),
        ("kapacitet-2024-08.csv", "Steget;Enhet Norr;;;;A", "activity-nothing-reported"),
        ("strukturinsatser-2024.csv", "Dagar;Dag;2023-02-13;;k;1;varje person räknas en gång;L", "filen är för jan"),
        (
            "strukturinsatser-2024.csv",
            "Steget;Dag;2024-02-13;;k;1;varje person räknas en gång;L",
            "event-of-individual",
        ),
        ("enkater-2024.csv", "personal i insatsen;E;F1;;;5;5;fyra;1–5;;;;K", "ett tal skrivs med siffror och komma"),
        ("enkater-2024.csv", "personal i insatsen;E;F1;;;5;5;4;ett till fem;;;;K", "en skala skrivs 1–5"),
        ("enkater-2024.csv", "personal i insatsen;E;F1;;;5;5;;;62,5;;;K", "andelar skrivs"),
        ("enkater-2024.csv", "personal i insatsen;E;F1;2024-06;2024-05;5;5;4;1–5;;;;K", "kolumnen Till"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(name, line, told):
    head = FILES[name].split("\n")[0]
    _, _, problems = read(encoded({**FILES, name: f"{head}\n{line}\n"}))
    assert any(told in f"{problem.code} {problem}" for problem in problems), problems


def test_the_same_activity_twice_in_a_file_is_told():
    lines = FILES["insatser.csv"].split("\n")
    found = read_activities(encoded({"insatser.csv": "\n".join([*lines[:2], lines[1]])})).problems
    assert [f"{one.code} {one.place}" for one in found] == ["activity-name-taken insatser.csv, rad 3"]


@pytest.mark.parametrize("name", ["kapacitet-2024.csv", "kapacitet-2024-13.csv", "avtalade-antal.csv", "Insatser.csv"])
def test_a_file_with_another_name_is_told(name):
    assert [one.code for one in read_plan({name: b""}).problems] == ["plan-file-unknown"]
    assert read({name: b""})[2] == ()


def test_files_of_activities_are_not_the_plans():
    assert read_plan(encoded(FILES)).plan == NO_PLAN
    assert read_plan(encoded(FILES)).problems == ()


@pytest.mark.parametrize("association", ["sjuharad", "insjoriket"])
def test_the_demos_files_have_nothing_wrong(association):
    activities, reports, problems = read(input_files(association))
    assert problems == ()
    assert activities
    assert reports.agreed
    assert reports.events


def test_the_plan_of_2022_has_660_participants_in_aktiv_kraft_and_insjoriket_agreed_starts_that_174_are_55_percent_of():
    _, reports, _ = read(input_files("sjuharad"))
    planned = [one for one in reports.agreed if (one.activity, one.year.last) == ("aktiv-kraft", 202212)]
    assert sum(one.number for one in planned) == 660
    assert {one.counts for one in planned} == {Counted.PARTICIPANTS}
    _, reports, _ = read(input_files("insjoriket"))
    assert round(100 * 174 / sum(one.number for one in reports.agreed)) == 55
    assert {one.counts for one in reports.agreed} == {Counted.STARTS}
    assert sum(one.heads.count for one in reports.events) == 98


CELLS = st.text(alphabet=st.sampled_from('aå0–-/;"\n ,1%'), max_size=12)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(FILES)), st.binary(max_size=60) | CELLS.map(str.encode))
def test_a_reader_never_raises_for_content(name, data):
    head = FILES[name].split("\n")[0].encode()
    for content in (data, head + b"\n" + data, head + b"\n" + b";".join([data] * 16)):
        read({**encoded(FILES), name: content})
