"""The chapters of a plan are read from a table: a line is a paragraph, or a point; what is wrong has file and line."""

from samordna.domain.plan.activity_plan.chapters import PlanText
from samordna.domain.values.period import Period
from samordna.sources.plan_files import read_activity_plans, read_plan

NAME = "plantexter-2026.csv"


def read(*lines: str):
    return read_activity_plans({NAME: "\n".join(("Kapitel;Text", *lines)).encode()})


def test_lines_of_a_chapter_become_its_paragraphs_and_points():
    told = read("Mål;Målen är:", "Mål;- ett", "Mål;- två", "Mål;Slut.", "del: steget;Vad steget är.")
    assert told.problems == ()
    assert told.texts == (
        (Period(202601, 202612), PlanText("mal", "Målen är:\n- ett\n- två\n\nSlut.")),
        (Period(202601, 202612), PlanText("del:steget", "Vad steget är.")),
    )
    assert told.plans == ()


def test_what_is_wrong_is_told_with_its_place():
    told = read("Okänt;Text", "Mål;")
    assert [(one.code, one.place) for one in told.problems] == [
        ("plan-file-wrong-cell", f"{NAME}, rad 2, kolumnen Kapitel"),
        ("plan-file-empty-cell", f"{NAME}, rad 3, kolumnen Text"),
    ]
    assert "sammanfattning, inriktning, mål" in told.problems[0].found


def test_the_plan_leaves_the_file_to_its_reader():
    assert read_plan({NAME: b"vad som helst"}).problems == ()
