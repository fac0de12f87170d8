"""Agreements, rules for contributions and requisitions are read from plain tables; what is wrong has its place."""

import datetime as dt

import pytest

from samordna.domain.plan.agreements.life import AgreementEntry, AgreementState
from samordna.domain.plan.agreements.terms import (
    AgreedNumber,
    AgreedPart,
    AgreementKind,
    Counted,
    Notice,
    ServiceAgreement,
)
from samordna.domain.plan.contributions.requisition import RequisitionStep
from samordna.domain.plan.contributions.rules import ContributionRules, DueDay, DueIn, GroupRule, LedgerRule
from samordna.domain.plan.profile import EVEN, Profile, Shape
from samordna.domain.plan.rhythm import Rhythm
from samordna.domain.values.period import Period
from samordna.sources.plan_files import (
    RequisitionLine,
    read_agreements,
    read_contribution_rules,
    read_plan,
    read_requisitions,
)
from samordna.sources.plan_files.agreements import AGREEMENT_HEADINGS

YEAR, NEXT = Period(202401, 202412), Period(202501, 202512)
AGREEMENTS = ";".join(AGREEMENT_HEADINGS) + (
    "\n3;Almby kommun;Steget;utförare;2024-01;2025-12;20;2024;600 000;;kvartalsvis;ja;2025-06-30;12;30;starter;§ 4;Ny;"
    "undertecknat;2023-12-15\n"
    "3;;;;;;20;2025;610 000;egna månader: 1 1 1 1 1 1 1 1 1 1 1 1;;;;;;;;;;\n"
    "4;Byrån;;annan leverantör;2024-01;2024-12;;;;;;;;;;;;;utkast;2024-01-02\n"
)
GROUPS = "Grupp;Takt;Dag;Förfaller;Genom\n;månadsvis;;;\nstaten;halvårsvis;15;månaden före;fk\n"
ACCOUNTS = "Vilka;Konton;Kostnadsställe\nstaten, fk;3510, 3511;900\n;8010;\n"
REQUISITIONS = "Vem;Månader;Läge;Dag\n;2024-01;begärd;2024-01-02\nGranby;2024-01..2024-03;betald;2024-02-01\n"


def encoded(**files: str) -> dict[str, bytes]:
    names = {"agreements": "avtal.csv", "groups": "bidragsregler-2024.csv", "accounts": "bidragskonton-2024.csv"}
    names["requisitions"] = "rekvisitioner-2024.csv"
    return {names[name]: text.encode() for name, text in files.items()}


def test_agreements_are_read_with_all_their_terms():
    read = read_agreements(encoded(agreements=AGREEMENTS))
    assert read.problems == ()
    draft, day = AgreementEntry(AgreementState.DRAFT), dt.date(2023, 12, 15)
    assert read.agreements == (
        ServiceAgreement(
            number=3,
            party="Almby kommun",
            name="Steget",
            first=202401,
            last=202512,
            parts=(
                AgreedPart("20", YEAR, 600_000_00, EVEN),
                AgreedPart("20", NEXT, 610_000_00, Profile(Shape.OWN, (1,) * 12)),
            ),
            rhythm=Rhythm.QUARTERLY,
            in_advance=True,
            notice=Notice(dt.date(2025, 6, 30), 12),
            agreed=AgreedNumber(30, Counted.STARTS),
            reference="§ 4",
            remark="Ny",
            history=(draft, AgreementEntry(AgreementState.SIGNED, day)),
        ),
        ServiceAgreement(
            4, "Byrån", "", 202401, 202412, (), AgreementKind.SUPPLIER,
            history=(AgreementEntry(AgreementState.DRAFT, dt.date(2024, 1, 2)),),
        ),
    )  # fmt: skip


def test_rules_are_read_by_year():
    read = read_contribution_rules(encoded(groups=GROUPS, accounts=ACCOUNTS))
    assert read.problems == ()
    rules = ContributionRules(
        (GroupRule(), GroupRule("staten", Rhythm.HALF_YEARLY, DueDay(15, DueIn.BEFORE), "fk")),
        (LedgerRule(("3510", "3511"), ("staten", "fk"), "900"), LedgerRule(("8010",))),
    )
    assert read.years == ((YEAR, rules),)


def test_requisitions_are_read_as_steps_in_their_order():
    read = read_requisitions(encoded(requisitions=REQUISITIONS))
    assert read.problems == ()
    assert read.lines == (
        RequisitionLine(YEAR, "", Period(202401, 202401), RequisitionStep.REQUEST, dt.date(2024, 1, 2)),
        RequisitionLine(YEAR, "Granby", Period(202401, 202403), RequisitionStep.PAY, dt.date(2024, 2, 1)),
    )


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("agreements", AGREEMENTS.replace("2024-01;2025-12", "januari;2025-12"), "avtal.csv, rad 2, kolumnen Från"),
        ("agreements", AGREEMENTS.replace("Almby kommun", ""), "avtal.csv, rad 2, kolumnen Part"),
        ("agreements", AGREEMENTS.replace("600 000", "sex"), "avtal.csv, rad 2, kolumnen Belopp"),
        ("agreements", AGREEMENTS.replace("starter", "personer"), "avtal.csv, rad 2, kolumnen Räknar"),
        ("agreements", AGREEMENTS.replace("undertecknat", "muntligt"), "avtal.csv, rad 2, kolumnen Läge"),
        ("groups", GROUPS.replace("halvårsvis", "ibland"), "bidragsregler-2024.csv, rad 3, kolumnen Takt"),
        ("groups", "Grupp\n", "bidragsregler-2024.csv"),
        ("accounts", ACCOUNTS.replace(";8010", "fk;"), "bidragskonton-2024.csv, rad 3, kolumnen Konton"),
        ("requisitions", REQUISITIONS.replace("betald", "skänkt"), "rekvisitioner-2024.csv, rad 3, kolumnen Läge"),
        ("requisitions", REQUISITIONS.replace("2024-02-01", "snart"), "rekvisitioner-2024.csv, rad 3, kolumnen Dag"),
    ],
)
def test_what_is_wrong_has_a_place(name: str, text: str, told: str):
    files = encoded(**{name: text})
    reads = (read_agreements(files), read_contribution_rules(files), read_requisitions(files))
    places = [problem.place for read in reads for problem in read.problems]
    assert places
    assert all(place.startswith(told) for place in places)


def test_the_readers_leave_each_others_files_alone():
    files = encoded(agreements=AGREEMENTS, groups=GROUPS, accounts=ACCOUNTS, requisitions=REQUISITIONS)
    assert read_plan(files).problems == ()
    assert read_agreements({}).agreements == ()
    assert (read_contribution_rules({}).years, read_requisitions({}).lines) == ((), ())
