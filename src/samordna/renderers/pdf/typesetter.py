"""How is the typesetting engine started, kept warm, and used by one thread at a time?"""

import datetime as dt
import json
import threading
from functools import cache
from importlib import resources
from typing import Any

import typst

from samordna.renderers import typeface

_one_at_a_time = threading.Lock()


def typeset(data: dict[str, Any], made: dt.datetime) -> bytes:
    """Return the PDF of the template ``document.typ`` filled with ``data``.

    The data travels as JSON beside the template: text in it is text, never markup.
    """
    inputs = {"document": json.dumps(data, ensure_ascii=False)}
    with _one_at_a_time:
        pdf = _compiler().compile(
            input=_template(),
            format="pdf",
            sys_inputs=inputs,
            pdf_standards=["a-2a", "ua-1"],
            timestamp=int(made.timestamp()),
        )
    if not isinstance(pdf, bytes):
        raise TypeError("the typesetter gave no file")
    return pdf


def warm_up() -> None:
    """Read the fonts and the template now, so that the first reader need not wait for it."""
    _compiler()


@cache
def _template() -> bytes:
    return resources.files("samordna.renderers.pdf").joinpath("document.typ").read_bytes()


@cache
def _compiler() -> typst.Compiler:
    folders = [typeface.DIRECTORY, typeface.chart_directory()]
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
    return typst.Compiler(input=_template(), font_paths=fonts)
