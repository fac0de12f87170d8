"""Mål: the tree with its verdicts, a goal that is laid out and changed, a source that ends, the board's own words."""

import re

import pytest
from tests.questions.demo_books import planned_in
from tests.visiting import Site
from tests.web.books import links, words

from samordna.access.models import Role, TrailEntry
from samordna.demo.counting import tell_counts
from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period
from samordna.office import actions, questions
from samordna.office.web.goals.goal_forms import GoalForm

PAGE = "/mal/"
MONTHS = "2024-01..2024-08"
NEW = {
    "name": "Minst hälften startar inom fyra veckor", "kind": "operational", "parent": "", "since": "2024",
    "until": "2025", "decision": "Styrelsen § 7", "source": "measure:started_within_4_weeks", "outside": "",
    "activity": "", "indicator": "", "definition": "", "sense": "at least", "levels": "2024 50 %\n2025 60 %",
    "ended": "", "why": "",
}  # fmt: skip
DECISION = {
    "what": "annat", "since": "2023-01-01", "decision": "Styrelsen § 41", "source": "measure:starts_of_agreed",
    "outside": "", "activity": "", "indicator": "", "definition": "", "sense": "at least", "levels": "2024 85 %",
}  # fmt: skip
LINES = {"kind": "financial", "source": "balance:sum_ek", "levels": "2024 2 000 tkr\n2025 2 000 tkr"}


def seen(goal: str) -> int:
    return questions.goal_history(goal)[0].said.number


def post(site: Site, to: str, **fields: object):
    return site.economist.post(to, fields, follow=True)


def report_text(site: Site) -> str:
    made = actions.make_report("interim", Asked.of(Period.parse(MONTHS)), by=site.actor(Role.ECONOMIST))
    page = site.economist.get(f"/rapporter/{made.number}/html/")
    return (b"".join(page.streaming_content) if page.streaming else page.content).decode().replace("\xa0", " ")


def test_before_there_is_any_goal_the_page_says_what_to_do_and_leads_there(site: Site):
    page = site.economist.get(PAGE)
    assert page.status_code == 200
    assert "/mal/nytt/" in links(page)
    board = site.as_(Role.BOARD).get(PAGE)
    assert "/mal/nytt/" not in links(board)
    assert "Ekonomen eller förbundschefen lägger upp dem." in words(board)


def test_goals_stand_with_figures_that_lead_to_what_they_are_made_of(site: Site):
    planned_in("insjoriket")
    tell_counts("insjoriket")
    page = site.economist.get(f"{PAGE}?period={MONTHS}")
    told = words(page)
    assert "Uppnås inte" in told
    assert "Av 3 mål: uppnås 1, uppnås inte 2." in told
    assert "3 av 5 väntas nå" in told
    assert "minst 75 % i varje enhet: ACTivera Alingsås 71 % och ACTivera Partille 71 %. Ta upp det" in told
    assert "Ett av de tre målen nås i augusti." in told
    figure = site.economist.get(f"{PAGE}siffra/goals-judged/eget-kapital/value/?period={MONTHS}")
    assert "57" in words(figure)
    assert "Den första delad med den andra" in words(figure)
    counted = words(site.economist.get(f"{PAGE}siffra/goals-judged/progression/value/?period={MONTHS}"))
    assert "minst en mätning" in counted
    one = words(site.economist.get(f"{PAGE}inflode/?period={MONTHS}"))
    assert "0 av 5 enheter når minst 75 %" in one
    assert "2024 till och med augusti" in one


