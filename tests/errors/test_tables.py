"""Every message about a ledger that comes as a table, as a person meets it: one small file for each, and a README.

What is suggested of a table is agreed to, as a person would who looks at it. ``SAMORDNA_GOLDEN=renew`` writes the
README anew.
"""

import os
from pathlib import Path

import pytest

from samordna.domain.ledger.problems import KINDS
from samordna.domain.values.problem import Problem, Severity
from samordna.sources.ledger_file import TableToMap, read_ledger

HERE = Path(__file__).parent / "tables"
README = HERE / "README.md"

# What is wrong, by file. A file is named after the kind it shows; ``--`` parts two files of one kind.
CASES = {
    "other-workbook.xls": "An Excel document from before 2007.",
    "other-workbook--encrypted.xlsx": "A workbook with a password.",
    "broken-workbook.xlsx": "A workbook that is cut short.",
    "table-too-large.csv": "258 columns.",
    "no-table.xlsx": "A workbook of something else.",
    "mapping-incomplete.csv": "Neither the year nor the day is told, and nobody has answered.",
    "mapping-does-not-fit.csv": "Read with the mapping of `table-without-opening.csv`.",
    "amounts-in-thousands.csv": "Amounts in thousands of kronor.",
    "cell-error.csv": "A formula that has lost what it refers to.",
    "cell-amount.csv": "An amount that is two numbers.",
    "cell-date.csv": "The last day of February, and two more.",
    "cell-period.csv": "Month 14.",
    "cell-account.csv": "A word where an account number should be.",
    "row-without-account.csv": "An amount without an account.",
    "row-without-voucher.csv": "A posting without a number.",
    "group-or-account.csv": "A row `19` that is not the sum of the accounts that begin so.",
    "table-starts-later.csv": "A huvudbok from May on.",
    "period-starts-later.csv": "A verifikationslista from May on.",
    "amount-rounded.csv": "An amount with four decimals.",
    "sum-does-not-follow.csv": "A sum that is 2 kronor off.",
    "row-does-not-follow.csv": "Opening balance and change that do not give the closing balance.",
    "table-unbalanced.csv": "Accounts that together are 1 krona.",
    "table-without-opening.csv": "Closing balances only.",
    "account-twice.csv": "One account on two rows.",
    "unused-columns.csv": "A column that no ledger has.",
}
OF_ANOTHER = {"mapping-does-not-fit.csv": "table-without-opening.csv"}
"""Whose mapping a file is read with, where it is not its own."""

SEVERITIES = {Severity.REFUSE: "refuses", Severity.WARN: "warns", Severity.INFORM: "informs"}


def kind_of(file: str) -> str:
    return file.rpartition(".")[0].split("--")[0]


KINDS_OF_TABLES = {kind_of(file) for file in CASES}
"""The kinds of problems that are shown here."""


def problems_of(file: str) -> tuple[Problem, ...]:
    """Return what is told of a file when what is suggested of it is agreed to."""
    data = (HERE / file).read_bytes()
    suggested = read_ledger((HERE / OF_ANOTHER.get(file, file)).read_bytes(), file)
    if isinstance(suggested, TableToMap):
        return read_ledger(data, file, mapping=suggested.best.mapping).problems
    return suggested.problems


def readme() -> str:
    lines = [
        "# What can be wrong with a ledger as a table",
        "",
        "One small file for each message, and what a person is told. Made by `test_tables.py`;",
        "`SAMORDNA_GOLDEN=renew` makes it anew.",
    ]
    for file, what in CASES.items():
        told = [f"* **{SEVERITIES[one.severity]}** `{one.code}` — {one}" for one in problems_of(file)]
        lines += ["", f"## {file}", "", what, "", *told]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("file", CASES)
def test_a_file_shows_the_problem_it_is_named_after_and_no_other(file):
    assert {problem.code for problem in problems_of(file)} - {"table-without-opening"} <= {kind_of(file)}
    assert kind_of(file) in {problem.code for problem in problems_of(file)}


def test_every_file_is_described_and_every_description_has_its_file():
    assert sorted(CASES) == sorted(path.name for path in HERE.iterdir() if path != README)


def test_every_kind_is_one_of_the_table_of_problems():
    assert set(KINDS) >= KINDS_OF_TABLES


def test_every_message_says_where_what_and_what_to_do():
    for problem in (problem for file in CASES for problem in problems_of(file)):
        assert problem.place
        assert problem.found.endswith((".", "?"))
        assert problem.remedy.endswith(".")


def test_the_readme_shows_what_a_person_is_told():
    if os.environ.get("SAMORDNA_GOLDEN") == "renew":
        README.write_text(readme(), "utf-8")
    assert README.read_text("utf-8") == readme()
