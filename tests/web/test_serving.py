"""The site as the command serves it: one process, secure as it stands, and plain words when it cannot."""

import os
import re
import signal
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPResponse

import pytest
from tests.demo import demo  # noqa: F401 - a fixture
from tests.serving import served
from tests.terminal import samordna_process

from samordna.office.actions import site_secret


@pytest.fixture(scope="module")
def answering(demo):  # noqa: F811
    with served(demo / "insjoriket") as site:
        yield site


def got(url: str, **headers: str) -> HTTPResponse:
    try:
        return urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=10)
    except urllib.error.HTTPError as answer:
        return answer


def test_somebody_who_has_not_logged_in_is_led_to_the_login_page(answering):
    answer = got(f"{answering.url}/rakenskaper/resultat/?period=2024-01..2024-08")
    assert answer.url == (f"{answering.url}/logga-in/?next=/rakenskaper/resultat/%3Fperiod%3D2024-01..2024-08")


def test_a_page_says_what_a_browser_may_do_with_it(answering):
    said = got(f"{answering.url}/logga-in/").headers
    policy = dict(part.strip().split(" ", 1) for part in said["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == policy["object-src"] == "'none'"
    assert said["X-Frame-Options"] == "DENY"
    assert said["X-Content-Type-Options"] == "nosniff"
    assert said["Referrer-Policy"] == "same-origin"
    assert "no-store" in said["Cache-Control"] or "private" in said["Cache-Control"]


def test_no_page_carries_a_script_or_a_style_inside(answering):
    page = got(f"{answering.url}/logga-in/").read().decode()
    assert not re.findall(r"<script(?![^>]*\bsrc=)", page)
    assert not re.findall(r"<style|\sstyle=|\son\w+=", page)


def test_static_files_come_from_the_same_process_and_may_be_kept(answering):
    page = got(f"{answering.url}/logga-in/").read().decode()
    files = re.findall(r'(?:href|src)="(/static/[^"]+)"', page)
    assert any(".css" in file for file in files)
    for file in files:
        answer = got(f"{answering.url}{file}")
        assert answer.status == 200, file
        assert "max-age=31536000" in answer.headers["Cache-Control"], file


def test_a_name_that_is_not_ours_is_not_answered(answering):
    assert got(f"{answering.url}/logga-in/", Host="elak.example").status == 400


def test_a_port_that_is_taken_is_told_before_anything_starts(answering, demo):  # noqa: F811
    port = answering.url.rpartition(":")[2]
    answer = samordna_process("serve", "--data", demo / "insjoriket", "--port", port)
    assert answer.code == 1
    assert f"Något annat svarar redan på port {port}." in answer.err
    assert f"--port {int(port) + 1}" in answer.err


def test_a_folder_that_is_none_is_told(tmp_path):
    answer = samordna_process("serve", "--data", tmp_path)
    assert answer.code == 1
    assert "Mappen är ingen datamapp" in answer.err


def test_many_ask_at_once_and_all_are_answered(answering):
    with ThreadPoolExecutor(40) as pool:
        statuses = list(pool.map(lambda _: got(f"{answering.url}/logga-in/").status, range(200)))
    assert statuses == [200] * 200


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_it_stops_when_it_is_told(demo, how):  # noqa: F811
    with served(demo / "insjoriket") as site:
        os.kill(site.process.pid, how)
        assert site.process.wait(10) in {0, -how}


def test_the_secret_is_made_once_and_for_its_owner_only(association_folder):
    with ThreadPoolExecutor(8) as pool:
        [secret] = set(pool.map(lambda _: site_secret(association_folder), range(20)))
    assert len(secret) > 50
    assert (association_folder / "secret.key").stat().st_mode & 0o777 == 0o600
    assert not list(association_folder.glob(".secret*"))
