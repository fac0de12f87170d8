"""What a board would get passes three validators, each with its own idea of an accessible PDF."""

import json
import subprocess
import sys
from pathlib import Path

import page
import pytest
from tests.demo import ASSOCIATIONS
from tests.terminal import samordna

REPORTS = [(one, name) for one in ASSOCIATIONS for name in ("delarsrapport-2024-08", "arsredovisning-2023")]


@pytest.fixture(params=[*REPORTS, ("sjuharad", "plan")])
def report(request: pytest.FixtureRequest, demo: Path, tmp_path: Path) -> Path:
    association, name = request.param
    if name == "plan":
        file = tmp_path / "plan.pdf"
        answer = samordna("plan", "--data", demo / association, "--year", "2025", "--format", "pdf", "-o", file)
        assert answer.code == 0, answer.err
        return file
    return demo / association / "rapporter" / f"{name}.pdf"


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
