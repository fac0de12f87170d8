"""A layout file that is wrong says where, what and what to do; everything that is wrong at once."""

from pathlib import Path

import pytest
from tests.statements.ledger import HEAD

from samordna.domain.plan.register import Kind
from samordna.domain.statements import problems as table
from samordna.domain.statements.layout import FromLine, Layout, Overview
from samordna.domain.statements.layout_file import read_layout
from samordna.domain.values.problem import ProblemKind, Refused, Severity

HERE = Path(__file__).parent

INCOME = """
[[statement]]
id = "income"
kind = "income"
title = "Resultat"
columns = [{ id = "actual", label = "{short}" }]
lines = [
  { id = "bidrag", label = "Bidrag", accounts = "3*" },
  { id = "resultat", label = "Resultat", sum = "above" },
]
"""


def problems(text: str) -> list[str]:
    """Return what a layout's text is refused for."""
    with pytest.raises(Refused) as refused:
        read_layout(text, "prov.toml")
    assert all(problem.severity is Severity.REFUSE for problem in refused.value.problems)
    return [f"{problem.code} {problem}" for problem in refused.value.problems]


def changed(*changes: tuple[str, str]) -> str:
    text = HEAD + INCOME
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def test_a_good_file_is_read():
    layout = read_layout(HEAD + INCOME, "prov.toml")
    assert isinstance(layout, Layout)
    assert (layout.name, layout.title, layout.from_year) == ("prov", "Prov", 2020)
    assert [statement.id for statement in layout.statements] == ["income"]


def test_a_file_that_is_no_toml():
    (problem,) = problems("name = ")
    assert problem == (
        "layout-unreadable prov.toml: Filen går inte att läsa som TOML: Invalid value (at end of document). "
        "Rätta filen på det angivna stället och försök igen."
    )


def test_a_misspelt_word_is_told_with_the_words_there_are():
    (problem,) = problems(changed(('accounts = "3*"', 'accounts = "3*", nots = "1"')))
    assert problem == (
        "layout-unknown-word prov.toml, income, bidrag: ”nots” är inget ord som en uppställning förstår här. "
        "Välj bland: accounts, carries, code, id, kind, label, measure, memo, nil, note, objects, planned, "
        "seldom_planned, shows, unit."
    )


@pytest.mark.parametrize("word", ["name", "title", "from_year"])
def test_a_word_that_must_be_there(word):
    head = "".join(line for line in HEAD.splitlines(keepends=True) if not line.startswith(word))
    assert problems(head + INCOME) == [
        f"layout-missing-word prov.toml: ”{word}” saknas. Skriv till det; dokumentet om uppställningar visar hur."
    ]


@pytest.mark.parametrize("word", ["id", "kind", "title", "columns", "lines"])
def test_a_statement_without_one_of_its_words(word):
    without = {
        "id": 'id = "income"\n',
        "kind": 'kind = "income"\n',
        "title": 'title = "Resultat"\n',
        "columns": 'columns = [{ id = "actual", label = "{short}" }]\n',
        "lines": INCOME[INCOME.index("lines") :],
    }[word]
    (problem,) = problems(changed((without, "")))
    assert problem.startswith("layout-missing-word prov.toml, ")
    assert f"”{word}” saknas." in problem


KINDS = "income, balance, cashflow, notes, keyfigures, follow-up, operating, summary"
SPANS = (
    "period, compare, compare_1, compare_2, year_to_date, year, previous_year, previous_year_2, previous_year_3, "
    "previous_year_4"
)
PLACES = "{short}, {words}, {start}, {end}, {yymmdd}, {year}, {closing}"
COLUMN = 'columns = [{ id = "actual", label = "{short}" }]'
NO_TERM = "är varken konto, prefix eller ett intervall av endera"

