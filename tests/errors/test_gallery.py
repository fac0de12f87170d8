"""Every message about a ledger file, as a person meets it: one small file for each, and a README made of them.

The files are handed in to a real association, and the commands are given. ``SAMORDNA_GOLDEN=renew`` writes the
README anew.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.errors.importing import FILES, HERE, Outcome, hand_in
from tests.errors.test_tables import KINDS_OF_TABLES
from tests.terminal import Answer, samordna

from samordna.domain.ledger.problems import KINDS
from samordna.domain.values.problem import Problem, Severity
from samordna.office.actions.problems import OTHER_NAME, OTHER_ORGANISATION, YEARS_OVERLAP
from samordna.office.store.folder import close_folder, open_folder

README = HERE / "README.md"

# What is wrong, by file. A file is named after the kind it shows; ``--`` parts two files of one kind.
CASES = {
    "empty-file.se": "No byte at all.",
    "binary-file.se": "A PDF with the wrong file name.",
    "broken-xml.sie": "SIE 5 that ends in the middle of an entry.",
    "not-sie5.sie": "An invoice in XML with the wrong file name.",
    "forbidden-xml.sie": "SIE 5 with a document type and an entity.",
    "encoding-misdeclared.sie": "SIE 5 that says UTF-8, with Windows' letters.",
    "signature-not-verified.sie": "SIE 5 with a signature.",
    "no-primary-year.sie": "SIE 5 with two fiscal years, neither of them primary.",
    "beyond-ledger.sie": "SIE 5 with customers.",
    "stray-month.sie": "SIE 5 with a closing balance of a year that it does not have.",
    "budget-of-year.sie": "SIE 5 with a budget that has no month.",
    "not-sie.se": "A letter with the wrong file name.",
    "truncated.se": "Ends in the middle of a voucher.",
    "truncated--checksum.se": "Opens with a checksum record; the closing one is missing.",
    "checksum-mismatch.se": "Was changed after the program signed it.",
    "after-checksum.se": "Holds a voucher after the closing checksum record.",
    "balances-by-month.se": "SIE type 2: balances by month and no vouchers.",
    "balances-by-period.se": "SIE type 2: balances of the whole time covered, and no vouchers.",
    "nothing-booked.se": "SIE type 2 without a single balance.",
    "no-fiscal-year.se": "No `#RAR 0`.",
    "broken-fiscal-year.se": "A fiscal year that ends before it begins.",
    "wrong-fiscal-year.se": "A good file of 2024, when 2023 is asked for.",
    "foreign-currency.se": "Books kept in euro.",
    "broken-amount.se": "An amount with a comma in a voucher.",
    "broken-amount--balance.se": "The letter O in an opening balance.",
    "broken-date.se": "A voucher of 31 February.",
    "broken-account.se": "A row booked on `30*10`.",
    "odd-account.se": "A row booked on `DIFF`.",
    "broken-period.se": "A balance of the thirteenth month.",
    "unbalanced-voucher.se": "One öre is missing in a voucher.",
    "unclosed-voucher.se": "A voucher without its closing brace, and a new one.",
    "row-outside-voucher.se": "Rows without a `#VER`.",
    "no-vouchers.se": "Type 4, and still no voucher.",
    "voucher-outside-year.se": "A voucher dated the year before.",
    "voucher-after-coverage.se": "A voucher of September in a file that covers August.",
    "duplicate-voucher.se": "The number A 1 twice.",
    "empty-voucher.se": "A voucher without rows.",
    "vouchers-without-balances.se": "Type 4I: vouchers to import into a ledger.",
    "wrong-encoding.se": "UTF-8 that says PC8.",
    "wrong-encoding--windows.se": "Windows' letters in a file that says PC8.",
    "mixed-letters.se": "One name with Windows' letters among CP437.",
    "mojibake.se": "CP437 once read as Windows' letters and then saved as UTF-8.",
    "control-characters.se": "A vertical tab in a text.",
    "stray-quote.se": "Quotes inside a text, without their backslashes.",
    "broken-object-list.se": "A row without `{}`.",
    "missing-brace.se": "A voucher without its opening brace.",
    "stray-line.se": "A line break inside a text.",
    "broken-record.se": "The date of generation is a word.",
    "broken-field.se": "The day a voucher was registered is a word.",
    "missing-field.se": "A program without a version.",
    "extra-fields.se": "A record with one field too many.",
    "dimension-without-role.se": "Cost centres in dimension 20.",
    "unknown-label.se": "A label that SIE does not know.",
    "undeclared-account.se": "An account that the chart of accounts lacks.",
    "duplicate-account.se": "One account with two names.",
    "undeclared-object.se": "A cost centre without a name.",
    "balance-does-not-follow.se": "A closing balance that is 100 kronor off.",
    "result-does-not-follow.se": "A result that is 100 kronor off.",
    "opening-differs.se": "Opens with 100 kronor more than last year closed with.",
    "opening-unbalanced.se": "Opening balances that do not sum to zero.",
    "credit-balance-on-asset.se": "An asset account below zero.",
    "debit-balance-on-liability.se": "A liability account above zero.",
    "result-in-opening.se": "Last year's result stands in equity.",
    "opening-from-closing.se": "No `#IB 0`, but the closing balances of last year.",
    "coverage-not-declared.se": "No `#OMFATTN`, and the last voucher is in January.",
    "possible-identity-number.se": "A text with a (test) identity number.",
    "missing-records.se": "No `#FORMAT` and no `#GEN` (SIE 4B, section 5).",
    "records-of-another-type.se": "Type 4I, which has no `#OMFATTN` (SIE 4B, section 5).",
    "repeated-record.se": "Two names of the company.",
    "repeated-balance.se": "An account that closes twice.",
    "years-do-not-follow.se": "The year before 2024 is 2022.",
    "undeclared-dimension.se": "Dimension 20 without its `#DIM`; those up to 19 are reserved (SIE 4B, section 8.17).",
    "opening-on-result-account.se": "An income account that opens with 100 kronor.",
    "months-do-not-follow.se": "An account that by month moves 100 kronor less than in the year.",
    "objects-exceed-account.se": "A cost centre that has more of an account than there is (SIE 4B, section 8.12).",
    "closing-unbalanced.se": "Closing balances and results that do not sum to zero.",
    "opening-booked-too.se": "The opening balances stand in `#IB` and in a voucher of 1 January.",
    "added-row-not-booked.se": "An `#RTRANS` without the same row as `#TRANS` (SIE 4B, #RTRANS).",
    "numbers-descend.se": "A 1 comes after A 2.",
    "already-imported.se": "Vouchers to import, marked as imported: `#FLAGGA 1` (SIE 4B, section 7.4).",
}

# What a command tells besides, given in this order where good/2024-08.se and good/2019-08.se have been read, in a
# folder with the files of good/ and given/.
COMMANDS = {
    "same-file-again": "samordna import-sie 2024-08.se --data forbund",
    "new-version": "samordna import-sie 2024-09.se --data forbund",
    "period-without-ledger": "samordna statements --period 2022-01..2022-12 --data forbund",
    "period-across-years": "samordna statements --period 2023-07..2024-06 --data forbund",
    "period-within-balances": "samordna statements --period 2019-01..2019-04 --data forbund",
    "comparison-within-balances": "samordna statements --period 2024-08 --compare 2019-04 --data forbund",
    "period-beyond-ledger": "samordna statements --period 2024-01..2024-12 --data forbund",
    "years-overlap": "samordna import-sie 2024-2025.se --data forbund",
    "other-name": "samordna import-sie 2021-08.se --data forbund",
    "other-organisation": "samordna import-sie 2020-08.se --data forbund",
    "table-not-mapped": "samordna import-sie saldolista.csv --data forbund",
    "not-for-books": "samordna sie check no-year.si",
    "unreadable-file": "samordna sie check saknas.se",
    "file-is-there": "samordna sie convert import.si 2024-08.se",
    "unwritable-file": "samordna sie convert import.si saknas/ut.se",
    "different-years": "samordna sie diff 2019-08.se 2024-08.se",
    "left-out": "samordna sie convert 2024-08.se years.se --type 1",
    "computed-from-vouchers": "samordna sie convert 2024-08.se months.se --type 2",
    "closing-without-opening": "samordna sie convert import.si ledger.se --type 4",
    "filled-in": "samordna sie convert import.si covered.se --type 2",
    "records-left-out": "samordna sie convert customers.sie lines.se",
    "filled-in-by-rule": "samordna sie convert 2024-08.se by-rule.sie",
    "missing-for-sie5": "samordna sie convert import.si missing.sie",
    "unsigned": "samordna sie convert 2024-08.sie unsigned.sie",
    "accounts-filled-in": "samordna sie convert unnamed.se accounts.se",
    "objects-filled-in": "samordna sie convert unnamed.se objects.se --type 3",
    "extra-fields-left-out": "samordna sie convert extra.se fields.se",
    "mended-texts": "samordna sie convert path.se texts.se",
    "missing-characters": "samordna sie convert dash.se refused.se",
    "replaced-characters": "samordna sie convert dash.se replaced.se --replace",
    "like-another-encoding": "samordna sie convert division.se letters.se",
}

ALL_KINDS = {**KINDS, **{kind.code: kind for kind in (YEARS_OVERLAP, OTHER_NAME, OTHER_ORGANISATION)}}
"""What a ledger file can be told for: what it says, and what the association it is handed to says against it."""

SEVERITIES = {Severity.REFUSE: "refuses", Severity.WARN: "warns", Severity.INFORM: "informs"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Yield a folder with two new associations, and stand in it."""
    with pytest.MonkeyPatch.context() as patched:
        patched.delenv("DATABASE_URL", raising=False)
        patched.chdir(tmp_path_factory.mktemp("gallery"))
        for name in ("gallery", "forbund"):
            who = ("--name", "Samordningsförbundet Exempel", "--organisation-number", "222000-0000")
            assert samordna("new", name, *who).code == 0
        yield Path()
    close_folder()


