"""The whole reports of both demo associations, in every form, are as they were when they were found good."""

import json
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.demo import ASSOCIATIONS, PERIOD
from tests.golden.as_text import docx_text, html_text, pdf_text, xlsx_text
from tests.golden.golden import is_as_before
from tests.terminal import samordna


class Report(NamedTuple):
    """A report of the demo: its kind and months, the name it is written under, and where its answers are kept."""

    kind: str
    period: str
    name: str
    kept: str

    def written(self, demo: Path, association: str, ending: str) -> Path:
        return demo / association / "rapporter" / f"{self.name}.{ending}"

    def as_json(self, folder: Path) -> str:
        answer = samordna("report", self.kind, "--data", folder, "--period", self.period, "--format", "json")
        assert answer.code == 0, answer.err
        return answer.out


REPORTS = (
    Report("interim", PERIOD, "delarsrapport-2024-08", ""),
    Report("annual", "2023-01..2023-12", "arsredovisning-2023", "annual/"),
)
pytestmark = [
    pytest.mark.parametrize("association", ASSOCIATIONS),
    pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.kind),
]


def test_the_document(demo, association, report):
    is_as_before(f"{association}/{report.kept}document.json", report.as_json(demo / association))


def test_the_document_is_no_draft(demo, association, report):
    assert json.loads(report.as_json(demo / association))["status"] == ""


def test_the_web_page(demo, association, report):
    page = report.written(demo, association, "html").read_text("utf-8")
    is_as_before(f"{association}/{report.kept}page.html", html_text(page))


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed (Debian: poppler-utils)")
def test_the_pdf(demo, association, report):
    is_as_before(f"{association}/{report.kept}pdf.txt", pdf_text(report.written(demo, association, "pdf")))


def test_the_word_file(demo, association, report):
    content = report.written(demo, association, "docx").read_bytes()
    is_as_before(f"{association}/{report.kept}docx.txt", docx_text(content))


def test_the_excel_file(demo, association, report):
    content = report.written(demo, association, "xlsx").read_bytes()
    is_as_before(f"{association}/{report.kept}xlsx.txt", xlsx_text(content))
