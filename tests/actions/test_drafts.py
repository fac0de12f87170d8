"""Handing in ledgers to look at them: nothing is booked before it is taken, and what is taken is what was seen."""

import re
import threading
import zlib

import pytest
from django.db import connections
from tests.balance_ledger import balance_ledger
from tests.errors.importing import HERE
from tests.errors.test_gallery import CASES, kind_of
from tests.large_ledger import large_ledger

from samordna.access.models import Role, TrailEntry, User
from samordna.domain.values.problem import Refused, refuses
from samordna.office.actions import (
    HAND_IN_LIMITS,
    TERMINAL,
    Actor,
    LedgerFile,
    Seen,
    hand_in,
    leave_draft,
    look_again,
    open_association,
    retire_import,
    take_draft,
    take_drafts,
    take_ledgers,
)
from samordna.office.questions import balances, draft, imports, open_drafts, problems_of
from samordna.office.store import models

pytestmark = pytest.mark.usefixtures("association_folder")

NUMBER = b"19640823-3234"  # the tax authority's own invented example


def ledger(year: int = 2024, *, seed: int = 1, vouchers: int = 40) -> LedgerFile:
    return LedgerFile(f"{year}-{seed}.se", large_ledger(vouchers, seed=seed, year=year))


def user(name: str, role: Role = Role.ECONOMIST) -> Actor:
    made = User.objects.create_user(f"{name.lower()}@example.se", name=name, role=role)
    return Actor.user(made)


def codes(problems) -> list[str]:
    return [problem.code for problem in problems]


def refusal(deed, *args, **named) -> list[str]:
    with pytest.raises(Refused) as refused:
        deed(*args, **named)
    return codes(refused.value.problems)


def test_a_file_that_is_handed_in_is_told_of_and_nothing_is_in_the_books():
    [number] = hand_in([ledger()], by=TERMINAL)
    shown = draft(number)
    books = shown.preview.books
    assert (shown.file_name, shown.handed_in_by, shown.open, shown.may_be_taken) == (
        "2024-1.se",
        "terminalen",
        True,
        True,
    )
    assert (books.vouchers, books.postings, books.year.in_words, books.program) == (
        40, 115, "2024", "Samordnas prov 1.0",
    )  # fmt: skip
    assert (books.file_type, books.totals.covers_to, len(books.totals.accounts)) == ("4E", 202412, 18)
    assert (shown.preview.against, shown.compared, shown.outdated) == (None, None, False)
    assert imports() == ()
    entry = TrailEntry.objects.last()
    assert (entry.deed, entry.subject, entry.new["draft"]) == ("hand-in-ledger", "2024-1.se", number)


def test_what_is_kept_of_a_preview_is_what_it_was():
    """The page is read from the row: a preview comes back whole."""
    [number] = hand_in([ledger()], by=TERMINAL)
    told = look_again(number, by=TERMINAL)
    assert draft(number).preview == told


def test_a_draft_that_is_taken_is_the_next_version_and_its_file_is_forgotten():
    [number] = hand_in([ledger()], by=TERMINAL)
    receipt = take_draft(number, seen=Seen(None), by=user("Ekonomen"))
    [taken] = receipt.taken
    assert (taken.version, taken.taken_by, imports()) == (1, "Ekonomen", (taken,))
    assert problems_of(1) == receipt.problems
    shown = draft(number)
    assert (shown.taken, shown.version, shown.settled_by, shown.open) == (True, 1, "Ekonomen", False)
    assert bytes(models.LedgerDraft.objects.get().data) == b""
    entry = TrailEntry.objects.last()
    assert (entry.deed, entry.new["draft"], entry.new["version"]) == ("take-ledger", number, 1)


def test_what_is_taken_by_way_of_a_draft_is_what_is_taken_at_once(new_folder):
    [number] = hand_in([ledger()], by=TERMINAL)
    take_draft(number, seen=Seen(None), by=TERMINAL)
    by_draft = balances()
    open_association(new_folder("annan"))
    take_ledgers([ledger()], by=TERMINAL)
    assert balances() == by_draft


def test_the_difference_to_the_version_that_holds_is_shown():
    take_ledgers([ledger(seed=1)], by=TERMINAL)
    changed = re.sub(rb"#IB 0 1930 [-0-9.]+", b"#IB 0 1930 1.00", ledger().data)
    [number] = hand_in([LedgerFile("ny.se", changed)], by=TERMINAL)
    compared = draft(number).compared
    assert [(row.account.number, row.movement.difference) for row in compared.difference.rows] == [("1930", 0)]
    assert (compared.before.version, compared.difference.unchanged) == (1, 17)
    assert [row.code for row in compared.table.rows] == ["1930"]


