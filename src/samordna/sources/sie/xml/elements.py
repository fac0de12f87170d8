"""Which elements and attributes has SIE 5, and what becomes of each?

From *SIE 5* (SIE-Gruppen, 2016-12-09). What is read stands in ``CHILDREN`` and ``ATTRIBUTES``; what belongs to other
things than the ledger (customers, documents, locking …) is kept aside and told once; anything else is unknown.
"""

from collections.abc import Mapping
from typing import Final

NAMESPACE: Final = "http://www.sie.se/sie5"

TYPES: Final[Mapping[str, str]] = {"Sie": "5", "SieEntry": "5I"}
"""The type of a file by its outermost element: a whole ledger, or entries to import."""

_BALANCES: Final = frozenset(
    {"OpeningBalance", "ClosingBalance", "Budget", "OpeningBalanceMultidim", "ClosingBalanceMultidim", "BudgetMultidim"}
)
_FILE: Final = frozenset({"FileInfo", "Accounts", "Dimensions", "AccountAggregations", "Journal"})

CHILDREN: Final[Mapping[str, frozenset[str]]] = {
    "": frozenset(TYPES),
    "Sie": _FILE,
    "SieEntry": _FILE,
    "FileInfo": frozenset({"SoftwareProduct", "FileCreation", "Company", "FiscalYears", "AccountingCurrency"}),
    "FiscalYears": frozenset({"FiscalYear"}),
    "Accounts": frozenset({"Account"}),
    "Account": _BALANCES,
    **dict.fromkeys(_BALANCES, frozenset({"ObjectReference"})),
    "Dimensions": frozenset({"Dimension"}),
    "Dimension": frozenset({"Object"}),
    "AccountAggregations": frozenset({"AccountAggregation"}),
    "AccountAggregation": frozenset({"Tag"}),
    "Tag": frozenset({"AccountRef"}),
    "Journal": frozenset({"JournalEntry"}),
    "JournalEntry": frozenset({"EntryInfo", "OriginalEntryInfo", "LedgerEntry"}),
    "LedgerEntry": frozenset({"ObjectReference", "EntryInfo", "Overstrike"}),
}
"""What is read inside what."""

_BY_WHOM: Final = frozenset({"date", "by"})

ATTRIBUTES: Final[Mapping[str, frozenset[str]]] = {
    "SoftwareProduct": frozenset({"name", "version"}),
    "FileCreation": frozenset({"time", "by"}),
    "Company": frozenset({"organizationId", "multiple", "name", "clientId"}),
    "FiscalYear": frozenset({"start", "end", "primary", "lastCoveredDate"}),
    "AccountingCurrency": frozenset({"currency"}),
    "Account": frozenset({"id", "name", "type", "unit"}),
    **dict.fromkeys(_BALANCES, frozenset({"month", "amount", "quantity"})),
    "ObjectReference": frozenset({"dimId", "objectId"}),
    "Dimension": frozenset({"id", "name"}),
    "Object": frozenset({"id", "name"}),
    "AccountAggregation": frozenset({"id", "name", "taxonomy"}),
    "Tag": frozenset({"name"}),
    "AccountRef": frozenset({"accountId"}),
    "Journal": frozenset({"id", "name"}),
    "JournalEntry": frozenset({"id", "journalDate", "text"}),
    "EntryInfo": _BY_WHOM,
    "OriginalEntryInfo": _BY_WHOM,
    "Overstrike": _BY_WHOM,
    "LedgerEntry": frozenset({"accountId", "amount", "quantity", "text", "ledgerDate"}),
}
"""The attributes that are read of each element."""

BEYOND: Final = frozenset({
    "CustomerInvoices", "SupplierInvoices", "FixedAssets", "GeneralSubdividedAccount", "Customers", "Suppliers",
    "Documents", "ForeignCurrencyAmount", "SubdividedAccountObjectReference", "LockingInfo", "VoucherReference",
    "CorrectedBy", "OriginalEntryInfo", "EntryInfo", "AccountAggregation", "JournalEntry@referenceId",
    "LedgerEntry@ledgerDate",
})  # fmt: skip
"""Elements and attributes (``Element@attribute``) that SIE 5 has, that no ledger of SIE 1–4 has, and that are told."""

QUIET: Final = frozenset({
    "FiscalYear@closed", "FiscalYear@hasLedgerEntries", "FiscalYear@hasSubordinateAccounts",
    "FiscalYear@hasAttachedVoucherFiles",
})  # fmt: skip
"""The same, which are in nearly every file and change nothing: kept aside, and not worth a person's time."""

NAME_OF_JOURNAL: Final = "Journal@name"
"""A series and its name, which SIE 1–4 has not."""

SIGNATURE: Final = "Signature"
"""A signature of the whole file (XMLDSig). It is not verified."""

NAMES: Final = (
    frozenset(TYPES) | frozenset().union(*CHILDREN.values()) | {name for name in BEYOND | QUIET if "@" not in name}
)
"""Every element that is known by name."""

NO_LEDGER_NAMESPACES: Final = ("/XMLSchema-instance ", "http://www.w3.org/XML/1998/namespace ")
"""Attributes of these say where a schema is or which language a text is in: nothing of the ledger."""
