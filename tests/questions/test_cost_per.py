"""What each person costs in the demo: booked over the counted months, with its number, or why it is unknown."""

import shutil

import pytest

from samordna.domain.document import Missing
from samordna.domain.values.counted import Shown
from samordna.domain.values.period import Period
from samordna.office import actions, questions
from samordna.office.questions.activities.activity_money import money_of
from samordna.office.store.folder import close_folder

YEAR = Period(202401, 202412)
PARTILLE = "activera:activera-partille"


@pytest.fixture
def insjoriket(demo, tmp_path, monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    shutil.copytree(demo / "insjoriket", tmp_path / "insjoriket")
    actions.open_association(tmp_path / "insjoriket")
    yield
    close_folder()


@pytest.mark.usefixtures("insjoriket")
def test_the_cost_is_that_of_the_counted_months_divided_by_those_who_started_and_took_part():
    shown = questions.cost_per(YEAR)
    assert shown.months == Period(202401, 202408)
    [line] = shown.of(PARTILLE).lines
    assert [one.n for one in line.costs] == [Shown(17), Shown(27)]
    cells = shown.table.row(PARTILLE).cells
    assert [cell.text for cell in cells] == ["817", "17", "48\u00a0066", "27", "30\u00a0264"]
    assert {one.id for one in shown.lines} >= {"activera", PARTILLE}
    assert "gemensamma-utbildningar" not in {one.id for one in shown.lines}, "heads are no persons"

    fewer = money_of(YEAR, through=202403)
    assert fewer.covered == Period(202401, 202403)
    assert money_of(YEAR, through=202312).covered is None

    hidden = questions.cost_per(YEAR, signs={}).of(PARTILLE)
    assert all(isinstance(cell, Missing) for cell in hidden.table.row(PARTILLE).cells[1:])