def test_a_draft_that_is_left_is_forgotten_and_the_trail_says_who():
    [number] = hand_in([ledger()], by=TERMINAL)
    leave_draft(number, by=user("Ekonomen"))
    assert open_drafts() == ()
    assert (draft(number).left, draft(number).settled_by) == (True, "Ekonomen")
    assert bytes(models.LedgerDraft.objects.get().data) == b""
    assert (TrailEntry.objects.last().deed, imports()) == ("leave-ledger", ())
    assert refusal(take_draft, number, seen=Seen(None), by=TERMINAL) == ["draft-left"]
    assert refusal(leave_draft, number, by=TERMINAL) == ["draft-left"]
    assert refusal(look_again, number, by=TERMINAL) == ["draft-left"]


def test_the_second_to_take_the_same_draft_is_told_who_took_it():
    [number] = hand_in([ledger()], by=TERMINAL)
    take_draft(number, seen=Seen(None), by=user("Första"))
    with pytest.raises(Refused) as refused:
        take_draft(number, seen=Seen(None), by=user("Andra"))
    assert codes(refused.value.problems) == ["draft-taken"]
    assert "Första läste in filen" in str(refused.value)
    assert "som version 1" in str(refused.value)
    assert len(imports()) == 1
    assert TrailEntry.objects.last().refused


def test_a_difference_to_what_no_longer_holds_is_not_taken_but_made_anew():
    take_ledgers([ledger(seed=1)], by=TERMINAL)
    mine, yours = hand_in([ledger(seed=2), ledger(seed=3)], by=TERMINAL)
    take_draft(yours, seen=Seen(1), by=user("Kollegan"))
    assert draft(mine).outdated
    with pytest.raises(Refused) as refused:
        take_draft(mine, seen=Seen(1), by=user("Jag"))
    assert codes(refused.value.problems) == ["difference-old"]
    assert "Kollegan läste in 2024-3.se" in str(refused.value)
    assert "som version 2" in str(refused.value)
    assert len(imports()) == 2
    shown = draft(mine)
    assert (shown.preview.against, shown.outdated, shown.compared.before.version) == (2, False, 2)
    assert take_draft(mine, seen=Seen(2), by=user("Jag igen")).taken[0].version == 3


def test_a_version_that_was_taken_out_of_use_meanwhile_is_told():
    take_ledgers([ledger(seed=1)], by=TERMINAL)
    [number] = hand_in([ledger(seed=2)], by=TERMINAL)
    retire_import(1, reason="fel fil", by=TERMINAL)
    with pytest.raises(Refused) as refused:
        take_draft(number, seen=Seen(1), by=TERMINAL)
    assert "version 1 är tagen ur bruk" in str(refused.value)
    assert take_draft(number, seen=Seen(None), by=TERMINAL).taken[0].version == 2


def test_what_holds_already_is_told_and_not_taken_again():
    take_ledgers([ledger()], by=TERMINAL)
    [number] = hand_in([ledger()], by=TERMINAL)
    shown = draft(number)
    assert "same-file-again" in codes(shown.preview.problems)
    assert (shown.known_already, shown.may_be_taken) == (True, False)
    assert refusal(take_draft, number, seen=Seen(1), by=TERMINAL) == ["same-as-current"]
    assert len(imports()) == 1


def test_a_year_that_shares_days_with_another_is_told_before_and_refused():
    take_ledgers([ledger()], by=TERMINAL)
    data = ledger(2023).data.replace(b"#RAR 0 20230101 20231231", b"#RAR 0 20230701 20240630")
    [number] = hand_in([LedgerFile("brutet.se", data)], by=TERMINAL)
    assert "years-overlap" in codes(draft(number).preview.problems)
    assert not draft(number).may_be_taken
    assert refusal(take_draft, number, seen=Seen(None), by=TERMINAL) == ["years-overlap"]
    retire_import(1, reason="fel", by=TERMINAL)
    assert not refuses(look_again(number, by=TERMINAL).problems)
    assert take_draft(number, seen=Seen(None), by=TERMINAL).taken


def test_many_drafts_are_taken_in_the_order_of_their_years_or_none():
    later, earlier = hand_in([ledger(2024), ledger(2023)], by=TERMINAL)
    broken = hand_in([LedgerFile("trasig.se", b"trasig")], by=TERMINAL)[0]
    assert refusal(take_drafts, {later: Seen(None), broken: Seen(None)}, by=TERMINAL) == ["not-sie"]
    assert imports() == ()
    receipt = take_drafts({later: Seen(None), earlier: Seen(None)}, by=TERMINAL)
    assert [(taken.version, taken.year.in_words) for taken in receipt.taken] == [(1, "2023"), (2, "2024")]
    assert [one.number for one in open_drafts()] == [broken]


