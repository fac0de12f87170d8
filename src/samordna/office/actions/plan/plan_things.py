"""Which things can be said of the plan, what is each called, and what is the trail told of it?"""

from collections.abc import Mapping

from samordna.domain.association.association import Association
from samordna.domain.association.population import PublishedCounts
from samordna.domain.control.closing import Closing
from samordna.domain.control.said import AccountNote, Acknowledgement
from samordna.domain.document import Comment
from samordna.domain.plan.activity_plan.adoption import PlanLife
from samordna.domain.plan.activity_plan.chapters import PlanText
from samordna.domain.plan.activity_plan.planned import ActivityPlan
from samordna.domain.plan.agreement import AgreedSum, Contribution
from samordna.domain.plan.agreements.differences import terms_in_words
from samordna.domain.plan.agreements.terms import ServiceAgreement
from samordna.domain.plan.booking_order import BookingOrder
from samordna.domain.plan.budget import Revision
from samordna.domain.plan.contributions.requisition import Requisition
from samordna.domain.plan.contributions.rules import ContributionRules
from samordna.domain.plan.financing.allotment import Allotment
from samordna.domain.plan.financing.scenario import SavedScenario
from samordna.domain.plan.financing.year import AgreedAmount, Frame
from samordna.domain.plan.forecast import ForecastNumber, FrozenForecast
from samordna.domain.plan.owed import Owed
from samordna.domain.plan.projects.claim import Claim, claim_in_words
from samordna.domain.plan.projects.project import ExternalProject
from samordna.domain.plan.register import Register
from samordna.domain.values.kronor import kr_and_ore
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.office.actions.plan.plan_saying import Thing
from samordna.office.store import plan_rows as journal


def the_register() -> Thing[Register]:
    """Return the register of cost centres."""

    def told(register: Register) -> Mapping[str, object]:
        return {"rows": len(register.rows), "groups": len(register.groups)}

    return Thing(journal.REGISTER, "", journal.ALWAYS, swedish("kostnadsställen"), told)


def budget_revision(year: Period, number: int) -> Thing[Revision]:
    """Return a decision of a year's budget by its number in the year, 1 for the first."""

    def told(revision: Revision) -> Mapping[str, object]:
        amounts = {one.row: kr_and_ore(one.amount) for one in revision.numbers}
        for_months = {f"{one.row}, {one.period.in_words}": kr_and_ore(one.amount) for one in revision.periods}
        return {
            "reference": revision.decision.reference,
            "reason": revision.decision.reason,
            "amounts": {**amounts, **for_months},
        }

    name = swedish("budget {year}, beslut {number}").format(year=year.in_words, number=number)
    return Thing(journal.BUDGET, str(number), year, name, told)


def forecast_of_row(year: Period, row: str) -> Thing[ForecastNumber]:
    """Return what a person expects of a row in a year."""

    def told(number: ForecastNumber) -> Mapping[str, object]:
        return {"amount": kr_and_ore(number.amount), "comment": number.comment}

    name = swedish("prognos {year}, {row}").format(year=year.in_words, row=row)
    return Thing(journal.FORECAST, row, year, name, told)


def frozen_forecast(year: Period, number: int) -> Thing[FrozenForecast]:
    """Return a forecast that was frozen, by its number in the year."""

    def told(frozen: FrozenForecast) -> Mapping[str, object]:
        amounts = {one.row: kr_and_ore(one.amount) for one in frozen.forecast.numbers}
        return {"occasion": frozen.occasion, "amounts": amounts}

    name = swedish("fryst prognos {year}, nummer {number}").format(year=year.in_words, number=number)
    return Thing(journal.FROZEN, str(number), year, name, told)


def agreed_sum(year: Period, row: str) -> Thing[AgreedSum]:
    """Return what is agreed for a row in a year."""

    def told(agreed: AgreedSum) -> Mapping[str, object]:
        return {"amount": kr_and_ore(agreed.amount), "profile": agreed.profile.in_words, "source": agreed.source}

    return Thing(journal.AGREED, row, year, swedish("avtal {year}, {row}").format(year=year.in_words, row=row), told)


def contribution_of(year: Period, party: str) -> Thing[Contribution]:
    """Return what a party contributes in a year."""

    def told(one: Contribution) -> Mapping[str, object]:
        expected = None if one.expected is None else kr_and_ore(one.expected)
        return {"amount": kr_and_ore(one.amount), "expected": expected, "source": one.source}

    name = swedish("bidrag {year}, {party}").format(year=year.in_words, party=party)
    return Thing(journal.CONTRIBUTION, party, year, name, told)


