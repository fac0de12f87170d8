"""Who may do what on the site: every address, every role, every method, against one table that is written by hand."""

import itertools
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse
from tests.visiting import Site, everything

from samordna.access.models import Role, TrailEntry
from samordna.office.web.routes import ROUTES

LETTERS = dict(zip("EDBAX", (Role.ECONOMIST, Role.DIRECTOR, Role.BOARD, Role.AUDITOR, Role.ADMINISTRATOR), strict=True))
ANYBODY = "*"
NOBODY = "-"

TABLE = """
    account_login              *      *
    account_logout             -      EDBAX
    invitation                 *      *
    own_account                EDBAX  -
    account_change_password    EDBAX  EDBAX
    settings                   EDAX   -
    change_association         DX     DX
    roles                      EDAX   -
    dimensions                 EDAX   E
    users                      EDAX   -
    invite_user                X      X
    user                       EDAX   -
    change_role                -      X
    new_password               -      X
    deactivate_user            -      X
    reactivate_user            -      X
    withdraw_invitation        -      X
    trail                      EDAX   -
    trail_entry                EDAX   -
    trail_export               -      EDAX
    style                      EDBAX  -
    overview                   EDBAX  -
    imports                    EDBAX  E
    import                     EDBAX  -
    import_problems            EDBA   -
    retire_import              -      E
    take_drafts                -      E
    draft                      EDA    E
    leave_draft                -      E
    look_again                 -      E
    draft_dimensions           -      E
    map_table                  -      E
    draft_file                 E      -
    import_file                EDA    -
    draft_problems             EDA    -
    statements                 EDBAX  -
    statement                  EDBAX  -
    statement_file             EDBA   -
    heading                    EDBAX  -
    forecast_row               -      ED
    freeze_forecast            -      ED
    frozen_forecast            EDBAX  -
    forecast_form_out          ED     -
    forecast_form_in           -      ED
    outlook_file               EDBA   -
    bridge                     EDBAX  -
    bridge_file                EDBA   -
    figure                     EDBAX  -
    figure_comment             -      ED
    owed                       EDBAX  -
    order_booking              -      E
    not_owed                   -      E
    enter_claim                -      ED
    booking_order              EDBAX  -
    send_order                 -      E
    withdraw_order             -      E
    booking_order_file         EDA    -
    booking_order_import       E      -
    closings                   EDBAX  -
    closing                    EDBAX  -
    closing_step               -      E
    closing_notes              -      ED
    closing_word               -      ED
    account                    EDBAX  -
    object                     EDBAX  -
    voucher                    EDA    -
    attach                     -      ED
    attachment                 EDA    -
    withdraw_attachment        -      ED
    layout                     EDBAX  -
    layout_move                -      E
    layout_rename              -      E
    layout_new_line            -      E
    layout_move_line           -      E
    layout_remove_line         -      E
    layout_undo                -      E
    layout_version             -      E
    layout_file                EDBA   E
    register                   EDBAX  -
    register_new_row           ED     ED
    register_place             -      ED
    register_groups            -      ED
    register_merges            -      ED
    register_undo              -      ED
    register_move              -      ED
    register_remove            -      ED
    register_row               EDBAX  ED
    plan                       EDBAX  -
    plan_year                  EDBAX  -
    plan_adopt                 -      ED
    plan_document              EDBA   -
    plan_figure                EDBAX  -
    plan_activities            EDBAX  -
    plan_change                -      ED
    plan_texts                 EDBAX  -
    plan_write                 -      ED
    budgets                    EDBAX  -
    budget                     EDBAX  -
    budget_decision            ED     ED
    budget_roll                -      ED
    budget_form_file           EDBA   -
    budget_form                ED     ED
    budget_file                EDBA   -
    budget_row                 EDBAX  -
    agreed                     EDBAX  -
    agreed_year                EDBAX  -
    agreements                 EDBAX  -
    agreements_file            EDBA   -
    agree_sum                  -      ED
    new_agreement              ED     ED
    agreement                  EDBAX  -
    change_agreement           ED     ED
    agreement_step             -      ED
    attach_to_agreement        -      ED
    agreement_paper            EDBA   -
    withdraw_agreement_paper   -      ED
    contributions              EDBAX  -
    contributions_year         EDBAX  -
    contributions_file         EDBA   -
    contribution_rules         ED     ED
    enter_contribution         -      ED
    equity                     EDBAX  -
    say_limit                  -      ED
    equity_figure              EDBAX  -
    equity_file                EDBA   -
    balance_requirement        EDBAX  -
    say_adjustment             -      ED
    say_grounds                -      ED
    say_earlier_deficit        -      ED
    say_recovery               -      ED
    balance_requirement_figure EDBAX  -
    balance_requirement_file   EDBA   -
    projects                   EDBAX  -
    new_project                ED     ED
    project                    EDBAX  -
    project_figure             EDBAX  -
    project_file               EDBA   -
    project_step               -      ED
    project_facts              ED     ED
    project_budget             ED     ED
    project_claim              -      ED
    project_claim_step         -      ED
    financing                  EDBAX  -
    financing_year             EDBAX  -
    financing_allot            -      ED
    financing_agree            -      ED
    financing_frame            -      ED
    financing_file             EDBA   -
    financing_figure           EDBAX  -
    members                    EDBAX  -
    members_lawful             -      ED
    members_group              -      ED
    members_member             -      ED
    members_key                -      ED
    members_weight             -      ED
    members_population         -      ED
    members_population_file    -      ED
    members_population_scb     -      ED
    members_undo               -      ED
    scenarios                  EDBAX  -
    save_scenario              -      ED
    scenarios_file             EDBA   -
    scenario_figure            EDBAX  -
    requisitions               EDBAX  -
    request_contributions      -      ED
    follow_requisitions        -      ED
    requisition                EDBAX  -
    requisition_step           -      ED
    requisition_file           EDBA   -
    activities                 EDBAX  -
    new_activity               ED     ED
    activities_file            EDBA   -
    activity                   EDBAX  -
    activity_figure            EDBAX  -
    change_activity            ED     ED
    remove_activity            -      ED
    agree_number               -      ED
    agreed_number              EDBAX  ED
    report_capacity            -      ED
    register_event             -      ED
    enter_survey               -      ED
    performers                 EDBAX  -
    performer                  EDBAX  -
    performer_figure           EDBAX  -
    statistics                 EDBA   -
    statistics_figure          ED     -
    statistics_file            ED     -
    publish_statistics         -      ED
    keep_view                  -      ED
    own_views                  ED     -
    new_view                   -      ED
    change_view                -      ED
    measures                   EDBA   -
    publications               EDBA   -
    publication                EDBA   -
    publication_figure         EDBA   -
    publication_file           EDBA   -
    performer_file             EDBA   -
    counts                     EDBAX  -
    counts_calendar            EDBAX  -
    counts_of_unit             EDBAX  -
    ask_counts                 ED     ED
    counts_line                ED     ED
    withdraw_counts_line       -      ED
    link_units                 -      ED
    withdraw_link              -      ED
    remind_units               ED     ED
    hand_in_counts             ED     ED
    counts_template            ED     -
    ask_about_counts           -      ED
    accept_counts              -      ED
    lock_counts                -      ED
    unit_keys                  ED     ED
    stated_totals              ED     ED
    counts_form                *      -
    counts_form_help           *      -
    counts_form_file           -      *
    counts_form_tables         *      *
    counts_form_table          *      *
    counts_form_summary        *      *
    counts_form_receipt        *      -
    counts_form_discard        -      *
    counts_form_template       *      -
    goals                      EDBAX  -
    judge_overall              -      ED
    goals_figure               EDBAX  -
    give_out_goals             -      ED
    goals_file                 EDBA   -
    new_goal                   ED     ED
    goal                       EDBAX  -
    change_goal                ED     ED
    decide_source              -      ED
    remove_goal                -      ED
    undo_goal                  -      ED
    goal_figure                EDBAX  -
    agree_action               -      ED
    keying                     ED     -
    note_keyed                 -      ED
    keying_file                ED     -
    owners                     EDBAX  -
    owner                      EDBAX  -
    owner_figure               EDBAX  -
    owner_file                 -      ED
    follow_up                  EDBAX  ED
    save_forecast              -      ED
    follow_up_file             EDBA   -
    reports                    EDBAX  ED
    report                     EDBAX  -
    report_file                EDBA   -
    search                     EDBAX  -
    help                       EDBAX  -
    help_topic                 EDBAX  -
"""
"""Address, who may get it, who may post to it: E economist, D director, B board, A auditor, X administrator."""

