"""What is in the file besides its text: styles, settings, the typeface, properties? And how is it closed?"""

import datetime as dt
import io
import zipfile
from typing import Any, Final

import docx
from docx.document import Document as Package
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from samordna.domain.document import Document
from samordna.renderers.docx.fonts import CUTS, Cut, font_file, scrambled
from samordna.renderers.docx.styles import LANGUAGE, styles_element
from samordna.renderers.docx.xml import Element, markup, w
from samordna.renderers.printable import one_line
from samordna.renderers.typeface import FAMILY

FONT: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
SCRAMBLED_FONT: Final = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
FIRST_DAY_OF_ZIP: Final = (1980, 1, 1, 0, 0, 0)
LONGEST_PROPERTY: Final = 255

_KEPT: Final = {
    "styles",
    "settings",
    "fontTable",
    "numbering",
    "officeDocument",
    "core-properties",
    "extended-properties",
}
"""Of what python-docx's empty document holds, these kinds of part are kept; the rest are its author's leftovers."""


def empty_package(document: Document, made: dt.datetime) -> Package:
    """Return an empty Word document with our styles, settings, typeface and properties."""
    package = docx.Document()
    related = _related(package.part)
    around = _related(package.part.package)
    _become(related["styles"].element, styles_element())
    _become(related["settings"].element, _settings())
    _become(related["numbering"].element, _numbering())
    _embed_typeface(related["fontTable"])
    around["extended-properties"]._blob = _made_by(document)  # noqa: SLF001 - a closed box to python-docx
    _tell_properties(package, document, made)
    return package


def closed(package: Package) -> bytes:
    """Return the file. Its parts carry no time, so that the same document is the same bytes."""
    saved, written = io.BytesIO(), io.BytesIO()
    package.save(saved)
    with zipfile.ZipFile(saved) as parts, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as file:
        for part in parts.namelist():
            file.writestr(zipfile.ZipInfo(part, FIRST_DAY_OF_ZIP), parts.read(part), zipfile.ZIP_DEFLATED)
    return written.getvalue()


def _related(part: Any) -> dict[str, Any]:
    """Return the parts related to ``part`` by kind, after dropping those that are not kept."""
    for key, relation in list(part.rels.items()):
        if relation.reltype.rsplit("/", 1)[1] not in _KEPT:
            del part.rels[key]
    return {relation.reltype.rsplit("/", 1)[1]: relation.target_part for relation in part.rels.values()}


def _become(old: Element, new: Element) -> None:
    """Give a part's root new content; the root itself, with its namespaces, stays."""
    for child in list(old):
        old.remove(child)
    old.extend(list(new))


def _settings() -> Element:
    uri = "http://schemas.microsoft.com/office/word"
    behaviour = {"compatibilityMode": 15, "overrideTableStyleFontSizeAndJustification": 1, "enableOpenTypeFeatures": 1}
    return w(
        "settings",
        w("zoom", percent=100),
        w("embedTrueTypeFonts"),
        w("saveSubsetFonts"),
        w("defaultTabStop", val=720),
        w("characterSpacingControl", val="doNotCompress"),
        w("compat", *(w("compatSetting", name=name, uri=uri, val=value) for name, value in behaviour.items())),
        w("themeFontLang", val=LANGUAGE),
        w("decimalSymbol", val=","),
        w("listSeparator", val=";"),
    )


def _numbering() -> Element:
    """Return the one list there is: bullets."""
    level = w(
        "lvl",
        w("start", val=1),
        w("numFmt", val="bullet"),
        w("lvlText", val="•"),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=320, hanging=240)),
        ilvl=0,
    )
    bullets = w("abstractNum", w("multiLevelType", val="singleLevel"), level, abstractNumId=0)
    return w("numbering", bullets, w("num", w("abstractNumId", val=0), numId=1))


def _embed_typeface(font_table: Part) -> None:
    """Put the cuts of the typeface in the file and name them in its font table."""
    cuts = [w(cut.element, r__id=_embedded(font_table, cut), fontKey=f"{{{cut.key}}}".upper()) for cut in CUTS]
    described = (w("charset", val="00"), w("family", val="swiss"), w("pitch", val="variable"))
    table = w("fonts", w("font", *described, *cuts, name=FAMILY))
    font_table._blob = markup(table)  # noqa: SLF001 - a closed box to python-docx


def _embedded(font_table: Part, cut: Cut) -> str:
    name = PackURI(f"/word/fonts/{cut.name.lower()}.odttf")
    part = Part(name, SCRAMBLED_FONT, scrambled(font_file(cut), cut.key), font_table.package)
    return font_table.relate_to(part, FONT)


def _made_by(document: Document) -> bytes:
    root = w("ep:Properties")
    for tag, text in (("Application", "Samordna"), ("Company", one_line(document.author))):
        child = w(f"ep:{tag}")
        child.text = text
        root.append(child)
    return markup(root)


def _tell_properties(package: Package, document: Document, made: dt.datetime) -> None:
    told = package.core_properties
    told.title = one_line(document.title)[:LONGEST_PROPERTY]
    told.subject = one_line(document.subtitle)[:LONGEST_PROPERTY]
    told.author = told.last_modified_by = one_line(document.author)[:LONGEST_PROPERTY]
    told.content_status = one_line(document.status)[:LONGEST_PROPERTY]
    told.language = LANGUAGE
    told.comments = told.keywords = ""
    told.created = told.modified = made
    told.revision = 1
