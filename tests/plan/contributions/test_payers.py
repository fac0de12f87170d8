"""Who pays follows from the plan's shares, or from what was entered by party; what is not decided nobody owes yet."""

import datetime as dt
from dataclasses import replace

from tests.association.members import ASSOCIATION, YEAR
from tests.plan.contributions.paying import PARTIES, allotted, shares
from tests.plan.financing.years import DECIDED, REQUESTED, allotment, entry

from samordna.domain.plan.agreement import Contribution
from samordna.domain.plan.contributions.payers import contributions_of, payers_by_party, payers_of_shares
from samordna.domain.plan.contributions.rules import NO_RULES
from samordna.domain.plan.financing.shares import shares_of
from samordna.domain.plan.financing.year import AgreedAmount, YearFinancing
from samordna.domain.plan.owed_found import owed_contributions
from samordna.domain.values.period import Period


def test_shares_are_paid_member_by_member():
    payers = payers_of_shares(shares(), NO_RULES)
    assert {group.name: [(one.name, one.amount // 100) for one in group.payers] for group in payers} == {
        "Staten": [("Försäkringskassan", 12_000)],
        "Regioner": [("Norra regionen", 3_000), ("Södra regionen", 3_000)],
        "Kommuner": [("Granby", 3_000), ("Furuby", 1_800), ("Ekby", 1_200)],
    }
    assert payers[2].payers[0].by_key == 3_000_00


def test_what_was_entered_is_paid_by_party_and_each_is_its_own_group():
    payers = payers_by_party((*PARTIES, Contribution("Annan", Period(202501, 202512), 1)), YEAR)
    assert [(group.id, group.amount, group.is_one) for group in payers] == [
        ("Staten", 12_000_00, True), ("Regionen", 6_000_00, True), ("Kommunerna", 6_000_00, True),
    ]  # fmt: skip
    assert payers[0].origin.source == "Beslut 7"


def test_a_payer_is_known_by_code_and_name_however_it_is_written():
    granby = payers_of_shares(shares(), NO_RULES)[2].payers[0]
    assert granby.answers_to("T1")
    assert granby.answers_to(" granby ")
    assert not granby.answers_to("Furuby")


def test_a_member_pays_for_the_months_that_it_is_one():
    members = tuple(
        replace(one, joined=dt.date(2024, 4, 15), left=dt.date(2024, 9, 30)) if one.code == "t3" else one
        for one in ASSOCIATION.members
    )
    payers = payers_of_shares(shares(association=replace(ASSOCIATION, members=members)), NO_RULES)
    ekby = payers[2].payers[2]
    assert (ekby.months, ekby.left) == (Period(202404, 202409), dt.date(2024, 9, 30))


def test_who_has_agreed_pays_that_and_is_marked():
    told = shares_of(
        ASSOCIATION, YearFinancing(YEAR, agreed=(AgreedAmount("t1", 2_000_00, "Avtal"),), whole=24_000_00), DECIDED
    )
    granby = payers_of_shares(told, NO_RULES)[2].payers[0]
    assert (granby.amount, granby.agreed, granby.by_key) == (2_000_00, True, 3_000_00)


def test_the_plan_contributes_by_group_and_says_what_that_rests_on():
    told = contributions_of(allotted(("state", 12_000), ("regions", 6_000)))
    assert [(one.party, one.amount // 100, one.decided) for one in told] == [
        ("Staten", 12_000, True), ("Regioner", 6_000, True), ("Kommuner", 6_000, True),
    ]  # fmt: skip
    assert told[0].source.startswith("Finansieringsplanen: Staten beslutad 12\xa0000 kr (beslutad 2023-11-15")
    assert told[2].source == "Finansieringsplanen: avtalade belopp och nyckeln, utan tilldelning"


def test_what_is_only_asked_for_or_framed_is_planned_with_and_owed_by_nobody():
    asked = YearFinancing(
        YEAR, (allotment("state", entry(REQUESTED, 12_000)), allotment("towns", entry(DECIDED, 6_000)))
    )
    told = {one.party: one.decided for one in contributions_of(shares_of(ASSOCIATION, asked, DECIDED))}
    assert told == {"Staten": False, "Regioner": False, "Kommuner": True}
    framed = contributions_of(shares())
    assert not any(one.decided for one in framed)
    assert owed_contributions(framed, 0, YEAR) == ()
    [owed] = owed_contributions(tuple(replace(one, decided=True) for one in framed), 0, YEAR)
    assert owed.amount == -24_000_00