def test_a_goal_is_laid_out_changed_undone_and_removed_with_everything_it_was(site: Site):
    page = post(site, f"{PAGE}nytt/", **NEW)
    assert "Målet är upplagt." in words(page)
    [goal] = questions.goals_held()
    assert goal.indicator is not None
    assert (goal.indicator.name, goal.indicator.version) == ("Startade inom fyra veckor", 1)
    address, first = f"{PAGE}{goal.id}/", seen(goal.id)
    page = post(site, f"{address}andra/", **{**NEW, "levels": "2024 55 %\n2025 60 %", "sedd": first})
    assert "Målet är ändrat." in words(page)
    assert "Målnivå: minst 55 % 2024, 60 % 2025, var minst 50 % 2024, 60 % 2025." in words(page)
    late = post(site, f"{address}andra/", **{**NEW, "levels": "2024 70 %\n2025 70 %", "sedd": first})
    assert late.status_code == 422
    assert "Ändrat av någon annan sedan du öppnade sidan" in words(late)
    assert "2024 70 %" in late.content.decode()
    page = post(site, f"{address}angra/", sedd=seen(goal.id))
    assert "Den senaste ändringen är ångrad." in words(page)
    assert questions.goals_held() == (goal,)
    page = post(site, f"{address}ta-bort/", sedd=seen(goal.id))
    assert "Målet är borttaget" in words(page)
    assert questions.goals_held() == ()
    post(site, f"{address}angra/", sedd=seen(goal.id))
    assert questions.goals_held() == (goal,)
    assert TrailEntry.objects.filter(deed="change-goal", refused=False).count() == 5


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"name": ""}, "Detta fält måste fyllas i"),
        ({"name": "19121212-1212 ska klara det"}, "personnummer"),
        ({"since": "24"}, "större än eller lika med 2000"),
        ({"until": "2023"}, "Målet gäller från 2024 men bara till 2023."),
        ({"levels": "femtio procent"}, "”femtio procent” är ingen nivå."),
        ({"levels": ""}, "Skriv målnivån för minst ett år."),
        ({"levels": "2024 50 %\n2025 2 000 tkr"}, "Alla nivåer ska ha samma enhet."),
        ({"levels": "2024 50 %\n2024 60 %"}, "Målet har två målnivåer för 2024."),
        (
            {"levels": "2024 2 000 tkr\n2025 2 000 tkr"},
            "Målnivån är i tusental kronor, men det som målet läses av är i procent.",
        ),
        ({"source": ""}, "Välj vad målet läses av."),
        ({"source": "measure:hittepa"}, "Välj ett giltigt alternativ"),
        ({"ended": "2024-05-01"}, "Källan har upphört, men det framgår inte varför."),
        ({**LINES, "of_each": "on"}, "det läses inte ur enheternas siffror"),
    ],
)
def test_what_cannot_be_is_told_at_the_field_and_what_was_typed_is_kept(site: Site, fields, told):
    if "source" in fields and fields["source"].startswith("balance"):
        planned_in("insjoriket")
    before = len(questions.goals_held())
    page = post(site, f"{PAGE}nytt/", **{**NEW, **fields})
    assert page.status_code == 422
    assert told in words(page)
    assert 'value="Styrelsen § 7"' in page.content.decode()
    assert len(questions.goals_held()) == before


def test_a_new_goal_is_proposed_for_the_year_that_is_looked_at(site: Site):
    planned_in("insjoriket")
    shown = site.economist.get(f"{PAGE}nytt/").content.decode()
    assert [re.search(rf'name="{field}" value="([0-9]+)"', shown)[1] for field in ("since", "until")] == ["2024"] * 2


def test_a_source_that_ends_asks_for_a_decision_and_the_report_follows_it(site: Site):
    planned_in("sjuharad")
    tell_counts("sjuharad")
    address = f"{PAGE}nyttjande/"
    assert "För in beslutet" not in words(site.economist.get(address))
    assert "kan inte mätas 1" in report_text(site)
    held = GoalForm((), {}, (), held=questions.goal_held("nyttjande")).initial
    ended = {**{name: value for name, value in held.items() if value not in {None, False}}, "ended": "2024-06-01"}
    page = post(
        site, f"{address}andra/", **{**ended, "why": "Avtalen räknas inte så längre", "sedd": seen("nyttjande")}
    )
    assert "Källan upphörde 1 juni 2024: Avtalen räknas inte så längre" in words(page)
    assert "För in beslutet" in words(page)
    assert "kan inte mätas 2" in report_text(site)
    page = post(site, f"{address}beslut/", **{**DECISION, "since": "2024-06-01", "sedd": seen("nyttjande")})
    assert "Rapporterna följer det." in words(page)
    told = "läses från och med 1 juni 2024 av startade, andel av det avtalade i stället för deltaganden, andel av det"
    assert told in words(page)
    report = report_text(site)
    assert told in report
    assert "Styrelsen § 41" in report
    earlier = words(site.economist.get(f"{PAGE}?period=2024-01..2024-05"))
    assert "läses från och med" not in earlier


