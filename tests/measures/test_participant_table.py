"""The table of participants of 2014 is a view of the tables of today: what each column counts, and how it adds up."""

from tests.participation.sample import INTERIM, report

from samordna.domain.measures.view_file import shipped_views
from samordna.domain.participation.between import Between, exactly
from samordna.domain.participation.combining import counted
from samordna.domain.participation.count_table import Joining
from samordna.domain.participation.tables import TABLES
from samordna.domain.values.counted import RawCount


def test_the_participant_table_of_2014_is_a_view_of_the_tables():
    view = shipped_views()["participants-2014"]
    columns = [(view.heading(one), one.numerator.table, one.agreed is not None) for one in view.shown]
    tables = [TABLES[table] for _, table, _ in columns]
    assert [heading for heading, _, _ in columns] == [
        "Budgeterat antal", "Totalt", "Unika", "Nya", "Avslutade", "Nya anonyma", "Budgeterad volym", "Volym",
    ]  # fmt: skip
    assert all(not table.dimensions for table in tables)
    units = []
    for name, anonymous, heads in (("a", 3, 40), ("b", 0, 12)):
        more = {("anonymous",): (None, None, None, anonymous), ("head_count",): (heads,)}
        units.append(report(more, unit=name))
    both = counted(units, INTERIM)
    figures = {heading: both.figure(table) for heading, table, agreed in columns if not agreed}
    assert figures == {
        "Totalt": exactly(RawCount(34)),
        "Unika": Between(RawCount(16), RawCount(32)),
        "Nya": exactly(RawCount(24)),
        "Avslutade": exactly(RawCount(10)),
        "Nya anonyma": exactly(RawCount(3)),
        "Volym": exactly(RawCount(52)),
    }
    assert TABLES["unique"].over_units is Joining.INTERVAL
    agreed = [table for _, table, agreed in columns if agreed]
    assert agreed == ["participants", "head_count"]
