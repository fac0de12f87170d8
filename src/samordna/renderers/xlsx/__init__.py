"""How is a document written as an Excel workbook that people go on calculating in?"""

from samordna.renderers.xlsx.form import render_form
from samordna.renderers.xlsx.workbook import render_xlsx

__all__ = ["render_form", "render_xlsx"]
