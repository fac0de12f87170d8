"""How is a document written for Word, so that people can carry on writing in it?"""

from samordna.renderers.docx.writer import render_docx

__all__ = ["render_docx"]
