"""The whole interim report of both demo associations, in every form, is as it was when it was found good."""

import json
import shutil
from pathlib import Path

import pytest
from tests.demo import ASSOCIATIONS, PERIOD
from tests.golden.as_text import docx_text, html_text, pdf_text, xlsx_text
from tests.golden.golden import is_as_before
from tests.terminal import samordna

pytestmark = pytest.mark.parametrize("association", ASSOCIATIONS)


def report(demo: Path, association: str, kind: str) -> Path:
    return demo / association / "rapporter" / f"delarsrapport-2024-08.{kind}"


def interim_json(folder: Path) -> str:
    answer = samordna("report", "interim", "--data", folder, "--period", PERIOD, "--format", "json")
    assert answer.code == 0, answer.err
    return answer.out


def test_the_document(demo, association):
    is_as_before(f"{association}/document.json", interim_json(demo / association))


def test_the_document_is_no_draft(demo, association):
    assert json.loads(interim_json(demo / association))["status"] == ""


def test_the_web_page(demo, association):
    is_as_before(f"{association}/page.html", html_text(report(demo, association, "html").read_text("utf-8")))


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed (Debian: poppler-utils)")
def test_the_pdf(demo, association):
    is_as_before(f"{association}/pdf.txt", pdf_text(report(demo, association, "pdf")))


def test_the_word_file(demo, association):
    is_as_before(f"{association}/docx.txt", docx_text(report(demo, association, "docx").read_bytes()))


def test_the_excel_file(demo, association):
    is_as_before(f"{association}/xlsx.txt", xlsx_text(report(demo, association, "xlsx").read_bytes()))
