"""How does a document leave the terminal: in which format, and where to?"""

import importlib
import shutil
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


ROOM_OF_A_FILE: Final = 160

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
    writer = getattr(importlib.import_module(module), name)
    content = writer(document, width=_columns()) if kind is Format.TEXT else writer(document)
    return content if isinstance(content, bytes) else str(content).encode()


def _columns() -> int:
    """Return how wide the terminal is; a file or a pipe has room for every label."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else ROOM_OF_A_FILE


def deliver(content: bytes, output: Path | None, kind: Format) -> None:
    """Write to the file, or to the terminal; a binary file is never poured out over somebody's screen."""
    try:
        if output:
            write_whole(output, content)
        else:
            refuse_screen(output, kind)
            sys.stdout.buffer.write(content)
            sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise  # whoever read has had enough; the terminal library knows what to do
    except OSError as error:
        why = "mappen finns inte" if isinstance(error, FileNotFoundError) else reason(error)
        told = f"{output or 'Svaret'} kan inte skrivas: {why}."
        raise typer.BadParameter(told, param_hint="-o") from error


def refuse_screen(output: Path | None, kind: Format) -> None:
    """Refuse a binary file that has nowhere to go but a screen."""
    if not output and kind in {Format.PDF, Format.DOCX, Format.XLSX} and sys.stdout.isatty():
        raise typer.BadParameter(f"Ange en fil att skriva till: -o räkenskaper.{kind.value}", param_hint="-o")


def write_whole(path: Path, content: bytes) -> None:
    """Write the file beside its place and put it there when it is whole: a full disk spoils no earlier report."""
    if path.exists() and not path.is_file():
        path.write_bytes(content)  # a folder is refused by the system, a device takes what it gets
        return
    beside = path.with_name(f".{path.name}.skrivs")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
