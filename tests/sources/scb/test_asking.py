"""Statistics Sweden is asked with the real client, over real HTTP, a PxWeb that gives recorded answers."""

import datetime as dt
import json
import socket

import pytest
from tests.scb_answers import COUNTS, QUARTERLY, TABLES, YEARLY, nowhere, px_web

from samordna.domain.values.problem import Refused
from samordna.sources.scb import asking
from samordna.sources.scb.asking import ask_population
from samordna.sources.scb.tables import TABLES as KNOWN
from samordna.sources.scb.tables import table_for

TODAY = dt.date(2024, 9, 2)
JUNE = dt.date(2023, 6, 30)
BORAS, MARK = "1490", "1463"


def refused(code: str):
    return pytest.raises(Refused, check=lambda refusal: [problem.code for problem in refusal.problems] == [code])


def test_a_quarters_end_is_asked_of_its_table_by_what_its_values_are_called():
    with px_web() as served:
        told = ask_population([BORAS, MARK], JUNE, today=TODAY, address=served.address)
    assert dict(told.counts) == {BORAS: COUNTS[BORAS], MARK: COUNTS[MARK]}
    assert served.asked == [
        (
            "TAB5169",
            {
                "Region": [BORAS, MARK], "Tid": ["2023"], "Forandringar": ["100"], "Period": ["K2"], "Kon": ["1+2"],
                "ContentsCode": ["000002Z9"],
            },
        )
    ]  # fmt: skip
    [boras] = told.of([BORAS])
    assert (boras.count, boras.reference_date) == (COUNTS[BORAS], JUNE)
    assert boras.source == "SCB, TAB5169 (BefforandrKvRLK), hämtad 2024-09-02"
    kept = json.loads(told.answer)
    assert kept["table"] == "TAB5169"
    assert sum(row["value"] for row in kept["rows"]) == COUNTS[BORAS] + COUNTS[MARK]


def test_the_last_of_december_is_asked_of_another_table_and_men_and_women_are_added_up():
    with px_web() as served:
        told = ask_population([BORAS], dt.date(2023, 12, 31), today=TODAY, address=served.address)
    assert dict(told.counts) == {BORAS: COUNTS[BORAS]}
    [(table, chosen)] = served.asked
    assert (table, chosen["Kon"], chosen["Alder"], chosen["ContentsCode"]) == (
        "TAB638",
        ["1", "2"],
        ["tot"],
        ["BE0101N1"],
    )
    assert "Civilstand" not in chosen


def test_a_municipality_that_the_table_does_not_have_is_left_out():
    with px_web() as served:
        told = ask_population([BORAS, "9999"], JUNE, today=TODAY, address=served.address)
        nobody = ask_population(["9999"], JUNE, today=TODAY, address=served.address)
    assert [code for code, _ in told.counts] == [BORAS]
    assert nobody.counts == ()


def test_no_network_is_told_with_the_address_and_what_else_can_be_done():
    address = nowhere()
    with refused("population-no-answer") as refusal:
        ask_population([BORAS], JUNE, today=TODAY, address=address)
    assert address in str(refusal.value)
    assert "för hand eller från fil" in str(refusal.value)


def test_one_that_never_answers_is_not_waited_for(monkeypatch):
    monkeypatch.setattr(asking, "_SECONDS", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as silent, refused("population-no-answer") as refusal:
        ask_population([BORAS], JUNE, today=TODAY, address=f"http://127.0.0.1:{silent.getsockname()[1]}/api/v2")
    assert "inget svar inom 0.3 sekunder" in str(refusal.value)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({name: QUARTERLY[name] for name in QUARTERLY if name != "Period"}, "variabeln Period finns inte"),
        ({**QUARTERLY, "Period": {"label": "period", "values": {"1": "första kvartalet"}}}, "”kvartal 2”"),
        ({**QUARTERLY, "Forandringar": {"label": "x", "values": {"1": "folkmängd", "2": "Folkmängd"}}}, "”folkmängd”"),
        ({**QUARTERLY, "ContentsCode": YEARLY["ContentsCode"]}, "fler än ett innehåll"),
        ({name: QUARTERLY[name] for name in QUARTERLY if name != "Region"}, "går inte att läsa"),
    ],
)
def test_a_table_of_another_shape_is_told_and_nothing_is_guessed(changed, told):
    with px_web({**TABLES, "TAB5169": changed}) as served, refused("population-another-shape") as refusal:
        ask_population([BORAS], JUNE, today=TODAY, address=served.address)
    assert told in str(refusal.value)


def test_a_table_that_is_gone_is_told():
    with px_web({}) as served, refused("population-no-answer"):
        ask_population([BORAS], JUNE, today=TODAY, address=served.address)


def test_a_day_that_is_not_published_or_never_will_be_is_told():
    with px_web() as served:
        with refused("population-not-published"):
            ask_population([BORAS], dt.date(2020, 6, 30), today=TODAY, address=served.address)
        with refused("population-no-table-for-day"):
            ask_population([BORAS], dt.date(2023, 7, 1), today=TODAY, address=served.address)


def test_every_year_has_one_table_for_a_day_and_from_2025_another():
    assert [table_for(dt.date(year, 6, 30)).id for year in (2000, 2024, 2025)] == ["TAB5169", "TAB5169", "TAB6481"]
    assert [table_for(dt.date(year, 12, 31)).id for year in (1999, 2024, 2025)] == ["TAB638", "TAB638", "TAB6481"]
    assert table_for(dt.date(1999, 6, 30)) is None
    assert len({one.id for one in KNOWN}) == len(KNOWN)
