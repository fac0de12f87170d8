"""Sjuhärad's plan for 2022, as adopted, and Insjöriket's for 2025 read as they did when they were found good."""

import csv
import io
import json
from importlib.resources import files
from pathlib import Path

from python_calamine import CalamineWorkbook
from tests.golden.as_text import html_text, xlsx_text
from tests.golden.golden import is_as_before
from tests.terminal import samordna


def written(demo, kind: str) -> str:
    answer = samordna("plan", "--data", demo / "sjuharad", "--year", "2022", "--format", kind)
    assert answer.code == 0, answer.err
    return answer.out


def test_the_document(demo):
    made = written(demo, "json")
    assert json.loads(made)["status"] == ""
    is_as_before("sjuharad-plan/document.json", made)


def test_the_web_page(demo):
    is_as_before("sjuharad-plan/page.html", html_text(written(demo, "html")))


def test_insjorikets_plan_as_a_workbook(demo, tmp_path):
    file = tmp_path / "plan.xlsx"
    answer = samordna("plan", "--data", demo / "insjoriket", "--year", "2025", "--format", "xlsx", "-o", file)
    assert answer.code == 0, answer.err
    is_as_before("insjoriket-plan/xlsx.txt", xlsx_text(file.read_bytes()))


def test_the_workbook_holds_the_numbers_of_the_associations_own_tables(demo, tmp_path):
    """The sums are made here from the files that the plan was read from, and nothing of the program."""
    file = tmp_path / "plan.xlsx"
    samordna("plan", "--data", demo / "insjoriket", "--year", "2025", "--format", "xlsx", "-o", file)
    activities, overhead = total("verksamhetsplan-2025.csv", "Medel"), total("overhead-2025.csv", "Belopp")
    summary = sheet(file, "Ekonomisk sammanställning 2025")
    assert summary["Overheadkostnader, styrning och administration"] == overhead
    assert summary["Summa kostnader"] == activities + overhead
    assert summary["Preliminära bidrag"] - summary["Summa kostnader"] == next(
        amount for label, amount in summary.items() if label.startswith("Resultat på preliminära bidrag")
    )


def total(name: str, heading: str) -> float:
    """Return the sum of a column of one of Insjöriket's files, in thousands of kronor."""
    text = (files("samordna.demo") / "inputs" / "insjoriket" / name).read_text("utf-8-sig")
    rows = csv.DictReader(io.StringIO(text), delimiter=";")
    return sum(int(row[heading].replace(" ", "").replace("\u00a0", "") or 0) for row in rows) / 1000


def sheet(file: Path, name: str) -> dict[str, float]:
    """Return the numbers of a sheet's first column of figures, by what stands before them."""
    rows = CalamineWorkbook.from_path(file).get_sheet_by_name(name).to_python()
    return {str(row[0]): row[1] for row in rows if len(row) > 1 and isinstance(row[1], float)}
