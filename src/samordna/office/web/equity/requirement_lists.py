"""Which lists does the page of the balance requirement have, and what does each form of them do?"""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any, Final, Generic, TypeVar

from django import forms
from django.http import QueryDict

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.plan.balance_requirement.judged import Adjustment, AdjustmentKind, Grounds
from samordna.domain.plan.balance_requirement.restoring import EarlierDeficit, RecoveryPlan
from samordna.domain.plan.balance_requirement.said import Occasion
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import ProblemKind, Refused, Severity
from samordna.office import actions, questions
from samordna.office.questions import SaidOf
from samordna.office.web.equity.equity_form import (
    AdjustmentForm,
    EarlierDeficitForm,
    GroundsForm,
    RecoveryForm,
    fiscal_year,
    held_plan,
)
from samordna.office.web.forms.plan_fields import typed_amount
from samordna.office.web.pages.said_things import InWords, SaidList, Tried, entries, new_form, thing_of, tried_in

T = TypeVar("T")

NO_SUCH_THING: Final = ProblemKind(
    "balance-requirement-no-such-thing",
    Severity.REFUSE,
    swedish("Det som formuläret gäller finns inte."),
    swedish("Välj på sidan igen, och spara."),
)


class Kind(ABC, Generic[T]):
    """A list of the page: what stands in it, its form, and what the form does."""

    id: str
    what: str
    title: str
    note: str
    none: str
    add: str
    headings: tuple[str, str, str]
    deed: Deed
    form_type: type[Any]

    @property
    @abstractmethod
    def things(self) -> tuple[SaidOf[T], ...]:
        """What stands in it."""

    @abstractmethod
    def words(self, one: SaidOf[T], value: T) -> InWords:
        """Return a thing in words."""

    @abstractmethod
    def held(self, one: SaidOf[T], value: T) -> Mapping[str, object]:
        """Return what the form of a thing holds."""

    @abstractmethod
    def save(self, thing: str, form: Any, *, by: Actor, seen: int | None) -> None:
        """Say what a form says."""

    @abstractmethod
    def take_back(self, one: SaidOf[T], *, by: Actor, seen: int | None) -> None:
        """Take a thing back."""

    def find(self, thing: str) -> SaidOf[T] | None:
        """Return what a form is of; None for a new thing."""
        return next((one for one in self.things if thing_of(one) == thing), None)

    def year_of(self, thing: str, form: Any) -> Period:
        """Return the months that a form is of: those of the thing that is there, or of the year that was typed."""
        one = self.find(thing)
        return one.period if one else fiscal_year(int(form.said("year")))

    def withdraw(self, thing: str, *, by: Actor, seen: int | None) -> None:
        """Take back what a form is of. Raises ``Refused`` when it is nothing that is there."""
        one = self.find(thing)
        if one is None:
            raise Refused([NO_SUCH_THING.at(swedish("balanskravet"))])
        self.take_back(one, by=by, seen=seen)

    def form(self, thing: str, data: QueryDict | None = None) -> Any:
        """Return the form of a thing that is there, or of a new one."""
        one = self.find(thing)
        held = self.held(one, one.holds) if one and one.holds is not None else None
        return self.form_type(f"{self.id}-{thing or 'ny'}", data, held)

    def shown(self, by: Actor, tried: Tried | None) -> SaidList:
        """Return the list as the page shows it."""
        mine = tried_in(tried, self.id)
        listed = entries(self.things, self.words, self._form_of, mine)
        action = f"/eget-kapital/balanskrav/{self.address}/"
        new = new_form(mine, self.form(""), listed)
        return SaidList(
            self.id, self.title, self.note, self.none, self.add, action, self.headings, listed, new, by.may(self.deed)
        )

    @property
    def address(self) -> str:
        """The last word of the address that its form is sent to."""
        return self.id

    def _form_of(self, one: SaidOf[T], _value: T) -> forms.Form:
        form: forms.Form = self.form(thing_of(one))
        return form


class _Adjustments(Kind[Adjustment]):
    id = "justeringar"
    what = swedish("Beloppet")
    title = swedish("Justeringar")
    note = swedish("Det som balanskravet bortser från: vinster på sålda tillgångar, och värdepapper som inte är sålda.")
    none = swedish("Inget är inlagt: resultatet räknas som det är.")
    add = swedish("Lägg in en justering")
    headings = (swedish("Post"), swedish("Belopp"), swedish("Källa"))
    deed = Deed.ADJUST_BALANCE
    form_type = AdjustmentForm
    address = "justering"

    @property
    def things(self) -> tuple[SaidOf[Adjustment], ...]:
        return questions.requirement_said().adjustments

    def words(self, one: SaidOf[Adjustment], value: Adjustment) -> InWords:
        name = f"{one.period.start.year}: {value.kind.name_in_words}"
        return InWords(name, f"{typed_amount(value.amount)} kr", value.source)

    def held(self, one: SaidOf[Adjustment], value: Adjustment) -> Mapping[str, object]:
        amount = typed_amount(value.amount)
        return {"year": one.period.start.year, "kind": value.kind.value, "amount": amount, "source": value.source}

    def save(self, thing: str, form: AdjustmentForm, *, by: Actor, seen: int | None) -> None:
        actions.adjust_result(self.year_of(thing, form), form.adjustment, by=by, seen=seen)

    def take_back(self, one: SaidOf[Adjustment], *, by: Actor, seen: int | None) -> None:
        actions.withdraw_adjustment(one.period, AdjustmentKind(one.key), by=by, seen=seen)


