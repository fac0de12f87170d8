"""How does a whole document become one page that needs nothing but itself?"""

from samordna.domain.document import Document
from samordna.domain.values.language import LANGUAGE, swedish
from samordna.renderers.html import stylesheet
from samordna.renderers.html.markup import Markup, element, joined
from samordna.renderers.html.sections import contents_html, sections_html


def render_html(document: Document) -> str:
    """Return the document as one HTML page: styles and typeface inside, no script, nothing fetched."""
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", _title(document)),
        element("meta", name="author", content=document.author),
        element("style", Markup(stylesheet.page())),
    )
    skip = element("a", swedish("Hoppa till innehållet"), href="#innehall", class_="skip")
    main = element("main", sections_html(document.sections), _provenance(document), id="innehall")
    contents = contents_html(document.sections) if document.contents else None
    body = element("body", skip, _status(document), _header(document), contents, main)
    return f"<!doctype html>\n{element('html', head, body, lang=LANGUAGE)}\n"


def _title(document: Document) -> str:
    return " – ".join(part for part in (document.title, document.subtitle, document.status) if part)


def _status(document: Document) -> Markup | None:
    if not document.status:
        return None
    return element("p", document.status, class_="status")


def _header(document: Document) -> Markup:
    facts = [
        element("div", element("dt", label), element("dd", value), class_="fact") for label, value in document.facts
    ]
    return element(
        "header",
        element("p", document.subtitle, class_="subtitle") if document.subtitle else None,
        element("h1", document.title),
        element("dl", *facts, class_="facts") if facts else None,
    )


def _provenance(document: Document) -> Markup | None:
    if not document.provenance:
        return None
    heading = element("h2", swedish("Underlag"), id="underlag")
    lines = joined(*(element("p", line) for line in document.provenance))
    return element("section", heading, lines, class_="provenance", aria_labelledby="underlag")
