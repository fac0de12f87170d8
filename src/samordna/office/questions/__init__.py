"""The reading side: one function per question that a screen, a command or a report asks.

Rows go in, frozen values come out; nothing here writes.
"""

from samordna.domain.ledger.dimensions import DimensionFound
from samordna.domain.ledger.preview import TableFacts
from samordna.domain.ledger.vouchers_compared import ChangedLine, VoucherLine, VouchersCompared
from samordna.office.questions.account import AccountShown, account
from samordna.office.questions.agreed import AgreedShown, Told, agreed_shown
from samordna.office.questions.attachments import AttachmentFile, AttachmentShown, attachment
from samordna.office.questions.budget import (
    BudgetRowShown,
    BudgetShown,
    Drawn,
    budget_drawn,
    budget_row,
    budget_shown,
    budget_year,
    budget_years,
    usual_budget_year,
)
from samordna.office.questions.closing import AccountStanding, ClosingShown, PeriodStanding, closing_shown, closings
from samordna.office.questions.dimension_roles import KnownDimension, known_dimensions, role_choices
from samordna.office.questions.drafts import DraftShown, draft, open_drafts
from samordna.office.questions.figure import FigureShown, figure
from samordna.office.questions.figures import entered_figures, figure_lines
from samordna.office.questions.follow_up import Walked, bridge, follow_up, outlook
from samordna.office.questions.follow_up_grid import (
    ColumnChoice,
    FollowUpGrid,
    ForecastCell,
    WrittenTable,
    follow_up_grid,
    forecast_said_by,
)
from samordna.office.questions.forecast import accuracy_of, forecast_now, proposed
from samordna.office.questions.heading import (
    ForecastGroup,
    ForecastRow,
    ForecastShown,
    FrozenListed,
    FrozenShown,
    forecast_shown,
    frozen_shown,
)
from samordna.office.questions.help import HelpTopic, help_topic, help_topics
from samordna.office.questions.identity import AssociationFacts, association
from samordna.office.questions.import_history import PastImport, Retirement, as_known_then, import_history, past_import
from samordna.office.questions.import_shown import Compared, ImportShown, import_shown
from samordna.office.questions.invitations import InvitationShown, OpenInvitation, invitation, open_invitations
from samordna.office.questions.layout_shown import LayoutShown, layout_shown
from samordna.office.questions.layouts import (
    HeldLayout,
    LayoutVersion,
    held_layout,
    layout_file,
    layout_for,
    layout_history,
    layout_versions,
)
from samordna.office.questions.ledgers import TakenImport, balances, imports, problems_of
from samordna.office.questions.name_hits import LineHit, LinePlace, ObjectHit
from samordna.office.questions.object_accounts import ObjectShown, object_accounts, usual_dimension
from samordna.office.questions.overview import Awaits, Overview, OwedTold, Task, YearHeading, overview
from samordna.office.questions.owed import (
    OrderShown,
    OwedOverview,
    OwedShown,
    accounts_proposed,
    booking_order,
    booking_orders,
    owed_overview,
)
from samordna.office.questions.periods import PeriodChoice, Periods, YearChoices, comparisons, periods
from samordna.office.questions.plan import PlanHeld, plan_held
from samordna.office.questions.plan_forms import budget_form_of, expected_of, forecast_form_of
from samordna.office.questions.plan_history import PlanHistory, PlanPlace, PlanSaid
from samordna.office.questions.postings import PostingKey, PostingShown, PostingsPage, PostingTurn, account_postings
from samordna.office.questions.register import RegisterChange, RegisterShown, RowShown, register_row, register_shown
from samordna.office.questions.reports import (
    MadeReport,
    ReportMadeAgain,
    interim_report,
    made_report,
    made_reports,
    report_kinds,
)
from samordna.office.questions.safety import Serving
from samordna.office.questions.safety_facts import safety
from samordna.office.questions.search import SearchAnswer, search
from samordna.office.questions.search_examples import SearchExamples, search_examples
from samordna.office.questions.statements import StatementsShown, layout_problems, statements, statements_shown
from samordna.office.questions.table_shown import table_as
from samordna.office.questions.trail import TrailAsked, TrailLine, TrailPage, deeds, trail, trail_line, trail_lines
from samordna.office.questions.trail_values import ChangedValue
from samordna.office.questions.users import (
    Login,
    RightsTable,
    RoleShown,
    UserShown,
    latest_logins,
    rights_table,
    roles,
    user,
    users,
)
from samordna.office.questions.voucher_hits import VoucherHit
from samordna.office.questions.vouchers import Likeness, VoucherRow, VoucherShown, voucher

