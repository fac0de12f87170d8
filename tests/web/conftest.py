"""What does a test of the site ask for, besides the site?"""

import datetime as dt
import json

import pytest
from tests.large_ledger import large_ledger
from tests.table_ledger import balance_workbook
from tests.visiting import Site

from samordna.access.models import Invitation, Role, TrailEntry, User
from samordna.domain.ledger.books import FiscalYear
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
    actions.attach(VOUCHER, name="faktura.pdf", data=b"%PDF-1.4\n%%EOF", by=by)
    actions.make_report("interim", Asked.of(Period(202401, 202408)), by=by)
    other = User.objects.create_user("annan@example.se", name="Annan", role=Role.BOARD, password="x")
    link = actions.invite_user("ny@example.se", name="Ny", role=Role.BOARD, by=site.actor(Role.ADMINISTRATOR))
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
        "figure": {"statement": "income", "row": "resultat", "column": "actual"},
        "account": {"number": "1930"}, "object": {"dimension": "1", "code": "3001"},
        "voucher": {"number": VOUCHER}, "attach": {"number": VOUCHER},
        "attachment": {"number": 1}, "withdraw_attachment": {"number": 1},
        "report": {"number": 1}, "report_file": {"number": 1, "ending": "xlsx"},
        "help_topic": {"name": "tangentbord"},
    }  # fmt: skip


def _tables(by: actions.Actor) -> None:
    """Take one table as import 2, of a year long ago, and hand in another: drafts 2 and 3."""
    for name, seed in (("saldon.xlsx", 1), ("fler saldon.xlsx", 2)):
        [number] = actions.hand_in([actions.LedgerFile(name, balance_workbook(seed=seed, year=2019))], by=by)
        if seed == 1:
            suggested = TableMapping.from_json(json.loads(questions.draft(number).preview.table.mapping))
            year = FiscalYear(dt.date(2019, 1, 1), dt.date(2019, 12, 31))
            actions.map_table(number, suggested.for_time(year, year.end), by=by)
            actions.take_draft(number, seen=actions.Seen(None), by=by)
