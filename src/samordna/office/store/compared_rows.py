"""How is what differs by voucher held as JSON, and made a value again?"""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from samordna.domain.ledger.voucher_differences import AmountChange, FirstOf
from samordna.domain.ledger.vouchers_compared import ChangedLine, VoucherLine, VouchersCompared


def compared_values(compared: VouchersCompared) -> dict[str, Any]:
    """Return what differs as JSON holds it."""
    return {
        "unchanged": compared.unchanged,
        "added": [compared.added.count, [_line_values(one) for one in compared.added.shown]],
        "gone": [compared.gone.count, [_line_values(one) for one in compared.gone.shown]],
        "changed": [compared.changed.count, [_changed_values(one) for one in compared.changed.shown]],
    }


def read_compared(found: Mapping[str, Any]) -> VouchersCompared:
    """Return what ``compared_values`` held."""
    added, gone, changed = ((count, shown) for count, shown in (found["added"], found["gone"], found["changed"]))
    return VouchersCompared(
        added=FirstOf(tuple(map(_line, added[1])), added[0]),
        gone=FirstOf(tuple(map(_line, gone[1])), gone[0]),
        changed=FirstOf(tuple(map(_changed, changed[1])), changed[0]),
        unchanged=found["unchanged"],
    )


def _line_values(line: VoucherLine) -> list[Any]:
    return [line.name, line.date.isoformat(), line.text, line.amount, line.before]


def _line(found: Sequence[Any]) -> VoucherLine:
    name, date, text, amount, before = found
    return VoucherLine(name, dt.date.fromisoformat(date), text, amount, before)


def _changed_values(line: ChangedLine) -> list[Any]:
    amounts = [[one.account, [list(key) for key in one.objects], one.before, one.now] for one in line.amounts]
    return [_line_values(line.voucher), line.date.isoformat(), line.text, amounts, line.more]


def _changed(found: Sequence[Any]) -> ChangedLine:
    voucher, date, text, amounts, more = found
    changes = (
        AmountChange(account, tuple((dimension, code) for dimension, code in objects), before, now)
        for account, objects, before, now in amounts
    )
    return ChangedLine(_line(voucher), dt.date.fromisoformat(date), text, tuple(changes), more)