# (what stands there, what is written instead, where, which word, what is wrong with it)
WRONG = [
    ('kind = "income"', 'kind = "result"', "income", "kind", f"result: välj bland {KINDS}"),
    ('kind = "income"', "kind = 3", "income", "kind", f"3: välj bland {KINDS}"),
    ('kind = "income"', 'kind = "income"\nunit = "mkr"', "income", "unit",
     "mkr: välj bland kr_ore, kr, tkr, percent, persons"),
    ('kind = "income"', 'kind = "income"\nanswers_for = ["X"]', "income", "answers_for", "X: välj bland T, S, K, I"),
    ('kind = "income"', 'kind = "income"\nnotes_last = "ja"', "income", "notes_last", "ja: fel slags värde"),
    ('{short}" }', '{month}" }', "income, actual", "label", f"{{month}}: välj bland {PLACES}"),
    ('{short}" }', '{short" }', "income, actual", "label", f"{{short: välj bland {PLACES}"),
    ('{short}" }', '{short}", span = "month" }', "income, actual", "span", f"month: välj bland {SPANS}"),
    ('{short}" }', '{short}", difference = ["actual"] }', "income, actual", "difference",
     "('actual',): två kolumner har en skillnad"),
    ('accounts = "3*"', 'accounts = "30..3999"', "income, bidrag", "accounts", f"30..3999: ”30..3999” {NO_TERM}"),
    ('accounts = "3*"', 'accounts = "3*", objects = "10"', "income, bidrag", "objects",
     "10: ”10” är ingen dimension med objekt; skriv 1:3001"),
    ('accounts = "3*"', 'line = "resultat"', "income, bidrag", "line",
     "resultat: en hänvisning skrivs uppställning:rad"),
    ('accounts = "3*"', 'ratio = ["income:resultat"]', "income, bidrag", "ratio",
     "('income:resultat',): två rader har en kvot"),
    ('sum = "above"', 'sum = "all"', "income, resultat", "sum", "all: välj bland group, above"),
    (COLUMN, 'columns = ["actual"]', "income", "columns", "actual: här ska stå { … }"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "place", "word", "told"), WRONG)
def test_a_value_that_cannot_stand(old, new, place, word, told):
    expected = f"layout-wrong-value prov.toml, {place}: ”{word}” har värdet {told}. Rätta värdet."
    assert expected in problems(changed((old, new)))


def test_a_wrong_value_is_told_once():
    assert len(problems(changed(('kind = "income"', "kind = 3")))) == 1
    assert len(problems(changed(('kind = "income"', "kind = [3]")))) == 1


def test_a_line_that_says_two_things():
    (problem,) = problems(changed(('accounts = "3*"', 'accounts = "3*", sum = "above"')))
    assert problem == (
        "layout-unclear-source prov.toml, income, bidrag: Raden säger inte entydigt vad den visar (accounts, sum). "
        "Ange precis ett av: accounts, line, ratio, less, limit, sum, unassigned, entered."
    )


def test_a_line_that_says_nothing():
    (problem,) = problems(changed((', accounts = "3*"', "")))
    assert problem.startswith(
        "layout-unclear-source prov.toml, income, bidrag: Raden säger inte entydigt vad den visar (inget)."
    )


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ([('id = "resultat"', 'id = "bidrag"')], "prov.toml, income: ”bidrag”"),
        (
            [('{ id = "actual", label = "{short}" }', '{ id = "a", label = "1" }, { id = "a", label = "2" }')],
            "prov.toml, income: ”a”",
        ),
    ],
)
def test_an_id_that_stands_twice(changes, place):
    (problem,) = problems(changed(*changes))
    assert problem == f"layout-duplicate-id {place} står mer än en gång. Ge varje rad ett eget id."


def test_the_same_rows_in_two_places():
    rows = '{ each_cost_centre = "*", accounts = "4*" }'
    (problem,) = problems(changed(("lines = [", f"lines = [{rows}, {rows},")))
    told = "prov.toml, income: ”En rad för varje kostnadsställe” står mer än en gång."
    assert problem == f"layout-duplicate-id {told} Ge varje rad ett eget id."


def test_two_statements_of_one_name():
    (problem,) = problems(HEAD + INCOME + INCOME)
    assert problem.startswith("layout-duplicate-id prov.toml: ”income” står mer än en gång.")


