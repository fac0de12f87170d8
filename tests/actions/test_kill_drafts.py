"""Killed at any moment, handing in and taking leave a draft that can be taken, or none, or what was taken whole."""

from tests.actions import killable
from tests.actions.test_kill import assert_whole, run, wait_for_the_server_to_notice
from tests.large_ledger import large_ledger

from samordna.office.actions import TERMINAL, Seen, open_association, take_draft
from samordna.office.questions import draft, imports, open_drafts
from samordna.office.store.folder import close_folder

KILLS = 8


def test_handing_in_that_is_killed_leaves_a_whole_draft_or_none(association_folder):
    close_folder()
    takes = run(killable.hand_over, association_folder, large_ledger(2000, seed=99))
    kept = 0
    for kill in range(KILLS):
        file = large_ledger(2000, seed=kill)
        run(killable.hand_over, association_folder, file, kill_after=takes * (kill + 0.5) / KILLS)
        open_association(association_folder)
        wait_for_the_server_to_notice()
        kept = len(open_drafts())
        assert all(one.may_be_taken for one in open_drafts())
        assert imports() == ()
        close_folder()
    assert kept < 1 + KILLS, "no kill came before the end: nothing was tried"
    open_association(association_folder)
    first = open_drafts()[0].number
    assert take_draft(first, seen=Seen(None), by=TERMINAL).taken
    assert_whole()


def test_taking_that_is_killed_takes_the_draft_or_leaves_it_to_be_taken(association_folder):
    close_folder()
    file = large_ledger(3000)
    run(killable.hand_over, association_folder, file)
    killed = 0
    for kill in range(KILLS):
        run(killable.take_first, association_folder, b"", kill_after=0.15 * (kill + 0.5))
        open_association(association_folder)
        wait_for_the_server_to_notice()
        if imports():
            break
        killed += 1
        assert draft(1).may_be_taken
        close_folder()
    assert killed, "no kill came before the end: nothing was tried"
    close_folder()
    open_association(association_folder)  # where the machine is busy, every kill came before the end
    if not imports():
        take_draft(1, seen=Seen(None), by=TERMINAL)
    assert (draft(1).taken, draft(1).version, open_drafts()) == (True, 1, ())
    assert_whole()