def test_a_goal_that_a_decision_ends_is_no_goal_any_more_and_the_report_says_so(site: Site):
    planned_in("sjuharad")
    page = post(
        site, f"{PAGE}sus/beslut/", what="utgar", since="2023-01-01", decision="Styrelsen § 41", sedd=seen("sus")
    )
    assert "har utgått från och med 1 januari 2023 (Styrelsen § 41)" in words(page)
    told = words(site.economist.get(PAGE))
    assert "Av 3 mål" in told
    assert "Utgångna mål" in told
    report = report_text(site)
    assert "har utgått från och med 1 januari 2023 (Styrelsen § 41)" in report
    assert "kan inte mätas sedan" not in report


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"what": ""}, "Detta fält måste fyllas i"),
        ({"decision": ""}, "Detta fält måste fyllas i"),
        ({"since": "igår"}, "giltigt datum"),
        ({"source": ""}, "Välj vad målet ska läsas av."),
        ({"levels": ""}, "Skriv målnivån för minst ett år."),
        ({"decision": "19121212-1212"}, "personnummer"),
    ],
)
def test_a_decision_that_is_not_whole_is_told_at_its_field(site: Site, fields, told):
    planned_in("sjuharad")
    page = post(site, f"{PAGE}sus/beslut/", **{**DECISION, **fields, "sedd": seen("sus")})
    assert page.status_code == 422
    assert told in words(page)
    goal = questions.goal_held("sus")
    assert goal is not None
    assert goal.decided == ()


def test_a_goal_that_tells_something_takes_no_decision_on_its_source(site: Site):
    planned_in("sjuharad")
    page = post(site, f"{PAGE}eget-kapital/beslut/", **{**DECISION, "sedd": seen("eget-kapital")})
    assert page.status_code == 422
    assert "Målets källa har inte upphört." in words(page)


def test_a_goal_with_sub_goals_stays_until_they_are_gone(site: Site):
    planned_in("sjuharad")
    page = post(site, f"{PAGE}mojligheter/ta-bort/", sedd=seen("mojligheter"))
    assert page.status_code == 422
    assert "Målet har delmål:" in words(page)


def test_the_boards_words_are_noted_changed_and_taken_back_and_stand_in_the_report(site: Site):
    planned_in("sjuharad")
    to = f"{PAGE}hushallning/{MONTHS}/"
    assert post(site, to, words="", decision="Styrelsen § 50", sedd=0).status_code == 422
    page = post(site, to, words="Vi är på god väg.", decision="Styrelsen § 50", sedd=0)
    assert "Styrelsens bedömning är sparad." in words(page)
    assert "Styrelsens bedömning (Styrelsen § 50): Vi är på god väg." in report_text(site)
    line = questions.overall_history(Period.parse(MONTHS))[0].number
    page = post(site, to, words="Vi är nästan framme.", decision="Styrelsen § 51", sedd=line)
    assert "Tidigare: Vi är på god väg. (Ekonom" in words(page)
    assert post(site, to, words="Något annat", decision="Styrelsen § 52", sedd=line).status_code == 422
    line = questions.overall_history(Period.parse(MONTHS))[0].number
    page = post(site, to, steg="bort", sedd=line)
    assert "Styrelsens bedömning är borttagen." in words(page)


def test_the_board_reads_what_anybody_may_read_and_changes_nothing(site: Site):
    planned_in("sjuharad")
    tell_counts("sjuharad")
    board = site.as_(Role.BOARD)
    page = board.get(PAGE)
    assert "Siffrorna visas offentligt." in words(page)
    assert "Nytt mål" not in words(page)
    assert "För in beslutet" not in words(board.get(f"{PAGE}sus/"))
    assert board.post(f"{PAGE}sus/beslut/", DECISION).status_code == 403


@pytest.mark.parametrize("ending", ["pdf", "xlsx", "docx", "csv", "json"])
def test_the_goals_leave_in_every_format_and_the_trail_says_so(site: Site, ending):
    planned_in("insjoriket")
    answer = site.economist.get(f"{PAGE}fil/{ending}/?period={MONTHS}")
    assert answer.status_code == 200
    entry = TrailEntry.objects.filter(deed="export").latest("id")
    assert "Mål jan–aug 2024" in entry.subject