def test_two_drafts_of_one_year_are_not_taken_at_once():
    numbers = hand_in([ledger(seed=1), ledger(seed=2)], by=TERMINAL)
    assert refusal(take_drafts, dict.fromkeys(numbers, Seen(None)), by=TERMINAL) == ["same-year-twice"]
    assert imports() == ()
    assert len(open_drafts()) == 2


@pytest.mark.parametrize("file", CASES)
def test_a_file_that_cannot_be_taken_is_a_draft_that_says_why(file):
    [number] = hand_in([LedgerFile(file, (HERE / file).read_bytes())], by=TERMINAL)
    shown = draft(number)
    assert kind_of(file) in {*codes(shown.preview.problems), "wrong-fiscal-year"}
    assert shown.may_be_taken != refuses(shown.preview.problems)
    if shown.may_be_taken:
        assert take_draft(number, seen=Seen(None), by=TERMINAL).taken
    else:
        assert set(refusal(take_draft, number, seen=Seen(None), by=TERMINAL)) <= set(codes(shown.preview.problems))
        leave_draft(number, by=TERMINAL)
    assert open_drafts() == ()


def test_the_bytes_of_what_is_no_ledger_are_not_kept():
    [number] = hand_in([LedgerFile("lön.pdf", b"%PDF-1.4 hemligt")], by=TERMINAL)
    assert bytes(models.LedgerDraft.objects.get(pk=number).data) == b""
    assert refusal(look_again, number, by=TERMINAL) == ["binary-file"]


def test_a_file_is_kept_packed():
    [number] = hand_in([ledger()], by=TERMINAL)
    packed = bytes(models.LedgerDraft.objects.get(pk=number).data)
    assert zlib.decompress(packed) == ledger().data
    assert len(packed) < len(ledger().data) / 3


def test_a_file_that_waits_already_is_the_same_draft():
    [first] = hand_in([ledger()], by=TERMINAL)
    [second] = hand_in([ledger()], by=user("Kollegan"))
    assert first == second
    assert len(open_drafts()) == 1


def test_possible_identity_numbers_are_told_by_place_and_kept_nowhere_but_in_the_file():
    data = ledger().data.replace(b'"Hyra september"', b'"Arvode ' + NUMBER + b'"', 7)
    [number] = hand_in([LedgerFile("arvode 19640823-3234.se", data)], by=TERMINAL)
    shown = draft(number)
    places = shown.preview.books.identity_numbers
    assert (places.count, len(places.shown), places.more) == (3, 3, 0)
    assert all(place.startswith("verifikation A ") for place in places.shown)
    row = models.LedgerDraft.objects.get(pk=number)
    told = [row.file_name, row.found, shown, *TrailEntry.objects.values_list()]
    assert not [one for one in told if "640823" in str(one)]
    leave_draft(number, by=TERMINAL)
    assert not bytes(models.LedgerDraft.objects.get(pk=number).data)


def test_accounts_that_no_line_answers_for_are_told():
    data = ledger().data.replace(b"#KONTO 7610", b'#KONTO 9876 "Udda"\r\n#KTYP 9876 K\r\n#KONTO 7610')
    data = data.replace(b"#TRANS 7610 ", b"#TRANS 9876 ")
    [number] = hand_in([LedgerFile("udda.se", data)], by=TERMINAL)
    assert any("9876" in problem.found for problem in draft(number).unanswered)
    [other] = hand_in([ledger(2023)], by=TERMINAL)
    assert draft(other).unanswered == ()


def test_none_too_many_and_too_large_are_refused(monkeypatch):
    assert refusal(hand_in, [], by=TERMINAL) == ["no-files"]
    files = [LedgerFile(f"{n}.se", b"") for n in range(HAND_IN_LIMITS.files + 1)]
    assert refusal(hand_in, files, by=TERMINAL) == ["too-many-files"]
    monkeypatch.setattr("samordna.office.actions.books.drafts.HAND_IN_LIMITS", type(HAND_IN_LIMITS)(megabytes=0))
    assert refusal(hand_in, [LedgerFile("stor.se", b"x")], by=TERMINAL) == ["file-too-large"]
    assert open_drafts() == ()


