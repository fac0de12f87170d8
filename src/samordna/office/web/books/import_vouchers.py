"""How is it shown which vouchers a file adds, takes away and changes?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.look.parts import Cell, Heading, Things
from samordna.office.questions import ChangedLine, DraftShown, VoucherLine, VouchersCompared

_DECIMALS: Final = 2
_OBJECTS: Final = {"1": swedish("kst {code}"), "6": swedish("projekt {code}")}
_OTHER: Final = swedish("dimension {dimension} {code}")


@dataclass(frozen=True, slots=True)
class _Group:
    """Vouchers that differ in one way: the first of them, and a word about those that are not shown."""

    title: str
    things: Things
    more: str


@dataclass(frozen=True, slots=True)
class ComparedVouchers:
    """What differs by voucher: in a sentence, and the first vouchers of each kind."""

    told: str
    groups: tuple[_Group, ...] = ()


def compared_vouchers(draft: DraftShown, here: str) -> ComparedVouchers | None:
    """Return what differs by voucher from the version that holds; None where there is none to compare with.

    ``here`` is the way back from a voucher.
    """
    if draft.compared is None or draft.preview.books is None:
        return None
    found = draft.preview.vouchers
    if found is None:
        return ComparedVouchers(draft.why_no_vouchers)
    if not found:
        return ComparedVouchers(
            swedish("Inga verifikationer skiljer sig: alla {count} är som förut.").format(
                count=swedish_number(found.unchanged)
            )
        )
    return ComparedVouchers(_sentence(found), tuple(_groups(found, here)))


def _sentence(found: VouchersCompared) -> str:
    return swedish("Tillkomna: {added}. Ändrade: {changed}. Saknas nu: {gone}. Oförändrade: {unchanged}.").format(
        added=swedish_number(found.added.count),
        changed=swedish_number(found.changed.count),
        gone=swedish_number(found.gone.count),
        unchanged=swedish_number(found.unchanged),
    )


def _groups(found: VouchersCompared, here: str) -> Iterator[_Group]:
    """Yield what somebody should look at first: what was read before and says something else now, or nothing."""
    if found.changed.count:
        rows = tuple(_changed(one, here) for one in found.changed.shown)
        headings = (*_headings(swedish("Belopp nu, kr")), Heading(swedish("Vad som ändrats"), sentences=True))
        things = Things(swedish("Ändrade verifikationer"), headings, rows)
        yield _Group(swedish("Ändrade"), things, _more(found.changed.more))
    for title, name, first in (
        (swedish("Saknas nu"), swedish("Verifikationer som saknas nu"), found.gone),
        (swedish("Tillkomna"), swedish("Verifikationer som tillkommit"), found.added),
    ):
        if first.count:
            rows = tuple(_line(one, here) for one in first.shown)
            yield _Group(title, Things(name, _headings(swedish("Belopp, kr")), rows), _more(first.more))


def _headings(amount: str) -> tuple[Heading, ...]:
    words = (swedish("Verifikation"), swedish("Datum"), swedish("Text"))
    return (*map(Heading, words), Heading(amount, numbers=True))


def _more(count: int) -> str:
    return swedish("Och {count} till.").format(count=swedish_number(count)) if count else ""


def _line(line: VoucherLine, here: str) -> tuple[Cell, ...]:
    address = f"/verifikation/{line.before}/{f'?{here}' if here else ''}" if line.before else ""
    return (
        Cell(line.name, href=address, panel=bool(address)),
        Cell(line.date.isoformat()),
        Cell(line.text),
        Cell(swedish_number(line.amount, _DECIMALS)),
    )


def _changed(changed: ChangedLine, here: str) -> tuple[Cell, ...]:
    return (*_line(changed.voucher, here), Cell("; ".join(_changes(changed))))


def _changes(changed: ChangedLine) -> Iterator[str]:
    """Yield what is another, before and now."""
    now = changed.voucher
    if now.date != changed.date:
        yield swedish("datum {before} → {now}").format(before=changed.date.isoformat(), now=now.date.isoformat())
    if now.text != changed.text:
        yield swedish("text ”{before}” → ”{now}”").format(before=changed.text, now=now.text)
    for one in changed.amounts:
        objects = "".join(
            f", {_OBJECTS.get(dimension, _OTHER).format(dimension=dimension, code=code)}"
            for dimension, code in one.objects
        )
        before, after = (swedish_number(ore, _DECIMALS) for ore in (one.before, one.now))
        yield swedish("konto {account}{objects}: {before} → {now}").format(
            account=one.account, objects=objects, before=before, now=after
        )
    if changed.more:
        yield swedish("och {count} belopp till").format(count=changed.more)
    if not changed.amounts and now.date == changed.date and now.text == changed.text:
        yield swedish("raderna säger samma belopp med andra ord")
