"""Which places for words are there, and what is each of them for? Looked at by ``test_no_place_for_a_person``."""

from collections.abc import Mapping
from typing import Final

# fmt: off
COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "Account": ("kind", "name", "number"),
    "Association": ("layout", "name", "organisation_number"),
    "Attachment": ("attached_by_name", "data", "file_name", "media_type", "number", "series", "sha256"),
    "AttachmentWithdrawal": ("reason", "withdrawn_by_name"),
    "BudgetBalance": ("account",),
    "CountsDraft": ("activity", "content", "unit"),
    "Dimension": ("name", "number"),
    "DimensionObject": ("code", "dimension", "name"),
    "DimensionRole": ("name", "number", "role", "said_by_name"),
    "EnteredFigure": ("entered_by_name", "key", "scenario", "source", "unit"),
    "FileDimension": ("name", "number", "role"),
    "ImportProblem": ("code", "found", "place", "remedy", "severity"),
    "Invitation": ("digest", "email", "made_by_name", "name"),
    "LayoutRevision": ("change", "made_by_name", "name", "text"),
    "LedgerDraft": ("data", "file_name", "found", "handed_in_by_name", "outcome", "sha256"),
    "LedgerImport": (
        "company", "detail", "encoding", "file_name", "file_type", "organisation_number", "program", "sha256",
        "taken_by_name",
    ),
    "MadeReport": (
        "digest", "imports", "layout_name", "made_by_name", "program_version", "status", "template", "title",
    ),
    "MonthBalance": ("account",),
    "ObjectBalance": ("account", "dimension", "object"),
    "OpeningBalance": ("account",),
    "PairBalance": ("account", "dimension", "object", "second_dimension", "second_object"),
    "PlanEntry": ("content", "key", "said_by_name", "subject"),
    "PlanPaper": ("attached_by_name", "data", "file_name", "key", "media_type", "sha256", "subject"),
    "PlanPaperWithdrawal": ("reason", "withdrawn_by_name"),
    "Posting": ("account", "objects_text", "text"),
    "RememberedTable": ("file_name", "mapping", "said_by_name", "signature"),
    "TrailEntry": ("by_name", "deed", "new", "old", "subject"),
    "User": ("email", "name", "password"),
    "Voucher": ("number", "series", "text"),
}
"""The columns that can hold words, by table.

Those of the ledger hold the ledger's own, looked over when it was read; ``content`` what is said, looked over by
``say_of`` and named in ``LEAVES``; ``data`` a file that somebody put to a voucher or an agreement. Who did something is
one of the office, never one of whom anything is counted.
"""