RIGHTS = {name: (get, post) for name, get, post in (line.split() for line in TABLE.strip().splitlines())}
OTHER_METHODS = ("PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")


@pytest.fixture
def browsers(site: Site, furnished: dict[str, dict[str, object]]) -> dict[Role | None, Client]:  # noqa: ARG001
    """Log in one browser for each role, before anything is counted; None is nobody's."""
    opened = {None: site.visitor(), **{role: site.as_(role) for role in Role}}
    for browser in opened.values():
        browser.raise_request_exception = False
    return opened


def answers(browser: Client, method: str, address: str) -> int:
    return browser.generic(method, address, content_type="application/x-www-form-urlencoded").status_code


def wanted(method: str) -> Iterator[tuple[str, str]]:
    for name, (get, post) in RIGHTS.items():
        yield name, post if method == "POST" else get


def test_the_table_names_every_address_and_nothing_else():
    assert sorted(RIGHTS) == sorted(route.name for route in ROUTES)


def test_who_has_not_the_right_is_refused_and_changes_nothing(site, furnished, browsers):
    before = everything()
    for method, role in itertools.product(("GET", "HEAD", "POST"), Role):
        for name, letters in wanted(method):
            if letters in {ANYBODY, NOBODY} or role in {LETTERS[letter] for letter in letters}:
                continue
            entries = TrailEntry.objects.count()
            assert answers(browsers[role], method, reverse(name, kwargs=furnished.get(name))) == 403, (
                method,
                name,
                role,
            )
            written = 0 if method == "HEAD" else 1  # who looks again just now is written down already
            assert TrailEntry.objects.count() == entries + written, (method, name, role)
            mine = TrailEntry.objects.filter(by=site.users[role], refused=True)
            assert mine.filter(subject=reverse(name, kwargs=furnished.get(name))).exists(), (method, name, role)
    assert everything() == before


