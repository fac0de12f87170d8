"""How are the values of a trail entry told to a person?"""

import datetime as dt
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from django.utils import timezone

from samordna.access.models import Role
from samordna.domain.ledger.dimensions import Role as DimensionRole
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import ProblemKind

_NAMES: Final = {
    "accounts": swedish("konton"),
    "against": swedish("jämförd med inläsning"),
    "agreed": swedish("bestämt"),
    "amount": swedish("belopp"),
    "amounts": swedish("belopp"),
    "answered": swedish("svarade"),
    "arrived": swedish("kom till kansliet"),
    "asked": swedish("fick frågan"),
    "attachment": swedish("underlag nummer"),
    "audience": swedish("för vem"),
    "budgeted": swedish("budgeterat antal"),
    "by_when": swedish("klart senast"),
    "category": swedish("kategori"),
    "booked_on": swedish("bokförs på"),
    "budget_lines": swedish("rader i budgeten"),
    "cells": swedish("ifyllda rutor"),
    "change": swedish("ändring"),
    "characters": swedish("tecken"),
    "columns": swedish("kolumner"),
    "comment": swedish("kommentar"),
    "contact": swedish("kontakt"),
    "count": swedish("antal"),
    "counts": swedish("talet räknar"),
    "current": swedish("gäller"),
    "deed": swedish("händelse"),
    "digest": swedish("rapportens kontrollsumma"),
    "direction": swedish("inriktning"),
    "done": swedish("klart"),
    "draft": swedish("inlämnad fil nummer"),
    "due": swedish("sista dag"),
    "exact": swedish("värde, i minsta enhet"),
    "expected": swedish("belopp i prognosen"),
    "expires_at": swedish("gäller till"),
    "figure": swedish("uppgift"),
    "figures": swedish("uppgifter"),
    "file_name": swedish("fil"),
    "first": swedish("från och med"),
    "format": swedish("format"),
    "found": swedish("vad som hittades"),
    "from_year": swedish("från räkenskapsår"),
    "groups": swedish("grupper"),
    "heads": swedish("antal personer"),
    "how": swedish("lämnat i"),
    "imports": swedish("inläsningar"),
    "is_active": swedish("får logga in"),
    "keys": swedish("fördelningsnycklar"),
    "kind": swedish("slag"),
    "last": swedish("till och med"),
    "layout": swedish("uppställning"),
    "layout_revision": swedish("uppställning efter ändring nummer"),
    "line": swedish("rad"),
    "links": swedish("tidigare länkar"),
    "measures": swedish("mått"),
    "mailed": swedish("skickad med e-post"),
    "may_be_taken": swedish("kan läsas in"),
    "mean": swedish("medelvärde"),
    "media_type": swedish("slag av fil"),
    "members": swedish("medlemmar"),
    "name": swedish("namn"),
    "note": swedish("skäl att läsa in trots varningar"),
    "number": swedish("nummer"),
    "occasion": swedish("frystes för"),
    "organisation_number": swedish("organisationsnummer"),
    "performers": swedish("utförare"),
    "period": swedish("period"),
    "places": swedish("platser"),
    "populations": swedish("folkmängder"),
    "postings": swedish("rader"),
    "profile": swedish("fördelning"),
    "purpose": swedish("vad länken är till"),
    "questions": swedish("frågor"),
    "queue": swedish("personer i kö"),
    "reason": swedish("skäl"),
    "reconciled": swedish("avstämt"),
    "reference": swedish("beslut"),
    "refused": swedish("bara det som vägrades"),
    "registered": swedish("registrerad i Uppföljning Finsam"),
    "report": swedish("rapport nummer"),
    "revision": swedish("ändring nummer"),
    "role": swedish("roll"),
    "roles": swedish("dimensioner"),
    "rows": swedish("rader i filen"),
    "rule": swedish("så räknas de"),
    "same": swedish("lika som när den gjordes"),
    "sha256": swedish("filens kontrollsumma"),
    "shares": swedish("andelar i procent"),
    "signs": swedish("tecken"),
    "size": swedish("storlek i byte"),
    "source": swedish("källa"),
    "state": swedish("läge"),
    "tables": swedish("tabeller"),
    "terms": swedish("villkor"),
    "unit": swedish("enhet"),
    "version": swedish("version"),
    "vouchers": swedish("verifikationer"),
    "waiting_weeks": swedish("väntetid i veckor"),
    "weights": swedish("avtalade vikter"),
    "who": swedish("vem"),
    "withdrawn": swedish("borttaget"),
    "words": swedish("ord"),
}
_DIGESTS: Final = frozenset({"digest", "sha256"})
"""What proves that something is the same, and tells nothing: it stands last."""

_FIELD: Final = re.compile(r"\{\w+\}")
_DIMENSION: Final = "role of a dimension"
_DIMENSION_ROLES: Final = {role.value: role.in_words for role in DimensionRole}
_ROLES: Final = {role.value: str(role.label) for role in Role}


@dataclass(frozen=True, slots=True)
class ChangedValue:
    """What a value was before a deed and after it, in words; empty where there was none."""

    name: str
    old: str
    new: str


def changed_values(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[ChangedValue, ...]:
    """Return the values of an entry by name, in Swedish where they have one; those of a refusal are the reasons."""
    keys = {*old, *new} - {"problems"}
    named = sorted((key in _DIGESTS, _NAMES.get(key, key), key) for key in keys)
    found = (ChangedValue(name, _said(key, old.get(key)), _said(key, new.get(key))) for _, name, key in named)
    told = (one for one in found if one.old or one.new)
    return (*told, *(_reason(problem) for problem in new.get("problems", ())))


def _reason(problem: Mapping[str, str]) -> ChangedValue:
    """Return why something was refused: where, and what kinds like it say. What was found there the trail never had."""
    code = problem.get("code", "")
    said = _FIELD.sub("…", _sentences().get(code, code))
    return ChangedValue(swedish("vägrat för"), "", f"{problem.get('place', '')}: {said}")


@cache
def _sentences() -> Mapping[str, str]:
    """Return what each kind of problem says, by its code: the kinds of every room, from their tables."""
    ours = [(name, module) for name, module in sys.modules.items() if name.startswith("samordna.")]
    tables = [module for name, module in ours if name.endswith("problems")]
    return {kind.code: kind.found for table in tables for kind in vars(table).values() if isinstance(kind, ProblemKind)}


def _said(name: str, value: object) -> str:
    if isinstance(value, bool):
        return swedish("ja") if value else swedish("nej")
    if isinstance(value, list):
        return ", ".join(_said("", one) for one in value)
    if isinstance(value, dict):
        inner = _DIMENSION if name == "roles" else ""
        return ", ".join(f"{_NAMES.get(key, key)} {_said(inner or key, one)}" for key, one in value.items())
    text = "" if value is None else str(value)
    if name == "role":
        return _ROLES.get(text, text)
    if name == _DIMENSION:
        return _DIMENSION_ROLES.get(text, text)
    return _moment(text) if name.endswith("_at") else text


def _moment(text: str) -> str:
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        return text
    return f"{timezone.localtime(moment):%Y-%m-%d %H.%M}" if timezone.is_aware(moment) else text