@pytest.fixture(scope="module")
def outcomes(folder: Path) -> dict[str, Outcome]:
    """Return what came of handing in each file of the gallery."""
    open_folder(folder / "gallery")
    return {file: hand_in(file) for file in CASES}


@pytest.fixture(scope="module")
def answers(folder: Path, outcomes: dict[str, Outcome]) -> dict[str, Answer]:  # noqa: ARG001 - one open folder at a time
    """Return what each command answered."""
    for file in (*(HERE / "good").iterdir(), *(HERE / "given").iterdir()):
        (folder / file.name).write_bytes(file.read_bytes())
    assert samordna("import-sie", "2024-08.se", "--data", "forbund") == Answer(
        0, "", "Inläst: 2024-08.se, räkenskapsår 2024, version 1, verifikationer: 1, rader: 2.\n"
    )
    assert samordna("import-sie", "2019-08.se", "--data", "forbund").code == 0
    return {code: samordna(*command.split()[1:]) for code, command in COMMANDS.items()}


def kind_of(file: str) -> str:
    return Path(file).stem.split("--")[0]


def told(problem: Problem) -> str:
    return f"* **{SEVERITIES[problem.severity]}** `{problem.code}` — {problem}"


def as_met(answer: Answer) -> str:
    """Return what a person sees last: the end of what was laid out, and what was told beside it."""
    laid_out = answer.out.rstrip().rpartition("\n\n")[2]
    return "\n".join(part for part in (laid_out, answer.err.rstrip()) if part)


