"""Which forms say who the members are, how the key shares, what somebody weighs and how many live there?"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from django import forms
from django.http import QueryDict

from samordna.domain.association.association import Association
from samordna.domain.association.key import AgreedWeight, AllocationKey, Basis, CountDay, GroupPart
from samordna.domain.association.members import Member, Party
from samordna.domain.association.population import PopulationCount
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.unit import KRONOR, THOUSANDS
from samordna.office.web.forms.plan_fields import DayField
from samordna.office.web.forms.whole_field import WholeField

_LONGEST: Final = 1_000
_NAME: Final = 200
_NO_DAY: Final = swedish("”{text}” är ingen dag på året. Skriv månad och dag, till exempel 06-30.")
_UNITS: Final = ((KRONOR.code, swedish("hela kronor")), (THOUSANDS.code, swedish("hela tusental kronor")))
_BASES: Final = tuple((basis.value, basis.in_words.capitalize()) for basis in Basis)
PARTIES: Final = tuple((party.value, party.in_words[:1].upper() + party.in_words[1:]) for party in Party)
_COUNT: Final = "count-"


def day_field(label: str, help_text: str = "", *, required: bool = False) -> forms.DateField:
    """Return a field for a day, as ``2024-06-30``."""
    return DayField(label=label, help_text=help_text, required=required)


def source_field(help_text: str = "", *, required: bool = True) -> forms.CharField:
    """Return a field for where something is written."""
    return forms.CharField(label=swedish("Källa"), help_text=help_text, max_length=_LONGEST, required=required)


def ids(what: str, name: str) -> str:
    """Return how the fields of a line are known on a page that has one form a line, whatever signs its name has."""
    return f"{what}-{name}-".replace("%", "%%") + "%s"


class MemberForm(forms.Form):
    """Who a member is. ``held`` is the one that is changed, None for a new one; a code that is there stays."""

    code = forms.CharField(
        label=swedish("Kod"),
        help_text=swedish("En kommuns kod med fyra siffror, till exempel 1490; då kan folkmängden hämtas från SCB."),
        max_length=60,
    )
    name = forms.CharField(label=swedish("Namn"), max_length=_NAME)
    party = forms.ChoiceField(label=swedish("Part"), choices=PARTIES)
    group = forms.ChoiceField(label=swedish("Betalar i gruppen"))
    joined = day_field(swedish("Medlem från"), swedish("Tomt: från början."))
    left = day_field(swedish("Medlem till och med"), swedish("Tomt: tills vidare."))
    weight = WholeField(
        label=swedish("Vikt"),
        help_text=swedish("Bara i en grupp som delas efter avtalade vikter; den som är ensam i sin grupp har 1."),
        required=False,
    )
    source = source_field(swedish("Var vikten står, till exempel förbundsordningen."), required=False)

    def __init__(self, association: Association, data: QueryDict | None = None, *, held: Member | None = None) -> None:
        initial: dict[str, object] = (
            _member(held) if held else {"party": Party.MUNICIPAL.value, "group": _last_group(association)}
        )
        super().__init__(data, initial=initial, label_suffix="", auto_id=ids("medlem", held.code if held else "ny"))
        self._association, self._held = association, held
        groups = [(group.id, group.name) for group in association.groups]
        self.fields["group"] = forms.ChoiceField(label=swedish("Betalar i gruppen"), choices=groups)
        if held:
            for name in ("code", "weight", "source"):
                del self.fields[name]
        self.order_fields(("code", "name", "party", "group", "joined", "left", "weight", "source"))

    @property
    def member(self) -> Member:
        """What was said; ask it of a form that is valid."""
        said = self.cleaned_data
        code = self._held.code if self._held else said["code"].strip()
        return Member(code, said["name"].strip(), Party(said["party"]), said["group"], said["joined"], said["left"])

    @property
    def new_weight(self) -> AgreedWeight | None:
        """What a new member weighs, when that was said, from its first day or that of the first key."""
        said = self.cleaned_data
        if said.get("weight") is None:
            return None
        begins = min((key.since for key in self._association.keys), default=dt.date(1900, 1, 1))
        return AgreedWeight(self.member.code, said["weight"], said["joined"] or begins, said["source"])


def _last_group(association: Association) -> str:
    return association.groups[-1].id if association.groups else ""


def _member(held: Member) -> dict[str, object]:
    return {
        "name": held.name,
        "party": held.party.value,
        "group": held.group,
        "joined": held.joined,
        "left": held.left,
    }


class KeyForm(forms.Form):
    """How the whole is shared: a weight for each group, and what each is shared by within."""

    since = day_field(
        swedish("Gäller från"), swedish("Ett år delas efter den nyckel som gäller årets första dag."), required=True
    )
    unit = forms.ChoiceField(label=swedish("Delarna blir"), choices=_UNITS)
    counted = forms.CharField(
        label=swedish("Folkmängd per"),
        help_text=swedish("Dag året före, som månad-dag: 06-30 eller 12-31."),
        max_length=5,
    )
    source = source_field(swedish("Till exempel Förbundsordningen 9 §."))

    def __init__(
        self, association: Association, data: QueryDict | None = None, *, since: dt.date | None = None
    ) -> None:
        latest = max(association.keys, key=lambda key: key.since, default=None)
        super().__init__(data, initial=_key(latest, since), label_suffix="", auto_id=ids("nyckel", "ny"))
        self._groups = association.groups
        for group in association.groups:
            part = latest.part_of(group.id) if latest else None
            self.fields[f"weight-{group.id}"] = WholeField(
                label=swedish("{group}, vikt").format(group=group.name),
                required=False,
                initial=part.weight if part else "",
            )
            self.fields[f"basis-{group.id}"] = forms.ChoiceField(
                label=swedish("{group} delas inom sig efter").format(group=group.name),
                choices=_BASES,
                initial=part.basis.value if part else Basis.AGREED.value,
            )

    def clean_counted(self) -> CountDay:
        """Return the day of the year; whether it is one in every year is not this form's to say."""
        text = str(self.cleaned_data["counted"]).strip()
        found = re.fullmatch(r"([0-9]{1,2})-([0-9]{1,2})", text)
        if not found:
            raise forms.ValidationError(_NO_DAY.format(text=text))
        return CountDay(int(found[1]), int(found[2]))

    @property
    def plain(self) -> Iterator[forms.BoundField]:
        """The fields besides those of the groups."""
        return (self[name] for name in ("since", "unit", "counted", "source"))

    @property
    def parts(self) -> Iterator[tuple[str, tuple[forms.BoundField, forms.BoundField]]]:
        """The fields of each group, with its name."""
        for group in self._groups:
            yield group.name, (self[f"weight-{group.id}"], self[f"basis-{group.id}"])

    @property
    def key(self) -> AllocationKey:
        """What was said; ask it of a form that is valid. A group without a weight has no part."""
        said = self.cleaned_data
        unit = THOUSANDS if said["unit"] == THOUSANDS.code else KRONOR
        return AllocationKey(
            said["since"], tuple(said_parts(self._groups_said())), said["source"], unit, said["counted"]
        )

    def _groups_said(self) -> Iterator[tuple[str, int | None, str]]:
        said = self.cleaned_data
        for group in self._groups:
            yield group.id, said[f"weight-{group.id}"], said[f"basis-{group.id}"]


