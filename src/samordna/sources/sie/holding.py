"""What of a file can a type of SIE hold, and what must it hold that the file does not say?

What a type cannot hold is left out, what it must hold is filled in or computed, and each of it is told. What comes
out says exactly what stands in the file that is written.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from samordna.domain.ledger.findings import Findings
from samordna.domain.ledger.problems import files as file_kinds
from samordna.domain.ledger.problems import vouchers as voucher_kinds
from samordna.domain.ledger.problems import writing as writing_kinds
from samordna.domain.values.language import swedish
from samordna.sources.sie.computing import with_balances
from samordna.sources.sie.duties import DUTIES, Duty, FileType, duty
from samordna.sources.sie.filling import filled_in, used_accounts
from samordna.sources.sie.model import Head, Record, SieFile, Voucher
from samordna.sources.sie.values import any_account_of

_ONCE: Final = frozenset({
    "#FLAGGA", "#FORMAT", "#GEN", "#SIETYP", "#FTYP", "#ORGNR", "#BKOD", "#ADRESS", "#TAXAR", "#OMFATTN", "#KPTYP",
    "#VALUTA",
})  # fmt: skip
"""Records that stand once in a file: fields after the last one can only belong there."""

_LABEL: Final = re.compile(r'#[^\s{"\x00-\x1f\x7f]+')
_PARTS: Final = (
    ("#IB", "opening", swedish("ingående balanser")),
    ("#UB", "closing", swedish("utgående balanser")),
    ("#RES", "results", swedish("resultat")),
    ("#OIB", "object_opening", swedish("ingående balanser för objekt")),
    ("#OUB", "object_closing", swedish("utgående balanser för objekt")),
    ("#PSALDO", "period_balances", swedish("saldon per månad")),
    ("#PBUDGET", "period_budgets", swedish("budget per månad")),
    ("#VER", "vouchers", swedish("verifikationer")),
    ("#DIM", "dimensions", swedish("dimensioner")),
    ("#OBJEKT", "objects", swedish("objekt")),
)
_OF_OBJECTS: Final = (
    ("#PSALDO", "period_balances", swedish("saldon per månad för objekt")),
    ("#PBUDGET", "period_budgets", swedish("budget per månad för objekt")),
)
_OF_HEAD: Final[tuple[tuple[str, str, str, Any], ...]] = (
    ("#BKOD", "industry", swedish("branschkod"), ""),
    ("#OMFATTN", "covered_to", swedish("uppgiften om till vilken dag balanserna gäller"), None),
)


def held_by(file: SieFile, file_type: FileType, findings: Findings) -> SieFile:
    """Return the file as a file of ``file_type`` holds it; what is left out, filled in or computed is told.

    A type that needs a year refuses a file without one; and what could not be read again as an account is not written.
    """
    if 0 not in file.years and duty("#RAR", file_type) is Duty.MUST:
        findings.in_file(file_kinds.NO_FISCAL_YEAR)
    for number in sorted(used_accounts(file) | file.accounts.keys()):
        if not any_account_of(number):
            findings.in_file(voucher_kinds.BROKEN_ACCOUNT, text=number, label="#KONTO")
    if findings.refused:
        return file
    kept = _without(with_balances(file, file_type, findings), file_type, findings)
    return replace(
        filled_in(kept, file, file_type, findings),
        vouchers=ascending(kept.vouchers),
        others=_others(file, file_type, findings),
        beyond=(),
        trailing=_trailing(file, file_type, findings),
    )


# What is left out


def _without(file: SieFile, file_type: FileType, findings: Findings) -> SieFile:
    left_out: dict[str, Any] = {}
    for label, part, what in _PARTS:
        if duty(label, file_type) is Duty.NOT and (held := getattr(file, part)):
            left_out[part] = type(held)()
            findings.in_file(writing_kinds.LEFT_OUT, type=file_type, what=what, count=len(held))
    for label, part, what in _OF_OBJECTS if duty("#OBJEKT", file_type) is Duty.NOT else ():
        whole = tuple(one for one in getattr(file, part) if not one.objects)
        count = len(getattr(file, part)) - len(whole)
        if count and duty(label, file_type) is not Duty.NOT:
            left_out[part] = whole
            findings.in_file(writing_kinds.LEFT_OUT, type=file_type, what=what, count=count)
    return replace(file, head=_head_without(file.head, file_type, findings), **left_out)


def _head_without(head: Head, file_type: FileType, findings: Findings) -> Head:
    for label, part, what, nothing in _OF_HEAD:
        if duty(label, file_type) is Duty.NOT and getattr(head, part):
            head = replace(head, **{part: nothing})
            findings.in_file(writing_kinds.LEFT_OUT, type=file_type, what=what, count=1)
    return head


def _others(file: SieFile, file_type: FileType, findings: Findings) -> tuple[Record, ...]:
    """Return the unknown records that can be told from those that SIE knows; what only SIE 5 has cannot."""
    labels = {one.label for one in file.others}
    writable = {label for label in labels if _LABEL.fullmatch(label) and label not in DUTIES}
    left_out = [one.label for one in (*file.others, *file.beyond) if one.label not in writable]
    for label, count in Counter(left_out).items():
        findings.in_file(writing_kinds.RECORDS_LEFT_OUT, type=file_type, label=label, count=count)
    return tuple(one for one in file.others if one.label in writable)


def _trailing(file: SieFile, file_type: FileType, findings: Findings) -> tuple[Record, ...]:
    """Return the fields after a record's last that can only belong to one record. Of others nothing says which."""
    counts = Counter(one.label for one in file.trailing)
    kept = {
        label
        for label, count in counts.items()
        if count == 1 and label in _ONCE and duty(label, file_type) is not Duty.NOT
    }
    if not file.head.address:
        kept.discard("#ADRESS")
    for label, count in counts.items():
        if label not in kept:
            findings.in_file(writing_kinds.EXTRA_FIELDS_LEFT_OUT, label=label, count=count)
    in_order = sorted(file.trailing, key=lambda one: list(DUTIES).index(one.label) if one.label in kept else 0)
    return tuple(one for one in in_order if one.label in kept)


# The order of vouchers


def ascending(vouchers: tuple[Voucher, ...]) -> tuple[Voucher, ...]:
    """Return the vouchers of each series in the order of their numbers, in the places that the series has.

    A voucher whose number is no number stays where it is.
    """
    places: dict[str, list[int]] = {}
    for place, voucher in enumerate(vouchers):
        if voucher.number.isascii() and voucher.number.isdigit():
            places.setdefault(voucher.series, []).append(place)
    ordered = list(vouchers)
    for place, voucher in _placed(vouchers, places):
        ordered[place] = voucher
    return tuple(ordered)


def _placed(vouchers: tuple[Voucher, ...], places: Mapping[str, list[int]]) -> Iterator[tuple[int, Voucher]]:
    for held in places.values():
        in_order = sorted((vouchers[place] for place in held), key=lambda one: _number(one.number))
        yield from zip(held, in_order, strict=True)


def _number(text: str) -> tuple[int, str]:
    """Return what orders numbers, however many digits they have."""
    digits = text.lstrip("0")
    return len(digits), digits
