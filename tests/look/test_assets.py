"""What pages fetch is made from what is in the house, named by its bytes, and served for as long as a browser likes."""

import gzip
import re
from pathlib import Path

import pytest
from django.template import Context, Engine
from django.test import RequestFactory
from whitenoise.middleware import WhiteNoiseMiddleware

from samordna.look import assets
from samordna.look.assets import Asset, Finder
from samordna.renderers import palette, typeface


def test_a_template_names_a_file_and_gets_its_address() -> None:
    engine = Engine(libraries={"look": "samordna.look.templatetags.look"})
    html = engine.from_string('{% load look %}{% asset "look/site.css" %}').render(Context())
    assert re.fullmatch(r"/static/look/site\.[0-9a-f]{12}\.css", html)


def test_a_name_that_nobody_knows_is_not_given_an_address() -> None:
    with pytest.raises(KeyError):
        assets.address("look/nothing.css")


def test_the_address_follows_the_bytes() -> None:
    one, other = Asset("look/a.css", b"a"), Asset("look/a.css", b"b")
    assert one.file != other.file
    assert one.file == Asset("look/a.css", b"a").file


def test_the_style_sheet_asks_for_the_typeface_by_its_address() -> None:
    style = assets.made()["look/site.css"].content.decode()
    font = assets.made()["look/source-sans-3.woff2"]
    assert re.findall(r'url\("([^"]+)"\)', style) == [Path(font.file).name]
    assert font.content == typeface.woff2()


def test_the_style_sheet_holds_the_colours_that_documents_have() -> None:
    style = assets.made()["look/site.css"].content.decode()
    for colour in (palette.INK, palette.MUTED, palette.HAIRLINE, palette.ACCENT, palette.TINT):
        assert colour in style


def test_every_file_is_found_with_a_compressed_one_beside_it() -> None:
    finder = Finder()
    for asset in assets.made().values():
        found = Path(finder.find(asset.file))
        assert found.read_bytes() == asset.content
        if found.suffix != ".woff2":
            assert gzip.decompress(found.with_name(f"{found.name}.gz").read_bytes()) == asset.content
    assert finder.find("look/../../etc/passwd") is None
    assert finder.find("look/nothing.css", find_all=True) == []


def test_the_server_serves_it_compressed_and_to_be_kept() -> None:
    serving = WhiteNoiseMiddleware(lambda _request: None)
    request = RequestFactory().get(assets.address("look/site.css"), headers={"Accept-Encoding": "gzip"})
    answer = serving(request)
    assert (answer.status_code, answer["Content-Encoding"]) == (200, "gzip")
    assert answer["Content-Type"] == 'text/css; charset="utf-8"'
    assert "max-age=31536000" in answer["Cache-Control"]
    assert serving(RequestFactory().get("/static/look/assets.py")) is None
