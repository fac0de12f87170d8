"""Every address of the site stands in the one table of routes, and says what it needs."""

from collections import Counter

from django.urls import URLPattern, URLResolver, get_resolver

from samordna.access.guard import ANYBODY
from samordna.office.web.routes import ROUTES

OPEN_TO_ANYBODY = {
    "account_login", "invitation",
    "counts_form", "counts_form_help", "counts_form_discard", "counts_form_file", "counts_form_tables",
    "counts_form_table", "counts_form_summary", "counts_form_receipt", "counts_form_template",
}  # fmt: skip
"""What somebody who has not logged in must reach, and nothing else.

Units have no users here: whoever has the link to a unit's form may fill in and hand in that unit's counts for some
months. The secret is in the address, as an invitation's is; every other link is told the same.
"""


def answered(resolver: URLResolver, prefix: str = "") -> list[str]:
    """Return every path that Django answers to."""
    found = []
    for pattern in resolver.url_patterns:
        path = f"{prefix}{pattern.pattern}"
        found += [path] if isinstance(pattern, URLPattern) else answered(pattern, path)
    return found


def test_django_answers_to_the_table_of_routes_and_to_nothing_else():
    assert Counter(answered(get_resolver())) == Counter(route.path for route in ROUTES)


def test_a_name_is_one_address():
    assert [name for name, times in Counter(route.name for route in ROUTES).items() if times > 1] == []


def test_every_address_says_what_it_needs():
    assert [route.name for route in ROUTES if route.reads is None and route.does is None] == []


def test_only_the_way_in_is_open_to_anybody():
    assert {route.name for route in ROUTES if ANYBODY in {route.reads, route.does}} == OPEN_TO_ANYBODY


def test_every_view_is_behind_the_guard():
    for route in ROUTES:
        assert route.pattern.callback.__wrapped__ is route.view
