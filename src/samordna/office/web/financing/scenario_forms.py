"""Which forms say what is to be tried: another allotment, a member that comes or goes, another key?"""

from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

from django import forms
from django.http import QueryDict

from samordna.domain.association.association import Association
from samordna.domain.association.key import Basis
from samordna.domain.association.members import Member, Party
from samordna.domain.plan.financing.scenario import AllotmentChange, Change, Leaving, NewKey, Others, joining
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.office.web.financing.members_forms import PARTIES, day_field, ids, said_parts
from samordna.office.web.financing.scenario_words import tried_key
from samordna.office.web.forms.percent_field import PercentField
from samordna.office.web.forms.whole_field import WholeField


class ScenarioForm(forms.Form):
    """A change to try; each kind of change has a form of its own."""

    kind = ""

    def __init__(self, association: Association, year: Period, data: QueryDict | None = None) -> None:
        super().__init__(data, label_suffix="", auto_id=ids("prova", self.kind))
        self.association, self.year = association, year
        self.prepare()

    def prepare(self) -> None:
        """Give the fields what there is to choose among."""

    @property
    def change(self) -> Change:
        """What was said; ask it of a form that is valid."""
        raise NotImplementedError


class AllotmentChangeForm(ScenarioForm):
    """A group's allotment becomes another."""

    kind = "tilldelning"
    group = forms.ChoiceField(label=swedish("Tilldelning från"))
    percent = PercentField(least=-100, label=swedish("Ändras med, %"), initial="-10")
    others = forms.ChoiceField(
        label=swedish("De andra grupperna"),
        choices=(
            (Others.STAND.value, swedish("betalar som i planen")),
            (Others.FOLLOW.value, swedish("följer nyckeln")),
        ),
    )

    def prepare(self) -> None:
        """Offer the groups."""
        groups = [(group.id, group.name) for group in self.association.groups]
        self.fields["group"] = forms.ChoiceField(label=swedish("Tilldelning från"), choices=groups)
        self.order_fields(("group", "percent", "others"))

    @property
    def change(self) -> Change:
        """What was said."""
        said = self.cleaned_data
        return AllotmentChange(said["group"], said["percent"], Others(said["others"]))


class LeavingForm(ScenarioForm):
    """A member goes."""

    kind = "lamnar"
    member = forms.ChoiceField(label=swedish("Medlem som lämnar"))
    last = day_field(swedish("Sista dag"), required=True)

    def prepare(self) -> None:
        """Offer who is a member in the year."""
        members = [(one.code, one.name) for one in self.association.members if one.days_in(self.year)]
        self.fields["member"] = forms.ChoiceField(label=swedish("Medlem som lämnar"), choices=members)
        self.order_fields(("member", "last"))

    @property
    def change(self) -> Change:
        """What was said."""
        return Leaving(self.cleaned_data["member"], self.cleaned_data["last"])


class JoiningForm(ScenarioForm):
    """A member comes."""

    kind = "ny"
    code = forms.CharField(label=swedish("Kod"), help_text=swedish("En kod som ingen medlem har."), max_length=60)
    name = forms.CharField(label=swedish("Namn"), max_length=200)
    party = forms.ChoiceField(label=swedish("Part"), choices=PARTIES, initial=Party.MUNICIPAL.value)
    group = forms.ChoiceField(label=swedish("Betalar i gruppen"))
    joined = day_field(swedish("Första dag"), required=True)
    weight = WholeField(
        label=swedish("Folkmängd eller vikt"),
        help_text=swedish("Det som gruppen delas efter: folkmängd på nyckelns dag, eller en vikt."),
    )

    def prepare(self) -> None:
        """Offer the groups."""
        groups = [(group.id, group.name) for group in self.association.groups]
        last = groups[-1][0] if groups else ""
        self.fields["group"] = forms.ChoiceField(label=swedish("Betalar i gruppen"), choices=groups, initial=last)
        self.order_fields(("code", "name", "party", "group", "joined", "weight"))

    @property
    def change(self) -> Change:
        """What was said."""
        said = self.cleaned_data
        member = Member(said["code"].strip(), said["name"].strip(), Party(said["party"]), said["group"], said["joined"])
        return joining(self.association, self.year, member, said["weight"])


class NewKeyForm(ScenarioForm):
    """The key becomes another."""

    kind = "nyckel"

    def prepare(self) -> None:
        """Ask for a weight and a basis of each group, as they are now."""
        held = self.association.key_of(self.year)
        for group in self.association.groups:
            part = held.part_of(group.id) if held else None
            self.fields[f"weight-{group.id}"] = WholeField(
                label=swedish("{group}, vikt").format(group=group.name),
                required=False,
                initial=part.weight if part else "",
            )
            self.fields[f"basis-{group.id}"] = forms.ChoiceField(
                label=swedish("{group} delas inom sig efter").format(group=group.name),
                choices=[(basis.value, basis.in_words.capitalize()) for basis in Basis],
                initial=part.basis.value if part else Basis.AGREED.value,
            )

    @property
    def change(self) -> Change:
        """What was said."""
        return NewKey(tried_key(self.association, self.year, tuple(said_parts(self._told()))))

    def _told(self) -> Iterator[tuple[str, int | None, str]]:
        said = self.cleaned_data
        for group in self.association.groups:
            yield group.id, said[f"weight-{group.id}"], said[f"basis-{group.id}"]


Kind: TypeAlias = type[ScenarioForm]
KINDS: Final[Mapping[str, tuple[str, Kind]]] = {
    AllotmentChangeForm.kind: (swedish("En annan tilldelning"), AllotmentChangeForm),
    JoiningForm.kind: (swedish("En ny medlem"), JoiningForm),
    LeavingForm.kind: (swedish("En medlem som lämnar"), LeavingForm),
    NewKeyForm.kind: (swedish("En annan nyckel"), NewKeyForm),
}
"""The forms by kind, each with what a person calls it."""