def test_a_file_that_takes_too_long_to_read_is_a_draft_that_says_so(monkeypatch):
    monkeypatch.setattr("samordna.office.actions.books.drafts.LONGEST_READING", 0)
    [number] = hand_in([ledger()], by=TERMINAL)
    shown = draft(number)
    assert (codes(shown.preview.problems), shown.may_be_taken) == (["too-slow"], False)
    assert len(shown.sha256) == 64


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ECONOMIST])
def test_only_an_economist_hands_in_takes_and_leaves(role):
    [number] = hand_in([ledger()], by=TERMINAL)
    other = user("Någon", role)
    for deed in (
        lambda: hand_in([ledger(2023)], by=other),
        lambda: look_again(number, by=other),
        lambda: take_draft(number, seen=Seen(None), by=other),
        lambda: leave_draft(number, by=other),
    ):
        assert refusal(deed) == ["not-allowed"]
        assert TrailEntry.objects.last().refused
    assert len(open_drafts()) == 1
    assert imports() == ()


def test_two_who_take_the_same_draft_at_once_make_one_import(association_folder):
    [number] = hand_in([ledger(vouchers=2000)], by=TERMINAL)
    who = [user("Första"), user("Andra")]
    answers: list[object] = []

    def take(by: Actor) -> None:
        try:
            answers.append(take_draft(number, seen=Seen(None), by=by).taken[0].version)
        except Refused as refused:
            answers.append(codes(refused.problems))
        finally:
            connections["default"].close()

    takers = [threading.Thread(target=take, args=(by,)) for by in who]
    for taker in takers:
        taker.start()
    for taker in takers:
        taker.join()
    open_association(association_folder)
    assert sorted(answers, key=str) == [1, ["draft-taken"]]
    assert len(imports()) == 1


def test_two_files_for_one_year_at_once_are_one_import_and_one_answer(association_folder):
    numbers = hand_in([ledger(seed=1, vouchers=2000), ledger(seed=2, vouchers=2000)], by=TERMINAL)
    answers: list[object] = []

    def take(number: int) -> None:
        try:
            answers.append(take_draft(number, seen=Seen(None), by=TERMINAL).taken[0].version)
        except Refused as refused:
            answers.append(codes(refused.problems))
        finally:
            connections["default"].close()

    takers = [threading.Thread(target=take, args=(number,)) for number in numbers]
    for taker in takers:
        taker.start()
    for taker in takers:
        taker.join()
    open_association(association_folder)
    assert sorted(answers, key=str) == [1, ["difference-old"]]
    [waiting] = open_drafts()
    assert (waiting.preview.against, waiting.may_be_taken) == (1, True)


def changed_ledger() -> bytes:
    """Return the usual ledger with one voucher under another number, one with another text, and one more."""
    data = ledger().data
    data = data.replace(b"#VER A 5 ", b"#VER A 500 ").replace(b'"Hyra september"\r\n', b'"Hyra oktober"\r\n', 1)
    assert data != ledger().data
    return data


def test_what_differs_by_voucher_is_kept_with_the_draft():
    take_ledgers([ledger()], by=TERMINAL)
    [number] = hand_in([LedgerFile("nu.se", changed_ledger())], by=TERMINAL)
    found = draft(number).preview.vouchers
    assert (found.added.count, found.gone.count, found.changed.count, found.unchanged) == (1, 1, 1, 38)
    [gone], [changed] = found.gone.shown, found.changed.shown
    assert (gone.name, models.Voucher.objects.get(pk=gone.before).number) == ("A 5", "5")
    assert (changed.voucher.text, changed.text, changed.amounts) == ("Hyra oktober", "Hyra september", ())
    assert models.Voucher.objects.get(pk=changed.voucher.before).text == "Hyra september"
    take_draft(number, seen=Seen(1), by=TERMINAL)
    assert draft(number).preview.vouchers == found  # what somebody saw before taking it stays to be seen
    [again] = hand_in([LedgerFile("igen.se", changed_ledger() + b"\r\n")], by=TERMINAL)
    same = draft(again).preview.vouchers
    assert (bool(same), same.unchanged) == (False, 40)


def test_without_vouchers_on_either_side_there_is_nothing_to_compare_and_it_is_said_why():
    take_ledgers([ledger()], by=TERMINAL)
    [number] = hand_in([LedgerFile("saldon.se", balance_ledger("2"))], by=TERMINAL)
    shown = draft(number)
    assert (shown.preview.vouchers, shown.why_no_vouchers) == (None, "Filen hade saldon, inga verifikationer.")
    take_draft(number, seen=Seen(1), by=TERMINAL)
    [other] = hand_in([LedgerFile("igen.se", ledger().data + b"\r\n")], by=TERMINAL)
    shown = draft(other)
    assert shown.preview.vouchers is None
    assert shown.why_no_vouchers == "Inläsning 2 hade saldon, inga verifikationer att jämföra med."