LEAVES: Final[Mapping[str, tuple[str, ...]]] = {
    # What the program or the association calls its own things by.
    "keys": (
        "Account.number", "AccountNote.account", "Acknowledgement.key", "Activity.category", "Activity.id",
        "Activity.marks", "Activity.other_half", "Activity.parties", "Activity.rows", "AgreedAction.unit",
        "AgreedNumber.activity", "AgreedNumber.unit", "AgreedPart.row", "AgreedSum.row", "Allotment.group",
        "AllotmentChange.group", "BudgetLine.group", "BudgetLine.key", "BudgetNumber.row", "BudgetedCost.base",
        "CapacityReported.activity", "CapacityReported.unit", "CellKey.measure", "Claim.project",
        "ClosingCheck.key", "Code.key", "Comment.row", "CostCentre.code", "CostCentre.group", "CostCentre.project",
        "CountsAsked.tables", "CountsLink.digest", "CountsLink.unit", "CountsReport.activity", "CountsReport.unit",
        "EarlierCode.code", "EarlierCode.project", "Explanation.table", "ExternalProject.id", "ForecastNumber.row",
        "FrozenRow.code", "FrozenRow.key", "Goal.id", "Group.id", "GroupPart.group", "GroupRule.group",
        "GroupRule.through", "Indicator.activity", "Keyed.activity", "Keyed.group", "KeyedFigure.value",
        "LedgerRule.accounts", "LedgerRule.cost_centre", "Member.code", "Member.group", "Merge.rows", "Named.key",
        "OrderEntry.row", "OrderLine.objects", "Owed.row", "PayingGroup.id", "Performer.rows", "Performer.unit",
        "PeriodNumber.row", "Place.codes", "Place.table", "PlanText.chapter", "PlannedActivity.part",
        "PlannedPart.id", "Problem.code", "ProjectRow.accounts", "ProjectRow.row", "Proposal.row",
        "PublishedCounts.table", "Refinement.account", "Reminded.unit", "RowGroup.codes", "RowGroup.key",
        "StaffMove.plan_row", "StaffMove.row", "StaffMove.to", "StatedTotal.activity", "StructuralEvent.activity",
        "Spot.rows", "Spot.table", "SubmissionEntry.by", "SurveyResult.activity", "SurveyResult.instrument",
        "SurveyResult.unit", "Unit.code", "UnitKey.id", "UnitKey.public", "UnitKey.unit", "View.by", "View.key",
        "View.measures", "Whose.activity", "Whose.unit",
    ),
    # What activities, units, parties, rows and papers are called.
    "names": (
        "Account.name", "Activity.methods", "Activity.name", "AgreedAction.agreed", "AgreedAmount.member",
        "AgreedSum.performer", "AgreedWeight.member", "BudgetLine.name", "BudgetedCost.label", "CellKey.at",
        "ClosingCheck.title", "CoFinancing.who", "Code.name", "Comment.column", "Contribution.party",
        "CostCentre.name", "CostCentre.performer", "CountsAsked.contact", "ExternalProject.funder",
        "ExternalProject.name", "FrozenRow.name", "Goal.name", "Goal.parent", "Group.name", "Indicator.definition",
        "Indicator.name", "Indicator.why", "KeyedFigure.field", "KeyedFigure.label", "Leaving.member",
        "LedgerRule.who", "Member.name", "Named.name", "OverheadRow.label", "PayingGroup.name", "Performer.member",
        "Performer.municipality", "Performer.only_from", "PlannedActivity.label", "PlannedActivity.paid_by",
        "PlannedActivity.performer", "PlannedPart.heading", "PopulationCount.member", "Problem.place", "Problem.remedy",
        "PublishedCounts.counts", "PublishedCounts.title", "Requisition.name", "Requisition.payer", "RowGroup.name",
        "Scenario.name", "ServiceAgreement.name", "ServiceAgreement.party", "StructuralEvent.name",
        "StructuralEvent.organisations", "SurveyResult.question", "Unit.name", "Unit.suffix", "View.activities",
        "View.description", "View.headings", "View.name", "View.units",
    ),
    # Where a figure or a decision is written.
    "sources": (
        "Activity.source", "ActivityPlan.source", "Adjustment.source", "Adoption.reference", "Advance.source",
        "AgreedAmount.source", "AgreedNumber.basis", "AgreedSum.source", "AgreedWeight.source",
        "AllocationKey.source", "AllotmentEntry.source", "CapacityReported.source", "ClaimEntry.source",
        "Contribution.source", "Decision.reference", "EarlierDeficit.source", "ExternalProject.reference",
        "Frame.source", "Goal.decision", "Grounds.decision", "Indicator.source", "Limit.source",
        "OverallWords.decision", "PopulationCount.source", "ProjectEntry.source", "RecoveryPlan.decision",
        "Requisition.source", "ServiceAgreement.reference", "SourceDecision.decision", "StatedTotal.source",
        "StructuralEvent.source", "SurveyResult.source",
    ),
    # What somebody says in words: short, and refused when it points at a person.
    "words": (
        "AccountNote.text", "Acknowledgement.found", "Acknowledgement.text", "Activity.target_group",
        "AgreementEntry.told", "AnswerShare.answer", "BudgetLine.remark", "BudgetLine.responsible",
        "BudgetNumber.note", "CellQuestion.text", "Closing.reason", "ClosingCheck.said", "Comment.text",
        "CostCentre.remark", "CostCentre.responsible", "Decision.reason", "Explanation.text",
        "ForecastNumber.comment", "FrozenForecast.occasion", "Grounds.reason", "Merge.remark", "OverallWords.words",
        "Owed.how", "PlanLife.revising", "PlanText.text", "Problem.found", "Proposal.how", "PublishedCounts.answer",
        "Release.how", "RequisitionEntry.told", "ServiceAgreement.remark", "SubmissionEntry.told",
    ),
}
# fmt: on
"""The texts that can be said, by what they are for. All of them go through ``say_of``."""
