"""What does the typesetter leave for us to say to those who hear the page?"""

import io

import pikepdf
from pikepdf import Name

from samordna.domain.document import Document, tables_of
from samordna.renderers.pdf.notes import mark_notes
from samordna.renderers.pdf.row_headers import mark_row_headers
from samordna.renderers.pdf.streams import saved
from samordna.renderers.pdf.tags import elements


def spoken(pdf: bytes, document: Document) -> bytes:
    """Return the file with row headers and notes in its structure, otherwise unchanged; the same in, the same out."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        root = file.Root.StructTreeRoot
        found = [element for element in elements(root) if element.get(Name.S) == Name.Table]
        tables = list(zip(tables_of(document), found, strict=True))
        for table, element in tables:
            mark_row_headers(table, element)
        mark_notes(root, tables)
        return saved(file)
