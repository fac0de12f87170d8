"""What a dimension is: said once, remembered, used for the next file, and never for what has been read in."""

import threading

import pytest
from django.db import connections
from tests.dimension_ledger import dimension_ledger
from tests.large_ledger import large_ledger

from samordna.access.models import Role as UserRole
from samordna.access.models import TrailEntry, User
from samordna.domain.ledger.dimensions import Role
from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused
from samordna.office import questions
from samordna.office.actions import (
    TERMINAL,
    Actor,
    LedgerFile,
    Seen,
    hand_in,
    look_again,
    set_dimension_roles,
    set_roles_of_draft,
    take_draft,
    take_ledgers,
)
from samordna.office.questions.books.dimension_roles import chosen_roles, dimensions_of
from samordna.office.store import models

pytestmark = pytest.mark.usefixtures("association_folder")

COST_CENTRE, PROJECT, OTHER, LEFT_OUT = (role.value for role in Role)
YEAR = Asked.of(Period(202401, 202412))


def file(numbers: dict[str, str], name: str = "bok.se", **changed) -> LedgerFile:
    return LedgerFile(name, dimension_ledger(numbers, **changed))


def refusal(deed, *arguments, **named) -> list[str]:
    with pytest.raises(Refused) as refused:
        deed(*arguments, **named)
    return [problem.code for problem in refused.value.problems]


def centres():
    """Return the cost centres of the overview with what they cost."""
    table = questions.overview(by=TERMINAL, asked=YEAR).centres
    return table and [(row.code, row.cells[0].exact) for row in table.rows]


def codes(preview) -> set[str]:
    return {problem.code for problem in preview.problems}


def test_a_dimension_that_nobody_has_named_is_told_and_read_in_under_its_own_number():
    [number] = hand_in([file({"1": "20"})], by=TERMINAL)
    preview = questions.draft(number).preview
    assert [(one.number, one.name, one.role, one.said, one.objects) for one in preview.dimensions] == [
        ("6", "Projekt", Role.PROJECT, True, 30),
        ("20", "Kostnadsställe", Role.OTHER, False, 40),
    ]
    assert preview.dimensions[1].codes == ("3001", "3002", "3003", "3004", "3005")
    assert "dimension-without-role" in codes(preview)
    take_draft(number, seen=Seen(None), by=TERMINAL)
    assert centres() is None
    assert questions.object_accounts(("20", "3001"), YEAR) is not None


def test_what_is_said_at_a_draft_holds_for_it_and_for_the_next_file():
    take_ledgers([file({})], by=TERMINAL)
    as_numbered = centres()
    [number] = hand_in([file({"1": "20"})], by=TERMINAL)
    preview = set_roles_of_draft(number, {"6": PROJECT, "20": COST_CENTRE}, by=TERMINAL)
    assert "dimension-without-role" not in codes(preview)
    take_draft(number, seen=Seen(1, preview.read_with), by=TERMINAL)
    assert centres() == as_numbered
    assert [(one.number, one.role) for one in dimensions_of(2)] == [("6", Role.PROJECT), ("20", Role.COST_CENTRE)]
    take_ledgers([file({"1": "20"}, seed=2)], by=TERMINAL)
    assert [(one.number, one.role) for one in dimensions_of(3)] == [("6", Role.PROJECT), ("20", Role.COST_CENTRE)]
    assert centres()


def test_only_what_is_not_so_by_itself_is_written_down():
    [number] = hand_in([file({"6": "20"})], by=TERMINAL)
    set_roles_of_draft(number, {"1": COST_CENTRE, "20": ""}, by=TERMINAL)
    assert chosen_roles() == {}
    set_roles_of_draft(number, {"1": OTHER, "20": COST_CENTRE}, by=TERMINAL)
    assert chosen_roles() == {"20": Role.COST_CENTRE}  # 1 gives way by itself
    preview = set_roles_of_draft(number, {"1": COST_CENTRE, "20": PROJECT}, by=TERMINAL)
    assert chosen_roles() == {"20": Role.PROJECT}
    assert [one.role for one in preview.dimensions] == [Role.COST_CENTRE, Role.PROJECT]
    set_roles_of_draft(number, {"1": LEFT_OUT, "20": PROJECT}, by=TERMINAL)
    assert chosen_roles() == {"1": Role.LEFT_OUT, "20": Role.PROJECT}


def test_a_dimension_that_is_left_out_is_in_no_sum():
    [number] = hand_in([file({"1": "20"})], by=TERMINAL)
    set_roles_of_draft(number, {"20": LEFT_OUT}, by=TERMINAL)
    take_draft(number, seen=Seen(None), by=TERMINAL)
    assert questions.object_accounts(("20", "3001"), YEAR) is None
    assert not models.ObjectBalance.objects.filter(dimension="20").exists()
    assert [(one.number, one.role) for one in dimensions_of(1)] == [("6", Role.PROJECT), ("20", Role.LEFT_OUT)]


def test_one_role_goes_to_one_dimension():
    [number] = hand_in([file({"1": "20"})], by=TERMINAL)
    assert refusal(set_roles_of_draft, number, {"6": PROJECT, "20": PROJECT}, by=TERMINAL) == ["role-given-twice"]
    assert refusal(set_roles_of_draft, number, {"20": "kung"}, by=TERMINAL) == ["no-such-role"]
    assert refusal(set_roles_of_draft, number, {"21": PROJECT}, by=TERMINAL) == ["no-such-dimension"]
    assert chosen_roles() == {}
    set_roles_of_draft(number, {"20": COST_CENTRE}, by=TERMINAL)
    [other] = hand_in([file({"1": "30"}, "annat.se")], by=TERMINAL)
    assert refusal(set_roles_of_draft, other, {"30": COST_CENTRE}, by=TERMINAL) == ["role-taken"]
    assert set_dimension_roles({"20": OTHER}, by=TERMINAL) == ("20",)
    set_roles_of_draft(other, {"30": COST_CENTRE}, by=TERMINAL)
    assert chosen_roles() == {"20": Role.OTHER, "30": Role.COST_CENTRE}