class _Grounds(Kind[Grounds]):
    id = "skal"
    what = swedish("Skälet")
    title = swedish("Synnerliga skäl")
    note = swedish(
        "En budget med underskott kräver synnerliga skäl i budgetbeslutet (KL 11 kap. 5 §). Ett underskott behöver "
        "inte återställas om styrelsen har beslutat om synnerliga skäl (13 §)."
    )
    none = swedish("Inga skäl är åberopade.")
    add = swedish("Åberopa synnerliga skäl")
    headings = (swedish("År"), swedish("Skäl"), swedish("Beslut"))
    deed = Deed.CITE_GROUNDS
    form_type = GroundsForm

    @property
    def things(self) -> tuple[SaidOf[Grounds], ...]:
        return questions.requirement_said().grounds

    def words(self, one: SaidOf[Grounds], value: Grounds) -> InWords:
        name = f"{one.period.start.year}, {Occasion(one.key).in_words}"
        return InWords(name, value.reason, value.decision)

    def held(self, one: SaidOf[Grounds], value: Grounds) -> Mapping[str, object]:
        year = one.period.start.year
        return {"year": year, "occasion": one.key, "reason": value.reason, "decision": value.decision}

    def save(self, thing: str, form: GroundsForm, *, by: Actor, seen: int | None) -> None:
        occasion = Occasion(form.said("occasion"))
        actions.cite_grounds(self.year_of(thing, form), occasion, form.grounds, by=by, seen=seen)

    def take_back(self, one: SaidOf[Grounds], *, by: Actor, seen: int | None) -> None:
        actions.withdraw_grounds(one.period, Occasion(one.key), by=by, seen=seen)


class _Earlier(Kind[EarlierDeficit]):
    id = "tidigare"
    what = swedish("Underskottet")
    title = swedish("Underskott före den första inlästa bokföringen")
    note = swedish("Det som återstod att återställa av år som inte är inlästa.")
    none = swedish("Inget är inlagt.")
    add = swedish("Lägg in ett tidigare underskott")
    headings = (swedish("År"), swedish("Kvar att återställa"), swedish("Källa"))
    deed = Deed.ADJUST_BALANCE
    form_type = EarlierDeficitForm

    @property
    def things(self) -> tuple[SaidOf[EarlierDeficit], ...]:
        return questions.requirement_said().earlier

    def words(self, _one: SaidOf[EarlierDeficit], value: EarlierDeficit) -> InWords:
        return InWords(str(value.year), f"{typed_amount(value.amount)} kr", value.source)

    def held(self, _one: SaidOf[EarlierDeficit], value: EarlierDeficit) -> Mapping[str, object]:
        return {"year": value.year, "amount": typed_amount(value.amount), "source": value.source}

    def save(self, thing: str, form: EarlierDeficitForm, *, by: Actor, seen: int | None) -> None:
        actions.enter_earlier_deficit(self.year_of(thing, form), form.deficit, by=by, seen=seen)

    def take_back(self, one: SaidOf[EarlierDeficit], *, by: Actor, seen: int | None) -> None:
        actions.withdraw_earlier_deficit(one.period, by=by, seen=seen)


class _Recovery(Kind[RecoveryPlan]):
    id = "atgardsplan"
    what = swedish("Åtgärdsplanen")
    title = swedish("Åtgärdsplan")
    note = swedish("Ett underskott ska återställas de tre åren närmast efter (KL 11 kap. 12 §). Planen säger hur.")
    none = swedish("Ingen åtgärdsplan är inlagd.")
    add = swedish("Lägg in en åtgärdsplan")
    headings = (swedish("Underskottets år"), swedish("Återställs"), swedish("Beslut"))
    deed = Deed.PLAN_RECOVERY
    form_type = RecoveryForm

    @property
    def things(self) -> tuple[SaidOf[RecoveryPlan], ...]:
        return questions.requirement_said().plans

    def words(self, _one: SaidOf[RecoveryPlan], value: RecoveryPlan) -> InWords:
        steps = "; ".join(f"{step.year}: {typed_amount(step.amount)} kr" for step in value.steps)
        return InWords(str(value.deficit_year), steps, value.decision)

    def held(self, _one: SaidOf[RecoveryPlan], value: RecoveryPlan) -> Mapping[str, object]:
        return held_plan(value)

    def save(self, thing: str, form: RecoveryForm, *, by: Actor, seen: int | None) -> None:
        actions.plan_recovery(self.year_of(thing, form), form.plan, by=by, seen=seen)

    def take_back(self, one: SaidOf[RecoveryPlan], *, by: Actor, seen: int | None) -> None:
        actions.withdraw_recovery(one.period, by=by, seen=seen)


KINDS: Final[Mapping[str, Kind[Any]]] = {one.id: one for one in (_Recovery(), _Grounds(), _Adjustments(), _Earlier())}
"""The lists, in the order of the page."""


def requirement_lists(by: Actor, tried: Tried | None) -> tuple[SaidList, ...]:
    """Return the lists as the page shows them; ``tried`` is the form that could not be taken."""
    return tuple(kind.shown(by, tried) for kind in KINDS.values())
