"""How does a test see the style page in a real browser, with the site's own policy and no server?"""

from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

from django.template.loader import render_to_string
from playwright.sync_api import Browser, BrowserContext, Page, Route

from samordna.look import assets
from samordna.look.frame import Frame, NavigationItem, Person, template_for
from samordna.look.parts import Link
from samordna.look.style_page import style_context

ADDRESS = "http://stil.example/stil/"
POLICY = "default-src 'none'; " + "; ".join(
    f"{kind}-src 'self'" for kind in ("script", "style", "img", "font", "connect", "frame")
)
TYPES = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml", "woff2": "font/woff2"}

ECONOMY = tuple(
    NavigationItem(label, "/stil/", current=label == "Räkenskaper")
    for label in ("Inläsning", "Räkenskaper", "Uppställning")
)
FRAME = Frame(
    "Samordningsförbundet Exempelbygden",
    (
        NavigationItem("Översikt", "/"),
        NavigationItem("Ekonomi", "/stil/", current=True, children=ECONOMY),
        NavigationItem("Rapporter", "/stil/"),
        NavigationItem("Spår", "/stil/"),
        NavigationItem("Inställningar", "/stil/"),
    ),
    Person("Kim Exempel", "ekonom", (Link("Byt lösenord", "/stil/"),)),
)

WINDOWS: list[BrowserContext] = []
"""What has been opened and waits to be closed."""


def style_html(address: str = ADDRESS, target: str | None = None) -> str:
    """Return the style page as the site answers it, or its fragment for the panel."""
    asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
    request = SimpleNamespace(GET=asked, get_full_path=lambda: address.removeprefix("http://stil.example"))
    context = {**style_context(), "site": FRAME, "frame": template_for(target), "request": request}
    return render_to_string("look/style.html", context)


def opened(chromium: Browser, address: str = ADDRESS, *, width: int = 1280, **options: object) -> Page:
    """Return the style page as a browser shows it. ``options`` are those of a browser context (colours, scripts …).

    Whatever the policy or a script complains of stands in ``page.complaints``.
    """
    context = chromium.new_context(viewport={"width": width, "height": 800}, **options)  # type: ignore[arg-type]
    WINDOWS.append(context)
    page = context.new_page()
    page.complaints = []  # type: ignore[attr-defined]
    page.on("console", lambda line: page.complaints.append(line.text) if line.type == "error" else None)  # type: ignore[attr-defined]
    page.on("pageerror", lambda error: page.complaints.append(str(error)))  # type: ignore[attr-defined]
    page.route("**/*", _answer)
    page.goto(address)
    return page


def _answer(route: Route) -> None:
    url, headers = route.request.url, route.request.headers
    name = urlsplit(url).path.removeprefix("/static/")
    served = {asset.file: asset for asset in assets.made().values()}
    if name in served:
        route.fulfill(body=served[name].content, content_type=TYPES[name.rpartition(".")[2]])
    elif urlsplit(url).path == "/stil/":
        html = style_html(url, headers.get("hx-target"))
        route.fulfill(body=html, content_type="text/html; charset=utf-8", headers={"Content-Security-Policy": POLICY})
    else:
        route.fulfill(status=404, body="<!doctype html><html lang=sv><title>Finns inte</title><h1>Finns inte</h1>")
