"""How does text become markup without ever becoming code?

Only ``element`` makes ``Markup``; whatever is not ``Markup`` is text, and text is escaped.
"""

import re
from functools import cache
from html import escape
from typing import TypeAlias

from samordna.renderers.printable import printable


class Markup(str):
    """A piece of HTML that is already safe."""

    __slots__ = ()

    def __html__(self) -> str:
        """Return the markup itself: by this name template engines ask what must not be escaped again."""
        return self


Child: TypeAlias = str | Markup | None

_VOID = frozenset({"meta", "link", "br", "hr", "img", "input"})


def element(tag: str, *children: Child, **attributes: str | int | bool | None) -> Markup:
    """Return ``<tag attributes>children</tag>``; text is escaped, None is left out.

    An attribute is written as a Python name: ``class_``, ``aria_label``. False, None and an empty ``class_``
    leave it out; True writes it without a value.
    """
    written = "".join(_attribute(name, value) for name, value in attributes.items())
    if tag in _VOID:
        return Markup(f"<{tag}{written}>")
    return Markup(f"<{tag}{written}>{joined(*children)}</{tag}>")


def joined(*children: Child) -> Markup:
    """Return the children one after another, text escaped."""
    return Markup("".join(c if isinstance(c, Markup) else escape(printable(c), quote=False) for c in children if c))


def anchor(text: str) -> str:
    """Return ``text`` as an id that CSS and addresses can name."""
    return re.sub(r"[^\w-]", "-", text)


def _attribute(name: str, value: str | int | bool | None) -> str:
    if value is None or value is False or (name == "class_" and not value):
        return ""
    written = _written(name)
    return f" {written}" if value is True else f' {written}="{escape(printable(str(value)))}"'


@cache
def _written(name: str) -> str:
    return name.rstrip("_").replace("_", "-")
