"""What does a test of the site ask for, besides the site?"""

import datetime as dt
import json

import pytest
from tests.large_ledger import large_ledger
from tests.table_ledger import balance_workbook
from tests.visiting import Site

from samordna.access.models import Invitation, Role, TrailEntry, User
from samordna.domain.ledger.books import FiscalYear
from samordna.domain.plan.agreement import AgreedSum
from samordna.domain.plan.budget import BudgetNumber, Decision, Revision
from samordna.domain.plan.register import CostCentre, Group, Register
from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period
from samordna.office import actions, questions
from samordna.sources.tables import TableMapping

VOUCHER = 100_000_000


@pytest.fixture
def furnished(site: Site) -> dict[str, dict[str, object]]:
    """Put something at every address, and return what each address needs to be written."""
    by = site.actor(Role.ECONOMIST)
    ledger = large_ledger(30)
    actions.take_ledgers([actions.LedgerFile("ett.se", ledger)], by=by)
    actions.hand_in([actions.LedgerFile("två.se", ledger + b"\r\n")], by=by)
    _tables(by)
    _plan(by)
    actions.attach(VOUCHER, name="faktura.pdf", data=b"%PDF-1.4\n%%EOF", by=by)
    actions.make_report("interim", Asked.of(Period(202401, 202408)), by=by)
    _an_order(by)
    other = User.objects.create_user("annan@example.se", name="Annan", role=Role.BOARD, password="x")
    link = actions.invite_user("ny@example.se", name="Ny", role=Role.BOARD, by=site.actor(Role.ADMINISTRATOR))
    figure = {"statement": "income", "row": "resultat", "column": "actual"}
    _forecast(by)
    year, row = {"year": 2024}, {"key": "3001"}
    user, invited = {"user_id": other.pk}, Invitation.objects.get()
    return {
        "invitation": {"secret": link.secret},
        "user": user, "change_role": user, "new_password": user, "deactivate_user": user, "reactivate_user": user,
        "withdraw_invitation": {"invitation_id": invited.pk},
        "trail_entry": {"entry_id": TrailEntry.objects.first().pk},
        "import": {"version": 1}, "import_problems": {"version": 1}, "retire_import": {"version": 1},
        "draft": {"number": 1}, "leave_draft": {"number": 1}, "look_again": {"number": 1},
        "draft_dimensions": {"number": 1}, "map_table": {"number": 3}, "draft_file": {"number": 1},
        "import_file": {"version": 2},
        "draft_problems": {"number": 1},
        "statement": {"slag": "resultat"}, "statement_file": {"slag": "resultat", "ending": "csv"},
        "follow_up_file": {"ending": "csv"},
        "frozen_forecast": {"year": 2024, "number": 1}, "outlook_file": {"ending": "csv"},
        "bridge_file": {"ending": "csv"},
        "figure": figure, "figure_comment": figure,
        "account": {"number": "1930"}, "object": {"dimension": "1", "code": "3001"},
        "voucher": {"number": VOUCHER}, "attach": {"number": VOUCHER},
        "attachment": {"number": 1}, "withdraw_attachment": {"number": 1},
        "register_move": row, "register_remove": row, "register_row": row,
        "budget": year, "budget_decision": year, "budget_roll": year, "budget_form_file": year, "budget_form": year,
        "budget_file": {**year, "ending": "csv"}, "budget_row": {**year, **row},
        "agreed_year": year, "agree_sum": year, "enter_contribution": year,
        "report": {"number": 1}, "report_file": {"number": 1, "ending": "xlsx"},
        "booking_order": {"number": 1}, "send_order": {"number": 1}, "withdraw_order": {"number": 1},
        "booking_order_file": {"number": 1, "ending": "xlsx"}, "booking_order_import": {"number": 1},
        "closing": {"month": "2024-08"}, "closing_step": {"month": "2024-08"},
        "closing_notes": {"month": "2024-08"}, "closing_word": {"month": "2024-08"},
        "help_topic": {"name": "tangentbord"},
    }  # fmt: skip


def _an_order(by: actions.Actor) -> None:
    """Agree on more than the ledger has booked on a cost centre, and order the rest of it."""
    period, year = Period(202401, 202408), Period(202401, 202412)
    actions.agree_sum(AgreedSum("3001", year, 90_000_000_00, source="Avtal"), by=by)
    [waiting] = questions.owed_overview(Asked.of(period)).to_order
    accounts = actions.ChosenAccounts({waiting.key: "4010"}, {"agreement": "2990"})
    actions.order_booking(period, [waiting.key], accounts=accounts, by=by)


def _forecast(by: actions.Actor) -> None:
    """Freeze what a cost centre is expected to cost."""
    actions.enter_forecast(Period(202401, 202412), "3001", 100_000_00, comment="Gissat.", by=by)
    actions.freeze_forecast(Period(202401, 202412), "Styrelsen", by=by)


def _plan(by: actions.Actor) -> None:
    """Say that a cost centre is followed, and what it may cost in 2024."""
    row = CostCentre("3001", "Arbetssteget", "verksamhet")
    actions.set_register(Register((Group("verksamhet", "Verksamhet"),), (row,)), by=by)
    decision = Decision("Styrelsen § 40", "Årets budget")
    actions.revise_budget(Period(202401, 202412), Revision(decision, (BudgetNumber("3001", 600_000_00),)), by=by)


def _tables(by: actions.Actor) -> None:
    """Take one table as import 2, of a year long ago, and hand in another: drafts 2 and 3."""
    for name, seed in (("saldon.xlsx", 1), ("fler saldon.xlsx", 2)):
        [number] = actions.hand_in([actions.LedgerFile(name, balance_workbook(seed=seed, year=2019))], by=by)
        if seed == 1:
            suggested = TableMapping.from_json(json.loads(questions.draft(number).preview.table.mapping))
            year = FiscalYear(dt.date(2019, 1, 1), dt.date(2019, 12, 31))
            actions.map_table(number, suggested.for_time(year, year.end), by=by)
            actions.take_draft(number, seen=actions.Seen(None), by=by)