def said_parts(told: Iterator[tuple[str, int | None, str]]) -> Iterator[GroupPart]:
    """Yield the parts that weights and bases of groups make."""
    for group, weight, basis in told:
        if weight is not None:
            yield GroupPart(group, weight, Basis(basis))


def _key(latest: AllocationKey | None, since: dt.date | None) -> dict[str, object]:
    told: dict[str, object] = {"since": since, "unit": KRONOR.code, "counted": "06-30"}
    if latest:
        told |= {"unit": latest.unit.code, "counted": f"{latest.counted.month:02d}-{latest.counted.day:02d}"}
    return told


class WeightForm(forms.Form):
    """What a member is agreed to weigh within its group."""

    member = forms.ChoiceField(label=swedish("Medlem"))
    weight = WholeField(label=swedish("Vikt"))
    since = day_field(swedish("Gäller från"), required=True)
    source = source_field(swedish("Till exempel ett avtal eller förbundsordningen."))

    def __init__(self, association: Association, data: QueryDict | None = None) -> None:
        super().__init__(data, label_suffix="", auto_id=ids("vikt", "ny"))
        members = [(one.code, one.name) for one in association.members]
        self.fields["member"] = forms.ChoiceField(label=swedish("Medlem"), choices=members)
        self.order_fields(("member", "weight", "since", "source"))

    @property
    def agreed(self) -> AgreedWeight:
        """What was said; ask it of a form that is valid."""
        said = self.cleaned_data
        return AgreedWeight(said["member"], said["weight"], said["since"], said["source"])


class PopulationForm(forms.Form):
    """How many live in each member's area on a day; a member that nothing is typed for is left as it is."""

    day = day_field(swedish("Folkmängd den"), required=True)
    source = source_field(swedish("Till exempel SCB, Folkmängd i riket, län och kommuner 30 juni 2024."))

    def __init__(
        self, members: Sequence[Member], data: QueryDict | None = None, *, initial: dict[str, object] | None = None
    ) -> None:
        super().__init__(data, initial=initial, label_suffix="", auto_id=ids("folkmangd", "ny"))
        self._members = members
        for one in members:
            self.fields[f"{_COUNT}{one.code}"] = WholeField(label=one.name, required=False)

    def clean(self) -> dict[str, Any]:
        """Ask for at least one number."""
        said = super().clean() or {}
        if not self.errors and not any(said.get(f"{_COUNT}{one.code}") is not None for one in self._members):
            raise forms.ValidationError(swedish("Skriv folkmängden för minst en medlem."))
        return said

    @property
    def counts(self) -> tuple[PopulationCount, ...]:
        """What was said; ask it of a form that is valid."""
        said = self.cleaned_data
        told = ((one.code, said[f"{_COUNT}{one.code}"]) for one in self._members)
        return tuple(
            PopulationCount(code, count, said["day"], said["source"]) for code, count in told if count is not None
        )


def population_initial(association: Association, members: Sequence[Member], day: dt.date) -> dict[str, object]:
    """Return what the form of a day's populations holds before anybody types: those that are there."""
    held = {one.member: one for one in association.populations if one.reference_date == day}
    told: dict[str, object] = {"day": day}
    for one in members:
        if one.code in held:
            told[f"{_COUNT}{one.code}"] = swedish_number(held[one.code].count)
            told["source"] = held[one.code].source
    return told


class PopulationFileForm(forms.Form):
    """A file with populations."""

    file = forms.FileField(
        label=swedish("Fil med folkmängd"),
        help_text=swedish("folkmangd.csv med rubrikerna Medlem;Folkmängd;Dag;Källa."),
    )


AT: Final = {
    "association-member-twice": "code",
    "association-member-without-name": "name",
    "association-member-of-unknown-group": "group",
    "association-left-before-joined": "left",
    "association-negative-weight": "weight",
    "association-population-nobody": "count",
    "association-weight-twice": "weight",
    "association-weight-of-unknown": "member",
    "association-no-such-day": "counted",
    "association-key-twice": "since",
    "financing-member-there": "code",
    "financing-without-source": "source",
    "financing-agreed-with-unknown": "left",
}
"""The field that each problem is told at."""
