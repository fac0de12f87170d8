"""Agreements small enough to reckon by hand, told in kronor."""

import datetime as dt
from collections.abc import Mapping

from samordna.domain.plan.agreements.life import AgreementEntry, AgreementState
from samordna.domain.plan.agreements.terms import AgreedPart, ServiceAgreement
from samordna.domain.plan.profile import EVEN, Profile
from samordna.domain.values.period import Period

YEAR, NEXT = Period(202401, 202412), Period(202501, 202512)
DAY = dt.date(2023, 12, 15)


def part(row: str, kronor: int, *, year: Period = YEAR, profile: Profile = EVEN) -> AgreedPart:
    return AgreedPart(row, year, kronor * 100, profile)


def agreement(*parts: AgreedPart, state: AgreementState = AgreementState.SIGNED, **terms: object) -> ServiceAgreement:
    """Return an agreement for the year with Almby about row 3011, but for the terms that are told."""
    history = {
        AgreementState.DRAFT: (AgreementEntry(AgreementState.DRAFT),),
        AgreementState.SIGNED: (AgreementEntry(AgreementState.DRAFT), AgreementEntry(AgreementState.SIGNED, DAY)),
    }
    told: Mapping[str, object] = {
        "number": 1,
        "party": "Almby kommun",
        "name": "Almby",
        "first": YEAR.first,
        "last": YEAR.last,
        "reference": "§ 41",
        "history": history.get(state, (AgreementEntry(state, DAY),)),
        **terms,
    }
    return ServiceAgreement(parts=parts or (part("3011", 600_000),), **told)  # type: ignore[arg-type]
