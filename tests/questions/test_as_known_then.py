"""A report can be made again as the books were known then."""

import pytest
from tests.large_ledger import large_ledger

from samordna.domain.document import Document, Number, tables_of
from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused
from samordna.office import questions
from samordna.office.actions import TERMINAL, LedgerFile, take_ledgers

ASKED = Asked.of(Period(202401, 202412))


def result(document: Document) -> int:
    table = next(table for table in tables_of(document) if table.id == "income")
    cell = table.cell("resultat", "actual")
    assert isinstance(cell, Number)
    return cell.shown


def take(name: str, *, seed: int) -> None:
    take_ledgers([LedgerFile(name, large_ledger(40, seed=seed))], by=TERMINAL)


@pytest.mark.usefixtures("association_folder")
def test_statements_and_report_follow_the_imports_that_are_named():
    take("first.se", seed=1)
    then = result(questions.statements(ASKED))
    take("second.se", seed=2)
    now = result(questions.statements(ASKED))
    assert now != then
    assert result(questions.statements(ASKED, versions=[1])) == then
    assert result(questions.statements(ASKED, versions=[2])) == now
    report = questions.report("interim", ASKED, versions=[1]).document
    assert result(report) == then
    assert "first.se" in report.provenance[0]
    assert "second.se" not in "".join(report.provenance)


@pytest.mark.usefixtures("association_folder")
def test_two_imports_of_one_year_are_refused():
    take("first.se", seed=1)
    take("second.se", seed=2)
    with pytest.raises(Refused) as refusal:
        questions.statements(ASKED, versions=[1, 2])
    assert [problem.code for problem in refusal.value.problems] == ["two-of-a-year"]


@pytest.mark.usefixtures("association_folder")
def test_an_import_that_is_not_there_is_refused():
    take("first.se", seed=1)
    with pytest.raises(Refused) as refusal:
        questions.statements(ASKED, versions=[7])
    assert [problem.code for problem in refusal.value.problems] == ["unknown-import"]


@pytest.mark.usefixtures("association_folder")
def test_the_report_of_a_new_association_with_one_year_is_whole():
    """No comparison, no budget, no forecast: nothing to say of them, and nothing missing."""
    take("first.se", seed=1)
    report = questions.report("interim", Asked.of(Period(202401, 202408))).document
    assert "uppgifter som saknas" not in report.status
