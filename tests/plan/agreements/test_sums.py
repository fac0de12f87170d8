"""An agreement's sums fall on the months that it holds and are what it comes to; so are its invoices."""

from hypothesis import given
from hypothesis import strategies as st
from tests.plan.agreements.agreed import NEXT, YEAR, agreement, part

from samordna.domain.plan.agreement import AgreedSum, profiles_agreed
from samordna.domain.plan.agreements.life import IN_FORCE, AgreementState
from samordna.domain.plan.agreements.sums import agreed_sums, expected_invoices
from samordna.domain.plan.profile import EVEN, Profile, Shape
from samordna.domain.plan.rhythm import Rhythm
from samordna.domain.values.period import Period, months_later


def test_the_sums_of_an_agreement_for_the_whole_year_fall_as_they_are_told():
    own = Profile(Shape.OWN, (0, 0, 1) * 4)
    one = agreement(part("3011", 610_000), part("3001", 90_000, profile=own), number=4)
    assert agreed_sums([one]) == (
        AgreedSum("3011", YEAR, 610_000_00, EVEN, "Almby kommun", "Avtal 4, Almby, § 41", 4),
        AgreedSum("3001", YEAR, 90_000_00, own, "Almby kommun", "Avtal 4, Almby, § 41", 4),
    )


def test_only_agreements_that_have_been_signed_count():
    counted = {state for state in AgreementState if agreed_sums([agreement(state=state)])}
    assert counted == IN_FORCE == {AgreementState.SIGNED, AgreementState.NOTICED, AgreementState.ENDED}


def test_a_sum_falls_on_the_months_of_the_agreement_and_on_no_others():
    one = agreement(part("3011", 600_000), first=202407, last=202506)
    [told] = agreed_sums([one])
    assert told.worked_up(Period(202401, 202406)) == 0
    assert told.worked_up(Period(202401, 202408)) == 200_000_00
    assert told.worked_up(YEAR) == 600_000_00


def test_two_agreements_on_a_row_add_up():
    told = agreed_sums([agreement(part("3011", 100)), agreement(part("3011", 200), number=2, party="Granby kommun")])
    assert sum(one.amount for one in told) == 300_00


def test_a_budget_that_falls_as_agreed_falls_as_all_agreements_of_its_row_together():
    spring = agreement(part("3011", 600), last=202406)
    autumn = agreement(part("3011", 1_200), number=2, first=202407)
    other = agreement(part("3001", 5), number=3)
    told = profiles_agreed(agreed_sums([spring, autumn, other]), YEAR)
    assert told["3011"] == Profile(Shape.AGREED, (100_00,) * 6 + (200_00,) * 6)
    assert told["3001"] == EVEN
    assert profiles_agreed(agreed_sums([spring]), NEXT) == {}


def test_invoices_come_in_the_first_or_the_last_of_their_months():
    one = agreement(part("3011", 1_200), rhythm=Rhythm.QUARTERLY)
    assert [(invoice.month, invoice.amount) for invoice in expected_invoices(one)] == [
        (202403, 300_00), (202406, 300_00), (202409, 300_00), (202412, 300_00),
    ]  # fmt: skip
    ahead = agreement(part("3011", 1_200), rhythm=Rhythm.YEARLY, in_advance=True, first=202404)
    assert [(one.period, one.month, one.amount) for one in expected_invoices(ahead)] == [
        (Period(202404, 202412), 202404, 1_200_00)
    ]


@given(
    st.integers(0, 10**12),
    st.integers(0, 10**12),
    st.tuples(st.sampled_from(Rhythm), st.booleans()),
    st.integers(0, 11),
    st.integers(0, 11),
)
def test_the_years_together_are_the_whole_and_so_are_the_invoices(
    first_year: int, next_year: int, invoiced: tuple[Rhythm, bool], begins: int, ends: int
):
    parts = (part("3011", first_year), part("3011", next_year, year=NEXT))
    first, last = months_later(YEAR.first, begins), months_later(NEXT.first, ends)
    rhythm, in_advance = invoiced
    one = agreement(*parts, rhythm=rhythm, in_advance=in_advance, first=first, last=last)
    whole = (first_year + next_year) * 100
    assert sum(told.worked_up(told.year) for told in agreed_sums([one])) == whole
    invoices = expected_invoices(one)
    assert sum(invoice.amount for invoice in invoices) == whole
    assert all(invoice.month in one.period and one.period.covers(invoice.period) for invoice in invoices)


@given(st.sampled_from(Rhythm), st.integers(0, 40), st.integers(0, 40))
def test_the_turns_of_a_rhythm_are_the_whole_in_order(rhythm: Rhythm, begins: int, length: int):
    first = months_later(YEAR.first, begins)
    whole = Period(first, months_later(first, length))
    assert tuple(month for turn in rhythm.turns(whole) for month in turn.months) == whole.months
