"""How does a document leave the terminal: in which format, and where to?"""

import importlib
import sys
from enum import StrEnum
from pathlib import Path
from typing import Final

import typer

from samordna.domain.document import Document
from samordna.sources.files import reason


class Format(StrEnum):
    """The formats a document can be written in."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"


_WRITERS: Final = {
    Format.TEXT: "samordna.renderers.text:render_text",
    Format.HTML: "samordna.renderers.html:render_html",
    Format.PDF: "samordna.renderers.pdf:render_pdf",
    Format.DOCX: "samordna.renderers.docx:render_docx",
    Format.XLSX: "samordna.renderers.xlsx:render_xlsx",
}
"""The writers by name: each brings libraries the others do not need, so that only the one asked for is loaded."""


def written(document: Document, kind: Format, *, json_writer: str) -> bytes:
    """Return the document in a format; ``json_writer`` names how this kind of document becomes JSON."""
    module, _, name = _WRITERS.get(kind, f"samordna.renderers.json:{json_writer}").partition(":")
    content = getattr(importlib.import_module(module), name)(document)
    return content if isinstance(content, bytes) else str(content).encode()


def deliver(content: bytes, output: Path | None, kind: Format) -> None:
    """Write to the file, or to the terminal; a binary file is never poured out over somebody's screen."""
    if output:
        try:
            output.write_bytes(content)
        except OSError as error:
            why = "mappen finns inte" if isinstance(error, FileNotFoundError) else reason(error)
            raise typer.BadParameter(f"{output} kan inte skrivas: {why}.", param_hint="-o") from error
        return
    if kind in {Format.PDF, Format.DOCX, Format.XLSX} and sys.stdout.isatty():
        raise typer.BadParameter(f"Ange en fil att skriva till: -o räkenskaper.{kind.value}", param_hint="-o")
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()