@pytest.mark.parametrize(
    ("shown", "reference"),
    [
        ('line = "income:vinst"', "income:vinst"),
        ('line = "balance:vinst"', "balance:vinst"),
        ('ratio = ["income:bidrag", "income:y"]', "income:y"),
        ('line = "income:grupp"', "income:grupp"),  # a group is no line
    ],
)
def test_a_reference_that_leads_nowhere(shown, reference):
    more = '  { id = "grupp", heading = "G", lines = [] },\n  { id = "x", label = "X", ' + shown + " },\n"
    (problem,) = problems(changed(('  { id = "resultat"', more + '  { id = "resultat"')))
    assert problem == (
        f"layout-unknown-reference prov.toml, income, x: Det finns ingen rad ”{reference}” att hänvisa till. "
        "Hänvisa till uppställning:rad, till exempel income:resultat."
    )


@pytest.mark.parametrize(
    ("more", "reference"),
    [
        ('[[control]]\nstatement = "income"\nsays = "Lika"\nleft = "vinst"\nright = "0"', "income:vinst"),
        ('[[control]]\nstatement = "balance"\nsays = "Lika"\nleft = "0"\nright = "0"', "balance"),
    ],
)
def test_a_control_of_what_is_not_there(more, reference):
    (problem,) = problems(HEAD + INCOME + more)
    assert problem.startswith(
        f"layout-unknown-reference prov.toml: Det finns ingen rad ”{reference}” att hänvisa till."
    )


def test_a_note_that_explains_what_is_not_there():
    note = INCOME.replace('"income"', '"notes"', 2).replace(
        'id = "notes"', 'id = "note-1"\nexplains = "income:vinst"', 1
    )
    (problem,) = problems(HEAD + INCOME + note)
    assert problem.startswith("layout-unknown-reference prov.toml, note-1: Det finns ingen rad ”income:vinst”")


@pytest.mark.parametrize("difference", ['["actual", "budget"]', '["actual", "diff"]'])
def test_a_difference_of_a_column_that_is_not_there(difference):
    column = '{ id = "diff", label = "Skillnad", difference = ' + difference + " }"
    (problem,) = problems(changed(('label = "{short}" }', 'label = "{short}" }, ' + column)))
    name = difference.split('"')[3]
    assert problem == (
        f"layout-unknown-column prov.toml, income, diff: Det finns ingen kolumn ”{name}” att räkna med. "
        "Räkna med kolumner i samma räkning som inte själva är skillnader: actual."
    )


def test_lines_that_lead_to_themselves_in_a_ring():
    ring = changed(('accounts = "3*"', 'line = "income:resultat"'))
    assert [problem.split(": ")[0] for problem in problems(ring)] == [
        "layout-circular prov.toml, income, bidrag",
        "layout-circular prov.toml, income, resultat",
    ]
    assert problems(ring)[0].endswith(
        "Raden hänvisar i en ring till sig själv. Låt någon av raderna hämta sitt belopp från konton i stället."
    )


@pytest.mark.parametrize("written", ["bidrag +", "bidrag resultat", "bidrag * resultat", ""])
def test_a_control_is_sums_and_differences(written):
    control = f'[[control]]\nstatement = "income"\nsays = "Lika"\nleft = "{written}"\nright = "0"'
    (problem,) = problems(HEAD + INCOME + control)
    assert "skriv radernas id med + eller - emellan" in problem


def test_everything_that_is_wrong_is_told_at_once():
    text = changed(
        ('title = "Prov"', 'titel = "Prov"'),
        ('kind = "income"', 'kind = "result"'),
        ('accounts = "3*"', 'accounts = "3-4"'),
        ('sum = "above"', 'line = "income:vinst"'),
    )
    assert [problem.split(": ")[0] for problem in problems(text)] == [
        "layout-missing-word prov.toml",
        "layout-wrong-value prov.toml, income",
        "layout-wrong-value prov.toml, income, bidrag",
        "layout-unknown-word prov.toml",
        "layout-unknown-reference prov.toml, income, resultat",
    ]


