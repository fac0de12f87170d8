"""How does the Word file look once a program has laid it out? LibreOffice answers for Word."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.renderers import sample
from tests.renderers.sample_report import sample_document
from tests.renderers.test_docx import CAPTIONS, HEADINGS

from samordna.domain.document import Document, Row, Section, Table
from samordna.renderers.docx import render_docx

pytestmark = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed: nothing lays the file out"
)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("word")
    return laid_out(sample_document(), folder)


@pytest.fixture(scope="module")
def pages(report: Path) -> list[str]:
    return pages_of(report)


def test_contents_name_the_page_each_heading_stands_on(pages: list[str]) -> None:
    contents = re.findall(r"^\s*(\d(?:\.\d)? .+?)[ .]*[ .](\d+)$", pages[1], re.MULTILINE)
    assert [title for title, _ in contents] == [title for _, title in HEADINGS]
    for title, page in contents:
        assert re.search(rf"^\s*{re.escape(title)}$", pages[int(page) - 1], re.MULTILINE), (title, page)


def test_captions_and_page_numbers_are_there(pages: list[str]) -> None:
    text = "\n".join(pages)
    assert [caption for caption in CAPTIONS if caption not in text] == []
    assert f"Sida 2 av {len(pages)}" in pages[1]
    assert "Sida 1 av" not in pages[0]


def test_tables_are_not_cut(pages: list[str]) -> None:
    [page] = [page for page in pages if "Tabell 6." in page]
    line = next(line for line in page.splitlines() if line.lstrip().startswith("Verksamhetens kostnader"))
    assert re.split(r"\s{2,}", line.strip()) == [
        "Verksamhetens kostnader", "2, 3", "−21 078 000", "saknas", "−8 465 736",
        "−14 362 754", "−10 248 722",
    ]  # fmt: skip


def test_headings_never_stand_alone(pages: list[str]) -> None:
    for page in pages:
        lines = [line.strip() for line in page.splitlines() if line.strip() and "Sida " not in line]
        assert lines[-1] not in {title for _, title in HEADINGS}


def test_a_long_table_has_its_heads_on_every_page(tmp_path: Path) -> None:
    rows = tuple(
        Row(f"r{i}", f"Konto nummer {i}", sample.DETAIL, (sample.cell(i * 100, sample.KRONOR),)) for i in range(120)
    )
    table = Table("t", "Lång", sample.KRONOR, sample.columns("Utfall 2024"), rows)
    document = Document("d", "Titel", "", "Förbundet", (Section("s", "Kapitel", "1", (table,)),))
    pages = pages_of(laid_out(document, tmp_path))
    assert len(pages) == 3
    assert all("Utfall 2024" in page for page in pages)


def test_the_embedded_typeface_is_used(report: Path) -> None:
    fonts = subprocess.run(["pdffonts", report], capture_output=True, text=True, check=True).stdout
    names = [line.split()[0] for line in fonts.splitlines()[2:]]
    assert all("SourceSans3" in name for name in names)


def laid_out(document: Document, folder: Path) -> Path:
    """Return the PDF that LibreOffice makes of the document's Word file."""
    (folder / "d.docx").write_bytes(render_docx(document))
    profile = f"-env:UserInstallation=file://{folder}/profile"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, folder / "d.docx"]
    subprocess.run(convert, check=True, capture_output=True, timeout=120)
    return folder / "d.pdf"


def pages_of(pdf: Path) -> list[str]:
    """Return the text of each page."""
    done = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True)
    return done.stdout.split("\f")[:-1]