def agreement_of(number: int) -> Thing[ServiceAgreement]:
    """Return an agreement by its number in the register."""

    def told(agreement: ServiceAgreement) -> Mapping[str, object]:
        latest = agreement.history[-1].told if agreement.history else ""
        return {"state": agreement.state.in_words, "comment": latest, "terms": dict(terms_in_words(agreement))}

    name = swedish("avtal {number}").format(number=number)
    return Thing(journal.AGREEMENT, str(number), journal.ALWAYS, name, told)


def contribution_rules_of(year: Period) -> Thing[ContributionRules]:
    """Return how contributions are asked for and booked, from a year on."""

    def told(rules: ContributionRules) -> Mapping[str, object]:
        groups = {one.group or swedish("alla"): f"{one.rhythm.in_words}, {one.due.in_words}" for one in rules.groups}
        return {"groups": groups, "accounts": [one.in_words for one in rules.ledger]}

    name = swedish("regler för bidrag från {year}").format(year=year.in_words)
    return Thing(journal.CONTRIBUTION_RULES, "", year, name, told)


def requisition_of(requisition: Requisition) -> Thing[Requisition]:
    """Return a requisition, by its number."""

    def told(one: Requisition) -> Mapping[str, object]:
        latest = one.history[-1]
        comment = ", ".join(part for part in (latest.day.isoformat(), latest.told) if part)
        return {"who": one.name, "amount": kr_and_ore(one.amount), "state": one.state.in_words, "comment": comment}

    number, period = requisition.number, requisition.period
    return Thing(journal.REQUISITION, str(number), period, requisition.title.lower(), told)


def the_association() -> Thing[Association]:
    """Return the members of the association in their paying groups, its keys, weights and populations."""

    def told(association: Association) -> Mapping[str, object]:
        return {
            "groups": len(association.groups),
            "members": len(association.members),
            "keys": len(association.keys),
            "weights": len(association.weights),
            "populations": len(association.populations),
        }

    return Thing(journal.ASSOCIATION, "", journal.ALWAYS, swedish("medlemmar och fördelningsnyckel"), told)


def allotment_of(year: Period, group: str) -> Thing[Allotment]:
    """Return what a paying group gives for a year."""

    def told(allotment: Allotment) -> Mapping[str, object]:
        latest = allotment.history[-1]
        return {"state": latest.state.in_words, "amount": kr_and_ore(latest.amount), "source": latest.source}

    name = swedish("tilldelning {year}, {group}").format(year=year.in_words, group=group)
    return Thing(journal.ALLOTMENT, group, year, name, told)


def agreed_amount(year: Period, member: str) -> Thing[AgreedAmount]:
    """Return what a member has agreed to pay for a year."""

    def told(agreed: AgreedAmount) -> Mapping[str, object]:
        return {"amount": kr_and_ore(agreed.amount), "source": agreed.source}

    name = swedish("överenskommet bidrag {year}, {member}").format(year=year.in_words, member=member)
    return Thing(journal.AGREED_AMOUNT, member, year, name, told)


def frame_of(year: Period) -> Thing[Frame]:
    """Return all that is to be paid for a year."""

    def told(frame: Frame) -> Mapping[str, object]:
        return {"amount": kr_and_ore(frame.amount), "source": frame.source}

    return Thing(journal.FRAME, "", year, swedish("ram {year}").format(year=year.in_words), told)


def scenario_named(year: Period, name: str) -> Thing[SavedScenario]:
    """Return a scenario that somebody kept for a year, by its name."""

    def told(saved: SavedScenario) -> Mapping[str, object]:
        return {"name": saved.scenario.name, "state": saved.state.in_words, "count": len(saved.scenario.changes)}

    named = swedish("scenario {year}, {name}").format(year=year.in_words, name=name)
    return Thing(journal.SCENARIO, name, year, named, told)


def published_counts(counts: PublishedCounts) -> Thing[PublishedCounts]:
    """Return what a statistical office answered about a day, by its table and the day."""

    def told(one: PublishedCounts) -> Mapping[str, object]:
        return {"source": one.source, "populations": len(one.counts)}

    day = counts.reference_date.isoformat()
    name = swedish("folkmängd {day}, tabell {table}").format(day=day, table=counts.table)
    return Thing(journal.PUBLISHED_COUNTS, f"{counts.table}:{day}", journal.ALWAYS, name, told)


def activity_plan_of(year: Period) -> Thing[ActivityPlan]:
    """Return the activity plan of a year."""

    def told(plan: ActivityPlan) -> Mapping[str, object]:
        return {"rows": len(plan.activities) + len(plan.overhead), "source": plan.source}

    name = swedish("verksamhetsplan {year}").format(year=year.in_words)
    return Thing(journal.ACTIVITY_PLAN, "", year, name, told)


