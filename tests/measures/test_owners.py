"""What owners read: their own side and units, out of one publication that gives no small count away."""

import pytest
from tests.measures.disclosure.attacker import Attacker
from tests.years.counts import counted_of

from samordna.domain.association.members import Member, Party
from samordna.domain.document import Hidden, Number
from samordna.domain.measures.disclosure import Audience
from samordna.domain.measures.owners import OWNERS_VIEW, is_of, own_tables, referred_table, signs_of_units
from samordna.domain.measures.statistics import Known, StatisticsTables, ground_of, tables_of
from samordna.domain.participation.combining import Series
from samordna.domain.values.counted import Below, Shown

INSURANCE = Member("fk", "Försäkringskassan", Party.INSURANCE, "staten")
MOLNDAL = Member("1481", "Mölndals stad", Party.MUNICIPAL, "kommuner")
UNIT = Series("activera", "activera-molndal")


@pytest.fixture(scope="module", params=["insjoriket", "sjuharad"])
def made(request) -> StatisticsTables:
    return tables_of(OWNERS_VIEW, Known(counted_of(request.param)), Audience.OWNERS)


@pytest.fixture(scope="module")
def insjoriket() -> StatisticsTables:
    return tables_of(OWNERS_VIEW, Known(counted_of("insjoriket")), Audience.OWNERS)


def texts(row) -> list[str]:
    return [cell.text if isinstance(cell, Number) else cell.sign for cell in row.cells]


def test_a_party_reads_its_own_referrals_unit_by_unit_and_no_others(insjoriket: StatisticsTables):
    table = referred_table(insjoriket.tables, INSURANCE)
    assert table.title == "Remisser från Försäkringskassan"
    assert [row.label for row in table.rows][-1] == "Hela förbundet"
    assert texts(table.rows[-1]) == ["37", "20", "0", "57"]
    assert {row.id.rpartition("/")[2] for row in table.rows} == {"fk"}


def test_a_municipality_reads_its_own_units_and_the_whole(insjoriket: StatisticsTables):
    tables = own_tables(insjoriket.tables, [UNIT])
    assert [[row.id for row in table.rows] for table in tables] == [["activera/activera-molndal", "total"]] * 4
    referred = referred_table(insjoriket.tables, MOLNDAL, [UNIT])
    assert [row.id for row in referred.rows] == ["activera/activera-molndal/municipal", "total/municipal"]
    assert own_tables(insjoriket.tables, []) == ()


def test_no_small_count_stands_on_any_owners_page(made: StatisticsTables):
    for table in made.tables:
        for row in table.rows:
            for cell in row.cells:
                if isinstance(cell, Number):
                    assert cell.exact == 0 or cell.exact >= 5
                elif isinstance(cell, Hidden):
                    assert cell.sign in {"<5", "–"}


def test_all_owners_together_cannot_narrow_a_small_count(made: StatisticsTables):
    attacker = Attacker(made.publication.cells, made.identities)
    for key, sign in made.publication.cells.items():
        if isinstance(sign, Below):
            least, most = attacker.between(key)
            assert least <= sign.least + 1e-6, key
            assert most >= sign.threshold - 1 - 1e-6, key


def test_the_counts_that_a_cost_is_divided_by_are_those_that_may_be_read(insjoriket: StatisticsTables):
    ground = ground_of(OWNERS_VIEW, Known(counted_of("insjoriket")))
    starts = signs_of_units(ground, insjoriket.publication, "starts", [UNIT])
    assert starts == {UNIT: Shown(41)}
    nobody = Series("activera", "activera-nowhere")
    assert signs_of_units(ground, insjoriket.publication, "starts", [nobody]) == {}


def test_a_unit_is_its_members_by_code_or_by_name():
    assert is_of(MOLNDAL, "1481")
    assert is_of(MOLNDAL, "mölndals STAD", "")
    assert not is_of(MOLNDAL, "", "Partille")