def readme(outcomes: dict[str, Outcome], answers: dict[str, Answer]) -> str:
    lines = [
        "# What can be wrong with a ledger file",
        "",
        "One small file for each message, and what a person is told. Made by `test_gallery.py`;",
        "`SAMORDNA_GOLDEN=renew` makes it anew. A file that is refused changes nothing; one that is warned about is",
        "taken.",
    ]
    for file, what in CASES.items():
        lines += ["", f"## {file}", "", what, "", *map(told, outcomes[file].problems)]
    lines += ["", "# What a command tells besides", "", "Where `good/2024-08.se` and `good/2019-08.se` have been read."]
    for code, command in COMMANDS.items():
        lines += ["", f"## {code}", "", "```", f"$ {command}", as_met(answers[code]), "```"]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("file", CASES)
def test_a_file_shows_the_problem_it_is_named_after(outcomes, file):
    assert kind_of(file) in [problem.code for problem in outcomes[file].problems]


@pytest.mark.parametrize("code", COMMANDS)
def test_a_command_shows_the_problem_it_is_named_after(answers, code):
    words = re.escape(ALL_KINDS[code].found).replace(r"\ ", r"\s+")
    assert re.search(re.sub(r"\\\{\w+\\\}", ".+?", words), as_met(answers[code]))
    assert answers[code].code == (ALL_KINDS[code].severity is Severity.REFUSE)


def test_every_file_is_described_and_every_description_has_its_file():
    assert sorted(CASES) == sorted(FILES)


def test_every_kind_of_problem_is_shown():
    assert {kind_of(file) for file in CASES} | set(COMMANDS) | KINDS_OF_TABLES == set(ALL_KINDS)


def test_every_message_says_where_what_and_what_to_do(outcomes):
    for problem in (problem for file in CASES for problem in outcomes[file].problems):
        assert problem.place
        assert problem.found.endswith(".")
        assert problem.remedy.endswith(".")
        assert "{" not in problem.remedy


def test_the_readme_shows_what_a_person_is_told(outcomes, answers):
    if os.environ.get("SAMORDNA_GOLDEN") == "renew":
        README.write_text(readme(outcomes, answers), "utf-8")
    assert README.read_text("utf-8") == readme(outcomes, answers)