@pytest.mark.parametrize(
    ("answers_for", "unassigned", "told"),
    [
        (["I", "K"], [], "Räkningen svarar för I, K, men dess rader för Ej fördelat tar inga kontoslag."),
        (["I", "K"], ["I"], "Räkningen svarar för I, K, men dess rader för Ej fördelat tar I."),
        ([], ["I"], "Räkningen svarar för inga kontoslag, men dess rader för Ej fördelat tar I."),
        (["I"], ["I", "I"], "Räkningen svarar för I, men dess rader för Ej fördelat tar I, I."),
    ],
)
def test_a_statement_has_a_line_for_what_nobody_answers_for(answers_for, unassigned, told):
    lines = "".join(f'  {{ id = "ej{i}", label = "Ej", unassigned = ["{k}"] }},\n' for i, k in enumerate(unassigned))
    (problem,) = problems(
        changed(
            ('kind = "income"', f'kind = "income"\nanswers_for = {answers_for}'), ("lines = [\n", "lines = [\n" + lines)
        )
    )
    assert problem == (
        f"layout-unassigned-kinds prov.toml, income: {told} "
        "Ge varje kontoslag som räkningen svarar för precis en rad med unassigned."
    )


def test_every_problem_of_a_layout_is_shown_by_a_test():
    shown = "".join(file.read_text("utf-8") for file in HERE.parent.glob("*/test_*.py"))
    codes = [kind.code for kind in vars(table).values() if isinstance(kind, ProblemKind)]
    assert [code for code in codes if code not in shown] == []


OVERVIEW = '\n[overview]\nresult = "income:resultat"\ncost = "income:bidrag"\n'


def test_the_overview_names_lines_of_the_layout():
    overview = read_layout(HEAD + OVERVIEW + INCOME, "prov.toml").overview
    assert overview == Overview(result=FromLine("income", "resultat"), cost=FromLine("income", "bidrag"))


def test_a_layout_need_not_have_an_overview():
    assert read_layout(HEAD + INCOME, "prov.toml").overview == Overview()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            'cash = "balance:bank"',
            (
                "layout-unknown-reference prov.toml, overview, cash: Det finns ingen rad ”balance:bank” att hänvisa "
                "till. Hänvisa till uppställning:rad, till exempel income:resultat."
            ),
        ),
        (
            'profit = "income:resultat"',
            (
                "layout-unknown-word prov.toml, overview: ”profit” är inget ord som en uppställning förstår här. "
                "Välj bland: cash, cost, equity, result."
            ),
        ),
        (
            'cash = "bank"',
            (
                "layout-wrong-value prov.toml, overview: ”cash” har värdet bank: en hänvisning skrivs "
                "uppställning:rad. Rätta värdet."
            ),
        ),
        (
            "cash = 3",
            "layout-wrong-value prov.toml, overview: ”cash” har värdet 3: fel slags värde. Rätta värdet.",
        ),
    ],
)
def test_an_overview_that_is_wrong_is_told(said, told):
    assert problems(f"{HEAD}{OVERVIEW}{said}\n{INCOME}") == [told]


def test_an_overview_that_is_no_table_is_told():
    assert problems(f"{HEAD}overview = 1\n{INCOME}") == [
        "layout-wrong-value prov.toml: ”overview” har värdet 1: fel slags värde. Rätta värdet."
    ]


FOLLOW_UP = """
[[statement]]
id = "enheter"
kind = "follow-up"
title = "Enheter"
columns = [{ id = "actual", label = "a" }, { id = "budget", label = "b", scenario = "budget" }]
lines = [
  { each_cost_centre = "stab", accounts = "5*", codes = "10..19", kind = "activity", id = "in", optional = true },
  { unplaced_cost_centres = true, accounts = "5*" },
  { id = "total", label = "Summa", sum = "group" },
]
"""


