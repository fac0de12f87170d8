"""How else can a file be looked at than record by record? As a stream of vouchers, and as sums."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import chain
from typing import TypeAlias

from samordna.domain.ledger.findings import Findings
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Month, month_of
from samordna.sources.sie.model import Objects, SieFile, Voucher
from samordna.sources.sie.reader import Sie4Reader
from samordna.sources.sie.recognise import Form, recognise
from samordna.sources.sie.vouchers import VoucherReader
from samordna.sources.sie.xml import stream_sie5

Sums: TypeAlias = Mapping[tuple[str, Objects, Month], Ore]
"""Öre, debit positive, by account, objects and month."""


def stream(data: bytes, name: str = "", *, encoding: str = "") -> Iterator[Voucher]:
    """Yield the vouchers of a file as they are read; no more than a megabyte of them is held at a time.

    What is odd about the file is for ``read_sie`` to tell. SIE 5 that something refuses raises ``Refused`` at its end.
    """
    if recognise(data, Findings(name)) is Form.SIE5:
        return stream_sie5(BytesIO(data), name)
    reader = Sie4Reader(data, name, VoucherReader(Findings(name)), encoding=encoding)
    return chain.from_iterable(reader.pieces())


def balances(file: SieFile) -> Sums:
    """Return what each account moved in year 0, by the objects that rows name together and by month.

    From the vouchers' booked rows, by the vouchers' dates; in a file without vouchers from its monthly balances, where
    an empty object list is the whole account: parts with objects stand besides and are never added to it.
    """
    sums: dict[tuple[str, Objects, Month], Ore] = defaultdict(int)
    for voucher in file.vouchers:
        month = month_of(voucher.date)
        for row in voucher.booked:
            sums[row.account, row.objects, month] += row.ore
    if not file.vouchers:
        for one in file.period_balances:
            if one.year == 0:
                sums[one.account, one.objects, one.month] += one.ore
    return dict(sums)