def test_who_is_nobody_is_led_to_the_login_page_and_changes_nothing(site, furnished):
    before = everything()
    for method in ("GET", "HEAD", "POST"):
        for name, letters in wanted(method):
            address = reverse(name, kwargs=furnished.get(name))
            if letters not in {ANYBODY, NOBODY}:
                answer = site.visitor().generic(method, address)
                assert (answer.status_code, answer["Location"].partition("?")[0]) == (302, "/logga-in/"), (method, name)
    assert everything() == before


def test_a_method_that_nobody_needs_is_not_answered(furnished, browsers):
    before = everything()
    for role in (None, *Role):
        for name, (get, post) in RIGHTS.items():
            unanswered = [*OTHER_METHODS, *(("GET",) if get == NOBODY else ()), *(("POST",) if post == NOBODY else ())]
            for method in unanswered:
                status = answers(browsers[role], method, reverse(name, kwargs=furnished.get(name)))
                assert status == 405, (method, name, role)
    assert everything() == before


def test_who_has_the_right_is_answered(site, furnished):
    for method, role in itertools.product(("GET", "HEAD", "POST"), Role):
        for name, letters in wanted(method):
            if letters == ANYBODY or role not in {LETTERS.get(letter) for letter in letters}:
                continue
            browser = site.as_(role)  # anew each time: what was answered last may have been to log out
            browser.raise_request_exception = False
            answer = browser.generic(method, reverse(name, kwargs=furnished.get(name)))
            expected = {200, 302, 404, 422} if method == "POST" else {200, 301, 302}
            assert answer.status_code in expected, (method, name, role, answer.status_code)
            to_login = answer.headers.get("Location", "").startswith("/logga-in/")
            assert to_login == (name == "account_logout"), (method, name, role)
