"""A browser keeps nothing of what it was shown: after logging out, the way back shows no figure."""

import pytest
from django.urls import reverse
from tests.visiting import Site

from samordna.access.models import Role
from samordna.office.web.routes import ROUTES


@pytest.mark.parametrize("role", Role)
def test_no_page_may_be_kept_whoever_reads_it(site: Site, furnished: dict[str, dict[str, object]], role: Role):
    for route in ROUTES:
        answer = site.as_(role).get(reverse(route.name, kwargs=furnished.get(route.name)))
        assert "no-store" in answer.headers["Cache-Control"], route.name


def test_no_page_that_is_not_there_or_refused_may_be_kept(site: Site):
    for address in ("/finns-inte/", "/konto/1930/?period=x"):
        answer = site.economist.get(address)
        assert answer.status_code >= 400
        assert "no-store" in answer.headers["Cache-Control"], address


def test_the_board_does_not_take_home_what_a_draft_quotes_from_a_voucher(
    site: Site, furnished: dict[str, dict[str, object]]
):
    address = reverse("draft_problems", kwargs=furnished["draft_problems"])
    answered = {role for role in Role if site.as_(role).get(address).status_code == 200}
    assert answered == {Role.ECONOMIST, Role.DIRECTOR, Role.AUDITOR}