def give_out(site: Site):
    return site.as_(Role.DIRECTOR).post(f"{PAGE}lamna-ut/?period={MONTHS}", follow=True)


def csv_of(reader, more: str = "") -> str:
    return reader.get(f"{PAGE}fil/csv/?period={MONTHS}{more}").content.decode()


def test_goals_are_given_out_once_by_whoever_may_and_the_register_says_so(site: Site):
    planned_in("insjoriket")
    tell_counts("insjoriket")
    public = f"{PAGE}?period={MONTHS}&lasare=offentligt"
    before = site.economist.get(public)
    assert "Lämna ut målen" in words(before)
    assert not [one for one in links(before) if one.startswith(f"{PAGE}fil/")]
    assert "ACTivera Alingsås;48" not in csv_of(site.economist, "&lasare=offentligt")
    assert questions.publications_held() == ()
    page = give_out(site)
    assert "Målen är utlämnade." in words(page)
    assert f"{PAGE}fil/csv/?period={MONTHS}&lasare=offentligt" in links(page)
    assert "Lämna ut målen" not in words(site.economist.get(public))
    [said] = questions.publications_held()
    assert (said.value.view.name, said.value.how, said.by) == ("Mål", "Under Mål", site.actor(Role.DIRECTOR).name)
    give_out(site)
    assert questions.publications_held() == (said,)
    assert TrailEntry.objects.filter(deed="publish-statistics").count() == 1
    assert len([one for one in said.value.signs if one.key.measure == "starts"]) == 6
    after = questions.goals_shown(Asked.of(Period.parse(MONTHS)), audience=said.value.audience)
    assert [one.verdict.attainment.value for one in after.branches] == ["met", "not met", "not met"]


def test_a_publication_of_goals_leads_to_the_goals_and_is_no_report(site: Site):
    planned_in("insjoriket")
    tell_counts("insjoriket")
    give_out(site)
    [said] = questions.publications_held()
    page = site.as_(Role.BOARD).get(f"/uppfoljning/publicerat/{said.number}/")
    assert "de antal som målen är berättade med" in words(page)
    assert "i en rapport" not in words(page)
    assert f"{PAGE}?period={MONTHS}&lasare=offentligt" in links(page)
    file = site.as_(Role.BOARD).get(f"/uppfoljning/publicerat/{said.number}/fil/csv/")
    assert file.status_code == 404


@pytest.mark.parametrize("role", [Role.BOARD, Role.AUDITOR])
def test_who_may_not_see_counts_reads_of_goals_what_has_been_given_out_and_publishes_nothing(site: Site, role: Role):
    planned_in("insjoriket")
    tell_counts("insjoriket")
    reader = site.as_(role)
    figure = f"{PAGE}siffra/goals-judged/progression/value/?period={MONTHS}"
    assert "Antalet bakom är inte utlämnat för de här månaderna." in words(reader.get(figure))
    assert "inte utlämnat" in words(reader.get(f"{PAGE}inflode/?period={MONTHS}"))
    assert "visas de som är utlämnade" in words(reader.get(f"{PAGE}?period={MONTHS}"))
    assert "ACTivera Alingsås;48" not in csv_of(reader)
    assert questions.publications_held() == ()
    assert reader.post(f"{PAGE}lamna-ut/?period={MONTHS}").status_code == 403
    give_out(site)
    assert "minst en mätning" in words(reader.get(figure))
    assert "inte utlämnat" not in words(reader.get(figure))
    assert "0 av 5 enheter når minst 75 %" in words(reader.get(f"{PAGE}inflode/?period={MONTHS}"))
    assert csv_of(reader) == csv_of(site.economist, "&lasare=offentligt")
    assert "ACTivera Alingsås;48" in csv_of(reader)
    assert len(questions.publications_held()) == 1


def test_an_address_that_cannot_be_is_told(site: Site):
    planned_in("sjuharad")
    assert site.economist.get(f"{PAGE}?period=2024-13").status_code == 422
    assert site.economist.get(f"{PAGE}finns-inte/").status_code == 404
    assert site.economist.get(f"{PAGE}fil/exe/").status_code == 404
