"""How is a written report read back as lines that a person can compare?

What a reader meets is kept: words, figures, structure. What belongs to a machine is left out: typefaces,
styles, the curves of a chart, and how many spaces part two columns.
"""

import io
import re
import subprocess
from pathlib import Path

import docx
from docx.table import Table
from docx.text.paragraph import Paragraph
from python_calamine import CalamineWorkbook

_WORD_JOINER = "\u2060"


def html_text(page: str) -> str:
    """Return the page with one element a line, without its stylesheet and the insides of its pictures."""
    page = re.sub(r"(?s)<style>.*?</style>", "<style>…</style>", page)
    page = re.sub(r"(?s)(<svg[^>]*>.*?</desc>).*?</svg>", r"\1…</svg>", page)
    return re.sub(r"(?<=>)(?=<(?!/|data|span|a ))|(?<=</tr>)|(?<=</tbody>)|(?<=</thead>)(?=<)", "\n", page)


def pdf_text(file: Path) -> str:
    """Return the text of every page; columns are parted by two spaces however wide the gap is."""
    command = ["pdftotext", "-layout", "-enc", "UTF-8", str(file), "-"]
    told = subprocess.run(command, capture_output=True, check=True, timeout=60).stdout.decode()
    pages = told.replace(_WORD_JOINER, "").split("\f")
    return "\n".join(f"--- page {number}\n{_lines(page)}" for number, page in enumerate(pages, 1) if page.strip())


def _lines(page: str) -> str:
    return "".join(re.sub(r" {2,}", "  ", line.strip()) + "\n" for line in page.splitlines() if line.strip())


def docx_text(content: bytes) -> str:
    """Return every paragraph with the name of its style, and every table row by row."""
    lines: list[str] = []
    for block in docx.Document(io.BytesIO(content)).iter_inner_content():
        if isinstance(block, Paragraph):
            style = block.style.name if block.style else ""
            lines += [f"{style}: {block.text}"] if block.text else []
        elif isinstance(block, Table):
            lines += [" | ".join(cell.text for cell in row.cells).rstrip(" |") for row in block.rows]
    return "\n".join(lines) + "\n"


def xlsx_text(content: bytes) -> str:
    """Return every sheet row by row, a number as the number it is stored as."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    lines: list[str] = []
    for name in book.sheet_names:
        rows = book.get_sheet_by_name(name).to_python()
        lines += [f"--- {name}", *(" | ".join(map(_cell, row)).rstrip(" |") for row in rows)]
    return "\n".join(lines) + "\n"


def _cell(value: object) -> str:
    return f"{value:.10g}" if isinstance(value, float) else str(value)