def test_places_for_cost_centres_are_read():
    (statement,) = read_layout(HEAD + FOLLOW_UP, "prov.toml").statements
    stab, unplaced = statement.lines[:2]
    assert (stab.group, stab.kind, stab.codes.text, stab.id, stab.optional) == (
        "stab", Kind.ACTIVITY, "10..19", "in", True,
    )  # fmt: skip
    assert (unplaced.group, unplaced.unplaced, unplaced.accounts.text) == ("", True, "5*")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('each_cost_centre = "stab", ', 'each_cost_centre = "", ', "layout-wrong-value prov.toml, enheter, in"),
        ("unplaced_cost_centres = true", "unplaced_cost_centres = false", "layout-wrong-value prov.toml, enheter, 2"),
        ('kind = "activity"', 'kind = "hobby"', "layout-wrong-value prov.toml, enheter, in"),
        (', accounts = "5*" },\n  { id', " },\n  { id", "layout-missing-word prov.toml, enheter, 2"),
        ('label = "b"', 'label = "b", better = "plus"', "layout-wrong-value prov.toml, enheter, budget"),
        ('label = "b"', 'label = "b", total = ["actual"]', "layout-wrong-value prov.toml, enheter, budget"),
        (
            'label = "b"',
            'label = "b", total = ["actual", "budget"], difference = ["actual", "budget"]',
            "layout-wrong-value prov.toml, enheter, budget",
        ),
        ('label = "b"', 'label = "b", total = ["actual", "nej"]', "layout-unknown-column prov.toml, enheter, budget"),
        (
            'label = "b"',
            'label = "b", total = ["actual", "budget"]',
            "layout-unknown-column prov.toml, enheter, budget",
        ),
        ('label = "Summa"', 'label = "Summa", planned = "x:y"', "layout-unknown-reference prov.toml, enheter, total"),
        ('label = "Summa"', 'label = "Summa", planned = "x"', "layout-wrong-value prov.toml, enheter, total"),
    ],
)
def test_a_follow_up_that_cannot_stand(old, new, told):
    text = HEAD + FOLLOW_UP
    assert text.count(old) == 1
    assert any(problem.startswith(told) for problem in problems(text.replace(old, new)))


def test_a_difference_may_be_of_a_total():
    total = '{ id = "t", label = "t", total = ["actual", "budget"] }'
    columns = f', {total}, {{ id = "d", label = "d", difference = ["t", "budget"] }}'
    text = FOLLOW_UP.replace('scenario = "budget" }', 'scenario = "budget" }' + columns)
    assert [column.made_of for column in read_layout(HEAD + text, "prov.toml").statements[0].columns[2:]] == [
        ("actual", "budget"), ("t", "budget"),
    ]  # fmt: skip


def test_a_line_that_is_planned_by_itself_is_a_ring():
    text = INCOME.replace('accounts = "3*"', 'accounts = "3*", planned = "income:resultat"')
    assert any(problem.startswith("layout-circular prov.toml, income, bidrag") for problem in problems(HEAD + text))


BRIDGE = """
[bridge]
follow_up = "income:bidrag"
net_cost = "income:bidrag"
contributions = "income:bidrag"
financial = ["income:bidrag"]
result = "income:resultat"
equity = "income:resultat"

[outlook]
floor = "income:bidrag"
"""


def test_the_bridge_and_the_outlook_name_lines():
    layout = read_layout(HEAD + BRIDGE + INCOME, "prov.toml")
    assert (layout.bridge.result, layout.bridge.financial) == (
        FromLine("income", "resultat"),
        (FromLine("income", "bidrag"),),
    )
    assert (layout.outlook.floor, layout.outlook.ceiling) == (FromLine("income", "bidrag"), None)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('result = "income:resultat"\n', "", "layout-missing-word prov.toml, bridge"),
        ('result = "income:resultat"', 'result = "resultat"', "layout-wrong-value prov.toml, bridge"),
        ('result = "income:resultat"', 'result = "income:vinst"', "layout-unknown-reference prov.toml, bridge, result"),
        ('["income:bidrag"]', '["income:ranta"]', "layout-unknown-reference prov.toml, bridge, financial"),
        ('["income:bidrag"]', '["ranta"]', "layout-wrong-value prov.toml, bridge"),
        ("[outlook]", "[outlook]\ntak = 3", "layout-unknown-word prov.toml, outlook"),
        ('floor = "income:bidrag"', 'floor = "a:b"', "layout-unknown-reference prov.toml, outlook, floor"),
    ],
)
def test_a_bridge_that_leads_nowhere(old, new, told):
    assert BRIDGE.count(old) == 1
    assert any(problem.startswith(told) for problem in problems(HEAD + BRIDGE.replace(old, new) + INCOME))


def test_a_follow_up_asks_for_every_cost_centre():
    assert read_layout(HEAD + FOLLOW_UP, "prov.toml").objects == {("1", "")}