def test_settings_change_what_the_next_file_is_and_nothing_that_was_read_in():
    [number] = hand_in([file({"1": "20"})], by=TERMINAL)
    set_roles_of_draft(number, {"20": COST_CENTRE}, by=TERMINAL)
    take_draft(number, seen=Seen(None), by=TERMINAL)
    before = centres()
    assert set_dimension_roles({"1": COST_CENTRE, "20": OTHER, "6": PROJECT}, by=TERMINAL) == ("20",)
    assert set_dimension_roles({"20": OTHER}, by=TERMINAL) == ()
    assert centres() == before
    known = {one.number: one for one in questions.known_dimensions()}
    assert [(one.number, one.name, one.role) for one in known.values()] == [
        ("1", "Kostnadsställe", Role.COST_CENTRE),
        ("6", "Projekt", Role.PROJECT),
        ("20", "Kostnadsställe", Role.OTHER),
    ]
    assert (known["20"].said.by, known["6"].said) == ("terminalen", None)
    assert models.DimensionRole.objects.count() == 2
    take_ledgers([file({"1": "20"}, seed=2)], by=TERMINAL)
    assert centres() is None


def test_a_draft_is_not_taken_when_it_would_be_read_otherwise_than_it_was_seen():
    [number] = hand_in([file({"1": "20"})], by=TERMINAL)
    seen = Seen(None, questions.draft(number).preview.read_with)
    set_dimension_roles({"6": OTHER}, by=TERMINAL)
    shown = questions.draft(number)
    assert (shown.read_otherwise, shown.may_be_taken) == (True, False)
    assert refusal(take_draft, number, seen=seen, by=TERMINAL) == ["read-anew"]
    assert questions.imports() == ()
    assert questions.draft(number).may_be_taken  # it has been looked at anew
    assert refusal(take_draft, number, seen=seen, by=TERMINAL) == ["read-anew"]  # but not by whoever saw it before
    take_draft(number, seen=Seen(None, questions.draft(number).preview.read_with), by=TERMINAL)
    assert [one.role for one in dimensions_of(1)] == [Role.OTHER, Role.OTHER]


def test_looking_again_reads_it_as_it_is_now():
    [number] = hand_in([file({"1": "20"})], by=TERMINAL)
    set_dimension_roles({"6": OTHER}, by=TERMINAL)
    look_again(number, by=TERMINAL)
    assert questions.draft(number).may_be_taken


def test_every_word_leaves_its_trail_and_who_may_not_say_it_leaves_a_refusal():
    [number] = hand_in([file({"1": "20"})], by=TERMINAL)
    economist = Actor.user(User.objects.create_user("e@example.se", name="Ekonomen", role=UserRole.ECONOMIST))
    set_roles_of_draft(number, {"20": COST_CENTRE}, by=economist)
    entry = TrailEntry.objects.latest("id")
    assert (entry.deed, entry.by_name, entry.subject) == ("set-dimension-roles", "Ekonomen", "dimension 20")
    assert (entry.old, entry.new) == ({"roles": {}}, {"roles": {"20": COST_CENTRE}, "draft": number})
    [value] = [one for one in questions.trail_line(entry.id).changes if one.name == "dimensioner"]
    assert value.new == "20 kostnadsställe"
    take_draft(number, seen=Seen(None), by=TERMINAL)
    assert TrailEntry.objects.latest("id").new["roles"] == {"20": COST_CENTRE}
    director = Actor.user(User.objects.create_user("d@example.se", name="Chefen", role=UserRole.DIRECTOR))
    for deed, arguments in ((set_dimension_roles, ()), (set_roles_of_draft, (number,))):
        assert refusal(deed, *arguments, {"20": OTHER}, by=director) == ["not-allowed"]
        assert TrailEntry.objects.latest("id").refused
    assert chosen_roles() == {"20": Role.COST_CENTRE}


def test_a_file_as_sie_numbers_it_says_nothing_of_roles_in_the_trail():
    take_ledgers([LedgerFile("bok.se", large_ledger(20))], by=TERMINAL)
    assert "roles" not in TrailEntry.objects.latest("id").new


def test_identity_numbers_in_codes_and_names_are_hidden_from_whoever_says_what_a_dimension_is():
    data = dimension_ledger({"1": "20"}).replace(b'"3001"', b'"19640823-3234"')
    data = data.replace(b'#DIM 20 "Kost', b'#DIM 20 "19640823-3234 ')
    [number] = hand_in([LedgerFile("bok.se", data)], by=TERMINAL)
    told = repr(questions.draft(number).preview.dimensions)
    assert "3234" not in told
    assert "••" in told


def test_two_who_say_otherwise_at_once_do_not_both_get_their_way():
    [number] = hand_in([file({"1": "20"})], by=TERMINAL)
    answers = []

    def say(role: str) -> None:
        try:
            set_dimension_roles({"20": role}, by=TERMINAL)
            answers.append(role)
        except Refused as refused:
            answers.append(refused.problems[0].code)
        finally:
            connections.close_all()

    set_roles_of_draft(number, {"20": OTHER}, by=TERMINAL)
    take_draft(number, seen=Seen(None), by=TERMINAL)
    threads = [threading.Thread(target=say, args=(role,)) for role in (COST_CENTRE, PROJECT)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    last = models.DimensionRole.objects.latest("id").role
    assert last in answers
    assert all(answer in {COST_CENTRE, PROJECT, "roles-moved"} for answer in answers)