__all__ = [
    "AccountShown",
    "AccountStanding",
    "AgreedShown",
    "AssociationFacts",
    "AttachmentFile",
    "AttachmentShown",
    "Awaits",
    "BudgetRowShown",
    "BudgetShown",
    "ChangedLine",
    "ChangedValue",
    "ClosingShown",
    "ColumnChoice",
    "Compared",
    "DimensionFound",
    "DraftShown",
    "Drawn",
    "FigureShown",
    "FollowUpGrid",
    "ForecastCell",
    "ForecastGroup",
    "ForecastRow",
    "ForecastShown",
    "FrozenListed",
    "FrozenShown",
    "HeldLayout",
    "HelpTopic",
    "ImportShown",
    "InvitationShown",
    "KnownDimension",
    "LayoutShown",
    "LayoutVersion",
    "Likeness",
    "LineHit",
    "LinePlace",
    "Login",
    "MadeReport",
    "ObjectHit",
    "ObjectShown",
    "OpenInvitation",
    "OrderShown",
    "Overview",
    "OwedOverview",
    "OwedShown",
    "OwedTold",
    "PastImport",
    "PeriodChoice",
    "PeriodStanding",
    "Periods",
    "PlanHeld",
    "PlanHistory",
    "PlanPlace",
    "PlanSaid",
    "PostingKey",
    "PostingShown",
    "PostingTurn",
    "PostingsPage",
    "RegisterChange",
    "RegisterShown",
    "ReportMadeAgain",
    "Retirement",
    "RightsTable",
    "RoleShown",
    "RowShown",
    "SearchAnswer",
    "SearchExamples",
    "Serving",
    "StatementsShown",
    "TableFacts",
    "TakenImport",
    "Task",
    "Told",
    "TrailAsked",
    "TrailLine",
    "TrailPage",
    "UserShown",
    "VoucherHit",
    "VoucherLine",
    "VoucherRow",
    "VoucherShown",
    "VouchersCompared",
    "Walked",
    "WrittenTable",
    "YearChoices",
    "YearHeading",
    "account",
    "account_postings",
    "accounts_proposed",
    "accuracy_of",
    "agreed_shown",
    "as_known_then",
    "association",
    "attachment",
    "balances",
    "booking_order",
    "booking_orders",
    "bridge",
    "budget_drawn",
    "budget_form_of",
    "budget_row",
    "budget_shown",
    "budget_year",
    "budget_years",
    "closing_shown",
    "closings",
    "comparisons",
    "deeds",
    "draft",
    "entered_figures",
    "expected_of",
    "figure",
    "figure_lines",
    "follow_up",
    "follow_up_grid",
    "forecast_form_of",
    "forecast_now",
    "forecast_said_by",
    "forecast_shown",
    "frozen_shown",
    "held_layout",
    "help_topic",
    "help_topics",
    "import_history",
    "import_shown",
    "imports",
    "interim_report",
    "invitation",
    "known_dimensions",
    "latest_logins",
    "layout_file",
    "layout_for",
    "layout_history",
    "layout_problems",
    "layout_shown",
    "layout_versions",
    "made_report",
    "made_reports",
    "object_accounts",
    "open_drafts",
    "open_invitations",
    "outlook",
    "overview",
    "owed_overview",
    "past_import",
    "periods",
    "plan_held",
    "problems_of",
    "proposed",
    "register_row",
    "register_shown",
    "report_kinds",
    "rights_table",
    "role_choices",
    "roles",
    "safety",
    "search",
    "search_examples",
    "statements",
    "statements_shown",
    "table_as",
    "trail",
    "trail_line",
    "trail_lines",
    "user",
    "users",
    "usual_budget_year",
    "usual_dimension",
    "voucher",
]
