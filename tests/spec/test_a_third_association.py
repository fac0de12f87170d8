"""An association that was never thought of writes its own layout, by the how-to page and nothing else.

The page is docs/layouts.md: its example is the layout and its commands are what is run.
"""

import json
import re
import shlex
from pathlib import Path

import pytest
from tests.spec.third_association import BOOKS_2023, BOOKS_2024, sie
from tests.terminal import Answer, samordna_process

PAGE = Path(__file__).parents[2] / "docs" / "layouts.md"

# Each row as the JSON holds it: id, label, kind, note, and the figures in the order of the columns.
ANSWER = """\
income "Resultat" kr
  previous: jan–jun 2023 | actual: jan–jun 2024 | change: Förändring
kostnader, Vad pengarna gick till (heading)
insatser, Insatser (detail) A: -60001 | -63000 | -2999
drift, Drift (detail): 0 | -8000 | -8000
sum_kostnader, Summa kostnader (subtotal): -60001 | -71000 | -10999
bidrag, Bidrag från parterna (detail): 90000 | 95000 | 5000
ranta, Ränta (detail): 0 | 250 | 250
resultat, Kvar för perioden (result): 30000 | 24250 | -5749

note-a "Not A Insatser" kr
  actual: jan–jun 2024
7010, 7010 Köpta insatser (detail): 50500
7110, 7110 Handledning (detail): 12500
total, Summa (subtotal): 63000

balance "Ställning" tkr
  opening: 2024-01-01 | closing: 2024-06-30
skulder_och_kapital, Så är det finansierat (heading)
skulder, Skulder (detail): 0 | -13
kapital, Kapital (detail): -60 | -60
arets, Kvar för perioden (detail): 0 | -24
sum_finansiering, Summa finansiering (subtotal): -60 | -97
tillgangar, Så är pengarna placerade (heading)
bank, Bank (detail): 60 | 52
fordringar, Fordringar (detail): 0 | 45
sum_tillgangar, Summa tillgångar (subtotal): 60 | 97

cashflow "Pengarnas väg" kr
  actual: jan–jun 2024
resultat, Kvar för perioden (detail): 24250
rorelsekapital, Fordringar och skulder (detail): -32500
flode, Förändring av banken (result): -8250
borjan, På banken från början (detail): 60000
slut, På banken vid slutet (detail): 51750

enheter "Kostnad per enhet" tkr
  actual: jan–jun 2024
norr, Norr (detail): 20
soder, Söder (detail): 38
soder_projekt, Söder, projektet (detail): 13
summa, Summa (subtotal): 71
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """Return a folder in which everything the page says has been done, but for the last command."""
    folder = tmp_path_factory.mktemp("exempel")
    (folder / "exempel.toml").write_text(block("toml"), "utf-8")
    (folder / "2023.se").write_bytes(sie(BOOKS_2023, 2023, "1231"))
    (folder / "2024.se").write_bytes(sie(BOOKS_2024, 2024, "0630"))
    *before, _ = commands()
    for command in before:
        answer = given(command, folder)
        assert answer.code == 0, (command, answer)
    return folder


def block(language: str) -> str:
    """Return the one code block of the page in a language, as a reader copies it."""
    (found,) = re.findall(rf"^```{language}\n(.*?)^```", PAGE.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    return found


def commands() -> list[list[str]]:
    return [shlex.split(line) for line in block("sh").splitlines()]


def given(command: list[str], folder: Path, *more: str) -> Answer:
    program, *arguments = command
    assert program == "samordna"
    return samordna_process(*arguments, *more, folder=folder)


def as_written(answer: str) -> str:
    """Return the JSON of statements in short: nothing of it is left out."""
    lines = []
    for statement in json.loads(answer)["statements"]:
        columns = [column.pop("id") for column in statement["columns"]]
        labels = [f"{name}: {column['label']}" for name, column in zip(columns, statement["columns"], strict=True)]
        lines += [f'{statement["id"]} "{statement["title"]}" {statement["unit"]}', "  " + " | ".join(labels)]
        for row in statement["rows"]:
            values, note, code = row.pop("values"), row.pop("note"), row.pop("code", "")
            assert sorted(row) == ["id", "kind", "label"]
            assert list(values) in ([], columns)
            told = f"{row['id']}, {code} {row['label']} ({row['kind']}) {note}".replace(",  ", ", ").strip()
            lines.append(": ".join(part for part in (told, " | ".join(values.values())) if part))
        lines.append("")
    return "\n".join(lines)


def test_the_example_of_the_page_lays_out_the_books_as_the_association_wants_them(folder):
    answer = given(commands()[-1], folder, "--format", "json")
    assert answer.code == 0
    assert as_written(answer.out) == ANSWER


def test_nothing_is_wrong_with_what_was_laid_out(folder):
    answer = given(commands()[-1], folder)
    assert answer.err == ""
    assert "Anmärkningar" not in answer.out


def test_the_check_says_that_every_account_has_one_line(folder):
    answer = samordna_process("layout", "check", "exempel.toml", "--data", "exempel", folder=folder)
    assert answer == Answer(0, "Varje konto har precis en rad.\n", "")


def test_an_account_the_layout_forgot_is_told_and_stands_by_itself(folder, tmp_path):
    """Fees are booked on 6510 one day: nothing in the layout names it, and nothing is lost."""
    account = '#KONTO 6510 "Deltagaravgifter"\n#KTYP 6510 I\n'
    voucher = '#VER A 5 20240415 "Avgift"\n{\n#TRANS 1910 {} 300.00\n#TRANS 6510 {} -300.00\n}\n'
    (tmp_path / "2024.se").write_bytes(sie(BOOKS_2024, 2024, "0630", also=account + voucher))
    (tmp_path / "exempel.toml").write_bytes((folder / "exempel.toml").read_bytes())
    samordna_process("new", "exempel", "--name", "Exempel", folder=tmp_path)
    assert samordna_process("import-sie", "2024.se", "--data", "exempel", folder=tmp_path).code == 0
    checked = samordna_process("layout", "check", "exempel.toml", "--data", "exempel", folder=tmp_path)
    assert checked == Answer(
        1,
        "Varning Resultat: Konto 6510 Deltagaravgifter har belopp men ingen rad svarar för det. "
        "Lägg kontot på en rad i uppställningen; till dess står det som Ej fördelat.\n",
        "",
    )
    answer = given(commands()[-1], tmp_path, "--format", "json", "--statement", "income")
    assert as_written(answer.out) == (
        'income "Resultat" kr\n'
        "  actual: jan–jun 2024\n"  # there is no 2023 here to show beside
        "kostnader, Vad pengarna gick till (heading)\n"
        "insatser, Insatser (detail) A: -63000\n"
        "drift, Drift (detail): -8000\n"
        "sum_kostnader, Summa kostnader (subtotal): -71000\n"
        "bidrag, Bidrag från parterna (detail): 95000\n"
        "ranta, Ränta (detail): 250\n"
        "ej_fordelat, Ej fördelat (detail): 300\n"
        "resultat, Kvar för perioden (result): 24550\n"
    )
