"""Every count of a report is what the units answered; one that is too small is in no format, and cannot be computed."""

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from tests.demo import ASSOCIATIONS
from tests.golden.as_text import docx_text, pdf_text, xlsx_text
from tests.golden.counted import SHARES, Answers, People, known_to_add_up, tables, told_of
from tests.measures.disclosure.attacker import Attacker

from samordna.domain.values.counted import Below, Published, Shown, Withheld

HERE = Path(__file__).parent
LEAST = 5
"""Fewer than these are not told to anybody."""
pytestmark = pytest.mark.parametrize("association", ASSOCIATIONS)


def document_of(association: str) -> dict[str, Any]:
    return json.loads((HERE / association / "document.json").read_text("utf-8"))


def test_every_count_is_what_the_units_answered(association):
    answers, told = Answers.of(association), told_of(document_of(association))
    shown = [one for one in told.values() if isinstance(one.sign, Shown)]
    wrong = [
        (one.place, one.text, answers.count(one.people)) for one in shown if one.sign.count != answers.count(one.people)
    ]
    assert wrong == []
    assert len(shown) > 80


def test_a_count_that_is_too_small_is_told_by_its_sign_or_not_at_all(association):
    answers, told = Answers.of(association), told_of(document_of(association))
    small = [one for one in told.values() if 0 < answers.count(one.people) < LEAST]
    assert small
    assert [one.place for one in small if isinstance(one.sign, Shown)] == []
    below = [one for one in told.values() if isinstance(one.sign, Below)]
    assert [one.place for one in below if not 0 < answers.count(one.people) < LEAST] == []


def test_every_share_is_of_counts_that_are_told_of_twenty_or_more(association):
    document = document_of(association)
    told, shares = told_of(document), 0
    for table in tables(document):
        for row in table["rows"]:
            for column in row["values"].keys() & SHARES.keys():
                part, base = (row["values"].get(one) for one in SHARES[column])
                if row["values"][column] is not None:
                    shares += 1
                    assert row["values"][column] == percent(int(part), int(base)), (table["id"], row["id"])
                    assert int(base) >= 20
            if row["values"].get("share") is not None:
                shares += 1
                base = told[f"{table['id']}.total.total"].sign.count
                assert row["values"]["share"] == percent(int(row["values"]["total"]), base), (table["id"], row["id"])
                assert base >= 20
    assert shares > 20


def percent(part: int, base: int) -> str:
    return str((Decimal(100 * part) / base).quantize(Decimal(1), ROUND_HALF_UP))


def test_no_small_count_can_be_computed_from_all_that_is_read_in_the_report(association):
    answers, told = Answers.of(association), told_of(document_of(association))
    cells = {one.people: one.sign for one in told.values()}
    assert all(cells[one.people] == one.sign for one in told.values()), "the same people are told alike everywhere"
    assert narrowed(answers, cells) == []
    assert len(small_of(answers, cells)) > 5


def test_the_attacker_is_worth_something(association):
    """With what is withheld besides the small counts told, some of those can be computed."""
    answers, told = Answers.of(association), told_of(document_of(association))
    cells = {one.people: one.sign for one in told.values()}
    withheld = {people for people, sign in cells.items() if sign == Withheld()} - set(small_of(answers, cells))
    assert withheld
    assert narrowed(answers, cells | {people: Shown(answers.count(people)) for people in withheld}) != []


def small_of(answers: Answers, cells: Mapping[People, Published]) -> list[People]:
    return [people for people in cells if 0 < answers.count(people) < LEAST]


def narrowed(answers: Answers, cells: Mapping[People, Published]) -> list[People]:
    """Return the small counts that somebody who reads some cells can narrow down."""
    attacker = Attacker({people.key: sign for people, sign in cells.items()}, known_to_add_up(answers, cells))
    return [people for people in small_of(answers, cells) if not within(attacker.between(people.key))]


def within(limits: tuple[float, float]) -> bool:
    """Tell whether a count may be anything that its sign says, for all that can be computed."""
    least, most = limits
    return least <= 1 + 1e-6 and most >= LEAST - 1 - 1e-6


@pytest.mark.parametrize("ending", ["html", "pdf", "docx", "xlsx"])
def test_what_is_hidden_is_hidden_in_every_format(demo, association, ending):
    if ending == "pdf" and not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed (Debian: poppler-utils)")
    lines = read(demo / association / "rapporter" / f"delarsrapport-2024-08.{ending}")
    rows = list(rows_with_hidden(document_of(association)))
    assert [row for row in rows if row not in lines] == []
    assert len(rows) > 10


def rows_with_hidden(document: dict[str, Any]) -> Iterator[list[str]]:
    """Yield every row of a printed table in which something is hidden: its label, and what is to be read in it."""
    first = {table["id"]: table for table in reversed(list(tables(document)))}  # pictures come after their tables
    for table in first.values():
        for row in table["rows"]:
            if "hidden" in row:
                cells = [(row["hidden"].get(key), value) for key, value in row["values"].items()]
                yield [row["label"], *(plain(sign or value or "") for sign, value in cells)]


def read(file: Path) -> list[list[str]]:
    """Return every row that a reader meets: its label and its cells, without marks, units and spaces."""
    match file.suffix:
        case ".html":
            lines = html_rows(file.read_text("utf-8"))
        case ".pdf":
            lines = [line.split("  ") for line in pdf_text(file).splitlines()]
        case ".docx":
            lines = [line.split(" | ") for line in docx_text(file.read_bytes()).splitlines()]
        case _:
            lines = [line.split(" | ") for line in xlsx_text(file.read_bytes()).splitlines()]
    return [[label, *map(plain, cells)] for label, *cells in lines]


def html_rows(page: str) -> list[list[str]]:
    rows = re.findall(r"(?s)<tr class=[^>]*>(.*?)</tr>", page)
    cells = (re.findall(r"(?s)<t[hd][^>]*>(.*?)</t[hd]>", row) for row in rows)
    return [[unescape(re.sub(r"(?s)<[^>]*>|\s+(?=<sup)", "", cell)).strip() for cell in row] for row in cells]


def plain(text: str) -> str:
    """Return a figure or a sign without what may follow it: a unit, and the letters of notes."""
    found = re.match(r"<?[\d.,]+|–", text.replace("\xa0", "").strip())
    return found[0].replace(",", ".").removesuffix(".0") if found else text.strip()
