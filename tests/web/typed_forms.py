"""Which forms does a page have, and what would a browser send of each?"""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

TYPED: Final = {"text", "search", "email", "password", "tel", "url", "number", "date", "month", ""}
"""Kinds of inputs that a person writes in."""


@dataclass
class PageForm:
    """A form: where it goes, how, what its fields hold as the page gives them, and which of them are written in."""

    action: str
    method: str
    sent: dict[str, str] = field(default_factory=dict)
    typed: set[str] = field(default_factory=set)
    files: set[str] = field(default_factory=set)


class FormsOf(HTMLParser):
    """Reads the forms of a page, selects and text areas with what is chosen and written in them."""

    def __init__(self, html: str, address: str) -> None:
        super().__init__()
        self.forms: list[PageForm] = []
        self._address = address
        self._by_id: dict[str, PageForm] = {}
        self._open: PageForm | None = None
        self._select = self._area = ""
        self._of: PageForm | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._open = PageForm(said.get("action") or self._address, said.get("method", "get").lower())
            self.forms.append(self._open)
            self._by_id[said.get("id", "")] = self._open
            return
        form = self._by_id.get(said["form"]) if "form" in said else self._open
        if form is None:
            return
        match tag:
            case "input" if name := said.get("name"):
                self._input(form, name, said)
            case "select" if name := said.get("name"):
                self._select, self._of = name, form
            case "option" if self._select and self._of:
                if "selected" in said or self._select not in self._of.sent:
                    self._of.sent[self._select] = said.get("value", "")
            case "textarea" if name := said.get("name"):
                form.typed.add(name)
                form.sent[name] = ""
                self._area, self._of = name, form
            case "button" if (name := said.get("name")) and name not in form.sent:
                form.sent[name] = said.get("value", "")

    def _input(self, form: PageForm, name: str, said: dict[str, str]) -> None:
        kind = said.get("type", "text")
        if kind == "file":
            form.files.add(name)
        elif kind in {"radio", "checkbox"}:
            if "checked" in said or (kind == "radio" and name not in form.sent):
                form.sent[name] = said.get("value", "on")
        else:
            form.sent[name] = said.get("value", "")
            if kind in TYPED:
                form.typed.add(name)

    def handle_data(self, data: str) -> None:
        if self._area and self._of:
            self._of.sent[self._area] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._open = None
        elif tag == "select":
            self._select = ""
        elif tag == "textarea":
            self._area = ""
