"""What was found in a file is told with its place, and ten thousand of a kind drown nothing."""

from samordna.domain.ledger.findings import TOLD, Findings
from samordna.domain.ledger.problems.accounts import UNDECLARED_ACCOUNT
from samordna.domain.ledger.problems.files import EMPTY_FILE
from samordna.domain.ledger.problems.records import STRAY_LINE


def test_a_problem_of_a_line_keeps_its_number_and_others_have_none():
    findings = Findings("bok.se")
    findings.on_line(UNDECLARED_ACCOUNT, 7, account="1930")
    findings.in_file(EMPTY_FILE)
    findings.on_account(UNDECLARED_ACCOUNT, "1930")
    assert [(one.place, one.line) for one in findings.problems] == [
        ("bok.se, rad 7", 7), ("bok.se", None), ("bok.se, konto 1930", None),
    ]  # fmt: skip


def test_of_many_of_a_kind_the_first_are_told_and_the_rest_counted():
    findings = Findings("bok.se")
    for line in range(1, TOLD + 4):
        findings.on_line(STRAY_LINE, line)
    assert [one.line for one in findings.problems] == [*range(1, TOLD + 1), None]
    assert findings.problems[-1].found == "Samma sak finns på fler ställen: 3 till."