def external_project(project: ExternalProject) -> Thing[ExternalProject]:
    """Return a project that somebody else pays for, by its id."""

    def told(one: ExternalProject) -> Mapping[str, object]:
        latest = one.history[-1]
        return {
            "state": one.state.in_words,
            "amount": kr_and_ore(latest.grant),
            "period": one.period.in_words,
            "source": latest.source,
            "booked_on": [row.row for row in one.rows],
            "budget_lines": len(one.costs) + len(one.co_financing) + len(one.moves) + len(one.overhead),
        }

    return Thing(
        journal.PROJECT, project.id, journal.ALWAYS, swedish("projektet {name}").format(name=project.name), told
    )


def project_claim(claim: Claim, project: str) -> Thing[Claim]:
    """Return what is claimed of a project's grant, by its number; ``project`` is the project's name."""

    def told(one: Claim) -> Mapping[str, object]:
        latest = one.history[-1]
        return {"state": one.state.in_words, "amount": kr_and_ore(latest.amount), "source": latest.source}

    name = swedish("projektet {project}, {claim}").format(project=project, claim=claim_in_words(claim))
    return Thing(journal.CLAIM, journal.claim_key(claim.project, claim.number), journal.ALWAYS, name, told)


def plan_text(year: Period, chapter: str, title: str) -> Thing[PlanText]:
    """Return what is written in a chapter of a year's plan, by the chapter's name and what a person calls it."""

    def told(text: PlanText) -> Mapping[str, object]:
        return {"characters": len(text.text)}

    name = swedish("verksamhetsplan {year}, {chapter}").format(year=year.in_words, chapter=title)
    return Thing(journal.PLAN_TEXT, chapter, year, name, told)


def plan_life(year: Period) -> Thing[PlanLife]:
    """Return how far a year's plan has come."""

    def told(life: PlanLife) -> Mapping[str, object]:
        reference = life.latest.in_words if life.latest else ""
        return {"state": life.state.in_words, "reference": reference, "reason": life.revising}

    name = swedish("verksamhetsplan {year}, antagande").format(year=year.in_words)
    return Thing(journal.PLAN_LIFE, "", year, name, told)


def comment_on(statement: str, row: str, column: str, period: Period) -> Thing[Comment]:
    """Return what is said of a figure in a table over some months."""

    def told(comment: Comment) -> Mapping[str, object]:
        return {"comment": comment.text}

    name = swedish("kommentar till {row}, {column}, {period}").format(row=row, column=column, period=period.in_words)
    return Thing(journal.COMMENT, journal.comment_key(statement, row, column), period, name, told)


def order_to_book(order: BookingOrder) -> Thing[BookingOrder]:
    """Return an order to book, by its number."""

    def told(one: BookingOrder) -> Mapping[str, object]:
        return {
            "amounts": {entry.row or entry.owed.kind.value: kr_and_ore(entry.owed.amount) for entry in one.entries},
            "accounts": [line.account.number for line in one.lines],
        }

    return Thing(journal.ORDER, str(order.number), order.year.period, order.title.lower(), told)


def owed_thing(key: str, owed: Owed) -> Thing[Owed]:
    """Return something that the books lacked, by its key in the journal."""

    def told(one: Owed) -> Mapping[str, object]:
        return {"amount": kr_and_ore(one.amount), "state": one.state_in_words}

    name = swedish("ej bokfört {period}, {row}").format(period=owed.period.in_words, row=owed.row or owed.kind.value)
    return Thing(journal.OWED, key, owed.period, name, told)


def period_closing(period: Period) -> Thing[Closing]:
    """Return how far a period has come."""

    def told(closing: Closing) -> Mapping[str, object]:
        return {"state": closing.state.in_words, "version": closing.version, "reason": closing.reason}

    return Thing(journal.CLOSING, "", period, swedish("avslut {period}").format(period=period.in_words), told)


def account_note(period: Period, account: str) -> Thing[AccountNote]:
    """Return what is said of an account at the end of a period."""

    def told(note: AccountNote) -> Mapping[str, object]:
        return {"amount": kr_and_ore(note.balance), "comment": note.text, "reconciled": note.reconciled}

    name = swedish("konto {account}, {period}").format(account=account, period=period.in_words)
    return Thing(journal.ACCOUNT_NOTE, account, period, name, told)


def acknowledgement(period: Period, key: str) -> Thing[Acknowledgement]:
    """Return what is said of an item of a period's checklist."""

    def told(said: Acknowledgement) -> Mapping[str, object]:
        return {"found": said.found, "comment": said.text}

    name = swedish("avslut {period}, punkt {key}").format(period=period.in_words, key=key)
    return Thing(journal.ACKNOWLEDGED, key, period, name, told)
