"""What a board would get passes three validators, each with its own idea of an accessible PDF."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import page
import pytest
from tests.demo import ASSOCIATIONS, PERIOD
from tests.questions.demo_books import laid_out_as
from tests.terminal import samordna

from samordna.office import actions
from samordna.office.store.folder import close_folder

REPORTS = [(one, name) for one in ASSOCIATIONS for name in ("delarsrapport-2024-08", "arsredovisning-2023")]


@pytest.fixture(params=[*REPORTS, ("sjuharad", "plan"), ("insjoriket", "plain")])
def report(request: pytest.FixtureRequest, demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    association, name = request.param
    if name == "plain":
        monkeypatch.delenv("DATABASE_URL", raising=False)
        return in_the_plain_layout(demo / association, tmp_path)
    if name == "plan":
        file = tmp_path / "plan.pdf"
        answer = samordna("plan", "--data", demo / association, "--year", "2025", "--format", "pdf", "-o", file)
        assert answer.code == 0, answer.err
        return file
    return demo / association / "rapporter" / f"{name}.pdf"


def in_the_plain_layout(folder: Path, tmp_path: Path) -> Path:
    """Return the interim report of an association, as one without a form of its own has it."""
    copy, file = tmp_path / "plain", tmp_path / "plain.pdf"
    shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("rapporter"))
    actions.open_association(copy)
    laid_out_as("lkbr")
    close_folder()
    answer = samordna("report", "interim", "--data", copy, "--period", PERIOD, "--format", "pdf", "-o", file)
    assert answer.code == 0, answer.err
    return file


@pytest.mark.parametrize("profile", [page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A])
def test_page_validation_passes_every_rule(report, profile):
    found = page.validate_pdf_bytes(report.read_bytes(), profile=profile)
    assert found.is_compliant, str(found)
    assert found.rules.passed == found.rules.total > 100


def test_pdfua_has_nothing_to_say(report):
    done = subprocess.run([sys.executable, "-m", "pdfua", "check", report], capture_output=True, text=True, check=False)
    assert "errors=0 warnings=0" in done.stdout, done.stdout + done.stderr


def test_outloud_hears_no_error(report):
    outloud = Path(sys.executable).parent / "outloud"
    done = subprocess.run([outloud, "--json", "-", "--quiet", report], capture_output=True, text=True, check=False)
    [result] = json.loads(done.stdout)["results"]
    assert [finding for finding in result["findings"] if finding["severity"] == "error"] == []
