"""The table of rights: every deed is in it, and here it stands as it was decided, to be read at a glance."""

from samordna.access.actor import TERMINAL, Actor
from samordna.access.deeds import Deed
from samordna.access.models import Role
from samordna.access.rights import RIGHTS, may

DECIDED = """
                             ekonom  förbundschef  styrelse  revisor  administratör
read-books                     x          x           x         x           x
read-vouchers                  x          x           .         x           .
read-trail                     x          x           .         x           x
read-users                     x          x           .         x           x
export                         x          x           x         x           .
log-in                         x          x           x         x           x
log-out                        x          x           x         x           x
change-password                x          x           x         x           x
create-association             .          .           .         .           .
change-association             .          x           .         .           x
hand-in-ledger                 x          .           .         .           .
take-ledger                    x          .           .         .           .
leave-ledger                   x          .           .         .           .
set-dimension-roles            x          .           .         .           .
map-table                      x          .           .         .           .
retire-import                  x          .           .         .           .
enter-figure                   x          x           .         .           .
withdraw-figure                x          x           .         .           .
change-register                x          x           .         .           .
revise-budget                  x          x           .         .           .
enter-forecast                 x          x           .         .           .
freeze-forecast                x          x           .         .           .
comment-figure                 x          x           .         .           .
agree-sum                      x          x           .         .           .
enter-contribution             x          x           .         .           .
enter-claim                    x          x           .         .           .
change-members                 x          x           .         .           .
allot                          x          x           .         .           .
agree-amount                   x          x           .         .           .
set-frame                      x          x           .         .           .
set-equity-limit               x          x           .         .           .
adjust-balance                 x          x           .         .           .
cite-grounds                   x          x           .         .           .
plan-recovery                  x          x           .         .           .
save-scenario                  x          x           .         .           .
fetch-population               x          x           .         .           .
plan-activities                x          x           .         .           .
plan-project                   x          x           .         .           .
decide-project                 x          x           .         .           .
claim-grant                    x          x           .         .           .
adopt-plan                     x          x           .         .           .
change-agreement               x          x           .         .           .
attach-to-agreement            x          x           .         .           .
withdraw-from-agreement        x          x           .         .           .
set-contribution-rules         x          x           .         .           .
request-contribution           x          x           .         .           .
take-plan                      x          x           .         .           .
order-booking                  x          .           .         .           .
withdraw-order                 x          .           .         .           .
recognise-booking              x          .           .         .           .
close-period                   x          .           .         .           .
note-account                   x          x           .         .           .
change-activity                x          x           .         .           .
agree-number                   x          x           .         .           .
report-capacity                x          x           .         .           .
register-event                 x          x           .         .           .
enter-survey                   x          x           .         .           .
change-goal                    x          x           .         .           .
decide-source                  x          x           .         .           .
judge-overall                  x          x           .         .           .
agree-action                   x          x           .         .           .
note-keyed                     x          x           .         .           .
read-counts                    x          x           .         .           .
ask-counts                     x          x           .         .           .
link-unit                      x          x           .         .           .
remind-units                   x          x           .         .           .
save-counts                    x          x           .         .           .
send-in-counts                 x          x           .         .           .
send-back-counts               x          x           .         .           .
accept-counts                  x          x           .         .           .
lock-counts                    x          x           .         .           .
correct-counts                 x          x           .         .           .
keep-unit-key                  x          x           .         .           .
state-total                    x          x           .         .           .
read-statistics                x          x           x         x           .
save-view                      x          x           .         .           .
publish-statistics             x          x           .         .           .
attach                         x          x           .         .           .
withdraw-attachment            x          x           .         .           .
change-layout                  x          .           .         .           .
undo-layout                    x          .           .         .           .
make-report                    x          x           .         .           .
invite-user                    .          .           .         .           x
withdraw-invitation            .          .           .         .           x
accept-invitation              .          .           .         .           .
change-role                    .          .           .         .           x
deactivate-user                .          .           .         .           x
reactivate-user                .          .           .         .           x
"""

LOOKS = {Deed.READ_BOOKS, Deed.READ_VOUCHERS, Deed.READ_TRAIL, Deed.READ_USERS, Deed.EXPORT, Deed.READ_STATISTICS}
ONES_OWN = {Deed.LOG_IN, Deed.LOG_OUT, Deed.CHANGE_PASSWORD}


def test_every_deed_says_who_may_do_it():
    assert set(RIGHTS) == set(Deed)


def test_the_rights_are_those_that_were_decided():
    head, *lines = DECIDED.strip("\n").splitlines()
    assert head.split() == [role.label for role in Role]
    decided = {line.split()[0]: [mark == "x" for mark in line.split()[1:]] for line in lines}
    assert {deed.value: [may(role, deed) for role in Role] for deed in Deed} == decided


def test_an_auditor_reads_everything_and_changes_nothing():
    assert {deed for deed in Deed if may(Role.AUDITOR, deed)} == LOOKS | ONES_OWN


def test_nobody_may_nothing_and_a_name_opens_no_door():
    for deed in Deed:
        assert not may(None, deed)
        assert not may("kung", deed)
        assert not Actor("administratör").may(deed)
        assert TERMINAL.may(deed)
