"""The counts of the two demo associations as values, without a database."""

import csv
from functools import cache
from importlib.resources import files

from samordna.domain.participation.asked import Asked, Named
from samordna.domain.participation.by_municipality import told_by_place
from samordna.domain.participation.code_lists import OCCASION, Code, CodeList, municipalities
from samordna.domain.participation.combining import Counted, Series, counted
from samordna.domain.participation.counts_report import CountsReport
from samordna.domain.participation.stated import StatedTotal
from samordna.domain.participation.tables import INDIVIDUAL, STRUCTURAL
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem
from samordna.sources.counts import read_counts_table, read_stated_totals

INTERIM = Period(202401, 202408)
NAME = "siffror-2024-01--2024-08.csv"
ASSOCIATIONS = {
    "insjoriket": Named("222000-2071", "Samordningsförbundet Insjöriket"),
    "sjuharad": Named("222000-1966", "Sjuhärads samordningsförbund"),
}
ACTIVERA = Named("activera", "ACTivera")
TRAINING = Named("gemensamma-utbildningar", "Gemensamma utbildningar")
POWER = Named("aktiv-kraft", "Aktiv Kraft")
GREEN = Named("grona-vagen-framat", "Gröna Vägen Framåt")
MEETINGS = Named("lokala-moten-utbildning-och-metodutveckling", "Lokala möten, utbildning och metodutveckling")
UNITS = {
    "insjoriket": {
        ACTIVERA: ("ACTivera Mölndal", "ACTivera Partille", "ACTivera Härryda", "ACTivera Lerum", "ACTivera Alingsås"),
        TRAINING: ("Kansliet",),
    },
    "sjuharad": {
        POWER: tuple(
            f"Aktiv Kraft {municipality}"
            for municipality in (
                "Bollebygd", "Borås", "Herrljunga", "Mark", "Svenljunga", "Tranemo", "Ulricehamn", "Vårgårda",
            )
        ),
        GREEN: ("Gröna Vägen Framåt",),
        MEETINGS: ("Kansliet",),
    },
}  # fmt: skip
LEFT_OUT = {
    "insjoriket": {"anonymous", "referrals_by_municipality", "starts_by_municipality"},
    "sjuharad": {"referrals_by_municipality", "starts_by_municipality"},
}
ALSO: dict[str, tuple[str, ...]] = {"insjoriket": ("exits_by_income_transition",), "sjuharad": ()}
OCCASIONS = {
    TRAINING: (
        Code("act", "ACT"), Code("jmt", "JobMatch Talent"), Code("sgi", "SGI noll, AF och FK"), Code("bip", "BIP"),
    ),
    MEETINGS: (Code("theme", "Tematiska träffar"), Code("training", "Utbildningsdagar")),
}  # fmt: skip


def asked_of(association: str) -> list[Asked]:
    """Return what every unit of an association is asked."""
    return [
        Asked(
            ASSOCIATIONS[association],
            Named(key(unit), unit),
            activity,
            INTERIM,
            STRUCTURAL
            if activity in OCCASIONS
            else (*(one for one in INDIVIDUAL if one not in LEFT_OUT[association]), *ALSO[association]),
            (CodeList(OCCASION.key, OCCASION.name, OCCASIONS.get(activity, ())),),
        )
        for activity, units in UNITS[association].items()
        for unit in units
    ]


def key(unit: str) -> str:
    return unit.casefold().replace(" ", "-").translate(str.maketrans("åäö", "aao"))


def file_of(association: str, name: str = NAME) -> bytes:
    return (files("samordna.demo") / "counts" / association / name).read_bytes()


@cache
def reports_of(association: str) -> tuple[CountsReport, ...]:
    readings = read_counts_table(NAME, file_of(association), asked_of(association))
    assert all(reading.report for reading in readings), [str(one) for reading in readings for one in reading.problems]
    return tuple(reading.report for reading in readings if reading.report)


def told_of(association: str) -> list[Problem]:
    """Return everything that is told of an association's counts when they are read."""
    readings = read_counts_table(NAME, file_of(association), asked_of(association))
    return [problem for reading in readings for problem in reading.problems]


@cache
def counted_of(association: str) -> Counted:
    return told_by_place(counted(reports_of(association), INTERIM), only_from(association))


def only_from(association: str) -> dict[Series, str]:
    """Return the municipality of each unit that receives from one only, as the demo's register says."""
    lines = rows_of(association, "utforare.csv")
    told = {Series(key(one["Insats"]), key(one["Enhet"])): one.get("Bara från", "") for one in lines}
    return {whose: code for whose, code in told.items() if code}


def municipalities_of(association: str) -> CodeList:
    lines = rows_of(association, "medlemmar.csv")
    return municipalities((one["Kod"], one["Namn"]) for one in lines if one["Part"] == "kommun")


def rows_of(association: str, name: str) -> list[dict[str, str]]:
    text = (files("samordna.demo") / "inputs" / association / name).read_text("utf-8-sig")
    return list(csv.DictReader(text.splitlines(), delimiter=";"))


def stated_of(association: str) -> tuple[StatedTotal, ...]:
    reading = read_stated_totals("angivna-summor.csv", file_of(association, "angivna-summor.csv"))
    assert reading.problems == ()
    return reading.totals
