"""Members, keys, allotments and activity plans are read from plain tables; what is wrong has file, line and column."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samordna.domain.association.key import AgreedWeight, AllocationKey, Basis, CountDay, GroupPart
from samordna.domain.association.members import Member, Party, PayingGroup
from samordna.domain.association.population import PopulationCount
from samordna.domain.plan.activity_plan.planned import (
    ActivityPlan,
    Direction,
    OverheadRow,
    PlannedActivity,
    PlannedPart,
)
from samordna.domain.plan.financing.allotment import AllotmentEntry, AllotmentState
from samordna.domain.plan.financing.year import AgreedAmount, YearFinancing
from samordna.domain.plan.plan import NO_PLAN
from samordna.domain.values.period import Period
from samordna.domain.values.unit import KRONOR, THOUSANDS
from samordna.sources.plan_files import read_activity_plans, read_financing, read_plan

GOOD = {
    "betalargrupper.csv": "Grupp;Namn\nstat;Staten\nkommun;Kommunerna\n",
    "medlemmar.csv": (
        "Kod;Namn;Part;Grupp;Från;Till\nfk;Försäkringskassan;Försäkringskassan;stat;;\n"
        "1;Granby;kommun;kommun;2023-01-01;2025-12-31\n"
    ),
    "fordelningsnyckel.csv": (
        "Gäller från;Grupp;Andel;Fördelas efter;Folkmängd per;Enhet;Källa\n"
        "2023-01-01;stat;1;avtalade vikter;12-31;tkr;§ 9\n2023-01-01;kommun;1;folkmängd;12-31;tkr;§ 9\n"
        "2025-01-01;stat;1;avtalade vikter;;;§ 10\n2025-01-01;kommun;1;avtalade vikter;;;§ 10\n"
    ),
    "vikter.csv": "Medlem;Vikt;Gäller från;Källa\nfk;1 000;2023-01-01;Avtal\n",
    "folkmangd.csv": "Medlem;Folkmängd;Dag;Källa\n1;12 345;2022-12-31;SCB\n",
    "tilldelning.csv": (
        "År;Grupp;Läge;Belopp;Dag;Källa\n2024;stat;äskad;9 000 000;2023-08-15;Äskande\n"
        "2024;stat;beslutad;8 500 000;;Beslut\n2023;stat;preliminär;8 000 000;;Besked\n"
    ),
    "overenskomna-bidrag-2024.csv": "Medlem;Belopp;Källa\n1;8 500 000;Avtal 3\n",
}
PLANS = {
    "verksamhetsplan-2024.csv": (
        "Del;Rubrik;Inriktning;Rad;Utförare;Antal deltagare;Medel;Betalas av;Källa\n"
        "a;Stöd;Individinriktat;Steget;Granby;20;300 000;;§ 7\na;Stöd;individinriktat;Moves;;;;ESF;§ 7\n"
        "b;Dagar;strukturövergripande;Dagar;;200;0;;§ 7\n"
    ),
    "overhead-2024.csv": "Rad;Belopp;Med projekt;Källa\nKansli;100 000;80 000;§ 8\nStyrelse;5 000;;§ 8\n",
}


def encoded(files):
    return {name: text.encode() for name, text in files.items()}


def wrong(name, text):
    """Return what is told when one file is another."""
    financing = read_financing(encoded({**GOOD, name: text})).problems
    return [f"{problem.code} {problem}" for problem in financing]


def test_the_association_and_its_years_are_read():
    read = read_financing({name: text.encode("utf-8-sig") for name, text in GOOD.items()})
    assert read.problems == ()
    association = read.association
    assert association.groups == (PayingGroup("stat", "Staten"), PayingGroup("kommun", "Kommunerna"))
    assert association.members == (
        Member("fk", "Försäkringskassan", Party.INSURANCE, "stat"),
        Member("1", "Granby", Party.MUNICIPAL, "kommun", dt.date(2023, 1, 1), dt.date(2025, 12, 31)),
    )
    state = GroupPart("stat", 1, Basis.AGREED)
    assert association.keys == (
        AllocationKey(
            dt.date(2023, 1, 1), (state, GroupPart("kommun", 1, Basis.POPULATION)), "§ 9", THOUSANDS, CountDay(12, 31)
        ),
        AllocationKey(
            dt.date(2025, 1, 1), (state, GroupPart("kommun", 1, Basis.AGREED)), "§ 10", KRONOR, CountDay(6, 30)
        ),
    )
    assert association.weights == (AgreedWeight("fk", 1_000, dt.date(2023, 1, 1), "Avtal"),)
    assert association.populations == (PopulationCount("1", 12_345, dt.date(2022, 12, 31), "SCB"),)
    [allotment] = read.year(2024).allotments
    assert allotment.history == (
        AllotmentEntry(AllotmentState.REQUESTED, 9_000_000_00, dt.date(2023, 8, 15), "Äskande"),
        AllotmentEntry(AllotmentState.DECIDED, 8_500_000_00, None, "Beslut"),
    )
    assert read.year(2024).agreed == (AgreedAmount("1", 8_500_000_00, "Avtal 3"),)
    assert read.year(2023).allotments[0].state is AllotmentState.PRELIMINARY
    assert read.year(2030) == YearFinancing(Period(203001, 203012))


def test_activity_plans_are_read():
    read = read_activity_plans(encoded(PLANS))
    assert read.problems == ()
    assert read.plans == (
        ActivityPlan(
            Period(202401, 202412),
            (PlannedPart("a", "Stöd", Direction.INDIVIDUAL), PlannedPart("b", "Dagar", Direction.STRUCTURAL)),
            (
                PlannedActivity("a", "Steget", "Granby", 20, 300_000_00),
                PlannedActivity("a", "Moves", paid_by="ESF"),
                PlannedActivity("b", "Dagar", "", 200, 0),
            ),
            (OverheadRow("Kansli", 100_000_00, 80_000_00), OverheadRow("Styrelse", 5_000_00)),
            "§ 7; § 8",
        ),
    )
    [alone] = read_activity_plans(encoded({"overhead-2024.csv": PLANS["overhead-2024.csv"]})).plans
    assert (alone.activities, alone.source) == ((), "§ 8")
    [without] = read_activity_plans(encoded({"verksamhetsplan-2024.csv": PLANS["verksamhetsplan-2024.csv"]})).plans
    assert without.overhead == ()


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("betalargrupper.csv", "", "plan-file-without-heading betalargrupper.csv: Kolumnen ”Grupp” saknas."),
        ("medlemmar.csv", "Kod;Namn;Part;Grupp;Från;Till\nfk;F;båda;stat;;\n", "rad 2, kolumnen Part: ”båda” går inte"),
        ("medlemmar.csv", "Kod;Namn;Part;Grupp;Från;Till\nfk;F;;stat;;\n", "plan-file-empty-cell medlemmar.csv, rad 2"),
        ("medlemmar.csv", "Kod;Namn;Part;Grupp;Från;Till\nfk;F;region;x;;\n", "association-member-of-unknown-group F"),
        ("vikter.csv", "Medlem;Vikt;Gäller från;Källa\nfk;1,5;2023-01-01;A\n", "ett heltal skrivs med siffror"),
        ("vikter.csv", "Medlem;Vikt;Gäller från;Källa\nfk;−1;2023-01-01;A\n", "association-negative-weight"),
        ("vikter.csv", "Medlem;Vikt;Gäller från;Källa\nfk;1;hösten;A\n", "rad 2, kolumnen Gäller från: ”hösten”"),
        (
            "fordelningsnyckel.csv",
            "Gäller från;Grupp;Andel;Fördelas efter;Folkmängd per;Enhet;Källa\n2023-01-01;stat;1;folkmängd;juni;;§\n",
            "en dag på året skrivs MM-DD",
        ),
        ("tilldelning.csv", "År;Grupp;Läge;Belopp;Dag;Källa\n24;stat;äskad;1;;K\n", "ett år skrivs med fyra siffror"),
        ("tilldelning.csv", "År;Grupp;Läge;Belopp;Dag;Källa\n0024;stat;äskad;1;;K\n", "rad 2, kolumnen År"),
        ("tilldelning.csv", "År;Grupp;Läge;Belopp;Dag;Källa\n2024;stat;lovad;1;;K\n", "äskad, preliminär, beslutad"),
        ("tilldelning.csv", "År;Grupp;Läge;Belopp;Dag;Källa\n2024;x;äskad;1;;K\n", "financing-allotment-of-unknown"),
        ("tilldelning.csv", "År;Grupp;Läge;Belopp;Dag;Källa\n2024;stat;äskad;1;3000-01-01;K\n", "kolumnen Dag: ”3000"),
        ("tilldelning.csv", "År;Grupp;Läge;Belopp;Dag;Källa\n1900;stat;äskad;1;;K\n", "kolumnen År: ”1900”"),
        (
            "tilldelning.csv",
            "År;Grupp;Läge;Belopp;Dag;Källa\n2024;stat;beslutad;1;;K\n2024;stat;äskad;1;;K\n",
            "financing-allotment-out-of-order",
        ),
        ("overenskomna-bidrag-2024.csv", "Medlem;Belopp;Källa\n7;1;K\n", "financing-agreed-with-unknown"),
    ],
)
def test_what_is_wrong_has_its_place(name, text, told):
    assert any(told in problem for problem in wrong(name, text)), wrong(name, text)


def test_a_part_with_two_headings_is_told_and_a_broken_cell_comes_first():
    name = "verksamhetsplan-2024.csv"
    two = PLANS[name].replace("b;Dagar;", "a;Dagar;")
    assert [one.code for one in read_activity_plans(encoded({name: two})).problems] == ["activity-plan-part-twice"]
    broken = two.replace(";20;", ";tjugo;")
    assert [one.code for one in read_activity_plans(encoded({name: broken})).problems] == ["plan-file-wrong-cell"]


def test_the_plan_leaves_these_files_to_their_readers():
    read = read_plan(encoded({**GOOD, **PLANS}))
    assert (read.plan, read.problems) == (NO_PLAN, ())


def test_what_no_file_tells_of_the_association_is_as_it_was_held():
    held = read_financing(encoded(GOOD)).association
    later = read_financing(encoded({"tilldelning.csv": GOOD["tilldelning.csv"]}), held)
    assert (later.association, later.problems) == (held, ())


@pytest.mark.parametrize("name", ["overhead-24.csv", "overhead-0000.csv", "medlem.csv", "overenskomna-bidrag-2299.csv"])
def test_a_name_that_is_not_known_is_a_problem_and_no_reader_falls(name):
    files = {name: b"x"}
    assert [problem.code for problem in read_plan(files).problems] == ["plan-file-unknown"]
    assert read_financing(files).problems == read_activity_plans(files).problems == ()


@settings(deadline=None)
@given(st.sampled_from(sorted({**GOOD, **PLANS})), st.binary(max_size=200))
def test_no_bytes_make_a_reader_fall(name, data):
    files = {**encoded(GOOD), **encoded(PLANS), name: data}
    assert isinstance(read_financing(files).problems, tuple)
    assert isinstance(read_activity_plans(files).problems, tuple)
