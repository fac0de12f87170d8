"""Which files does a page fetch, under which addresses, and where do they lie when they are served?

They are made from what is in the house: the style sheets joined with those of tables and charts, the typeface cut to
Latin letters, our scripts, and htmx from its package. Each is written once a process into a scratch folder, under a
name that carries a digest of its bytes, a compressed one beside it: it may be kept for ever and is never stale.

How it is wired: ``STATICFILES_FINDERS = ["samordna.look.assets.Finder"]``, ``WHITENOISE_USE_FINDERS = True`` and
``WHITENOISE_MAX_AGE`` a year; nothing else is served. Templates say ``{% load look %}{% asset "look/site.css" %}``.
"""

import gzip
import hashlib
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Final

from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage, Storage
from django.templatetags.static import static

from samordna.renderers import typeface
from samordna.renderers.html import stylesheet

HTMX: Final = "look/htmx.js"
STYLES: Final = (
    "tokens", "type", "forms", "tables", "parts", "frame", "panel", "screens", "layouts", "grid", "report", "print",
)  # fmt: skip
"""The style sheets of ``styles/`` in their order; those of tables and charts come first, in a layer below."""
_TYPEFACE: Final = "source-sans-3.woff2"
_PAPER: Final = "@page { size: A4; margin: 18mm 16mm; }"
"""Outside the layers: a browser may not look for it inside them."""


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that pages fetch: the name that templates know, and its bytes."""

    name: str
    content: bytes

    @property
    def file(self) -> str:
        """The name it is served under: ``look/site.0123456789ab.css``."""
        stem, _, ending = self.name.rpartition(".")
        return f"{stem}.{hashlib.sha256(self.content).hexdigest()[:12]}.{ending}"


def address(name: str) -> str:
    """Return the address of the file that templates know as ``name``; raises ``KeyError`` when there is none."""
    return static(made()[name].file)


def modules() -> tuple[str, ...]:
    """Return the names of our own scripts."""
    return tuple(name for name in made() if name.endswith(".js") and name != HTMX)


@cache
def made() -> Mapping[str, Asset]:
    """Return every file by the name that templates know."""
    font = Asset(f"look/{_TYPEFACE}", typeface.woff2())
    style = _style_sheet().replace(_TYPEFACE, Path(font.file).name)
    htmx = resources.files("django_htmx").joinpath("static/django_htmx/htmx-2.min.js").read_bytes()
    assets = (font, Asset("look/site.css", style.encode()), Asset(HTMX, htmx), *_own())
    return {asset.name: asset for asset in assets}


def _own() -> Iterator[Asset]:
    """Yield our scripts and pictures as they are."""
    for folder in ("scripts", "pictures"):
        files = resources.files("samordna.look").joinpath(folder).iterdir()
        yield from (Asset(f"look/{file.name}", file.read_bytes()) for file in sorted(files, key=lambda f: f.name))


def _style_sheet() -> str:
    layers = ", ".join(("figures", *STYLES))
    parts = [f"@layer {layers};", f"@layer figures {{\n{stylesheet.figures()}\n}}"]
    parts += [f"@layer {name} {{\n{_own_style(name)}\n}}" for name in STYLES]
    return "\n".join((*parts, _PAPER))


def _own_style(name: str) -> str:
    return resources.files("samordna.look").joinpath(f"styles/{name}.css").read_text("utf-8")


@cache
def _scratch() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="samordna-look-")


@cache
def _folder() -> Path:
    """Return the folder that every file is written to; it lasts as long as the process."""
    root = Path(_scratch().name)
    for asset in made().values():
        file = root / asset.file
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(asset.content)
        if file.suffix != ".woff2":  # which is compressed as it is
            file.with_name(f"{file.name}.gz").write_bytes(gzip.compress(asset.content, mtime=0))
    return root


class Finder(BaseFinder):
    """Tells Django's static files, and so WhiteNoise, where the files are; they are made when first asked for."""

    def find(self, path: str, find_all: bool = False, **_: Any) -> Any:
        """Return where the file served as ``path`` lies, or nothing."""
        found = [str(_folder() / path)] if any(asset.file == path for asset in made().values()) else []
        return found if find_all else next(iter(found), None)

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterable[tuple[str, Storage]]:  # noqa: ARG002 - Django's own
        """Return every file that is served, with where it is stored."""
        storage = FileSystemStorage(location=_folder())
        return [(str(file.relative_to(_folder())), storage) for file in sorted(_folder().rglob("*")) if file.is_file()]
