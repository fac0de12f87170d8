"""A problem is place, what was found and what to do; its kind says what follows."""

from dataclasses import replace

from samordna.domain.values.problem import Problem, ProblemKind, Refused, Severity, refuses

EMPTY = ProblemKind("empty", Severity.REFUSE, "Filen {name} är tom.", "Exportera {name} igen.")
OLD = ProblemKind("old", Severity.WARN, "Filen är gammal.", "Se efter om det finns en nyare.")
FYI = ProblemKind("fyi", Severity.INFORM, "Filen är redan inläst.", "Inget behöver göras.")


def test_a_kind_becomes_a_problem_at_a_place_with_its_fields_filled_in():
    problem = EMPTY.at("a.se, rad 1", name="a.se")
    assert problem == Problem("empty", Severity.REFUSE, "a.se, rad 1", "Filen a.se är tom.", "Exportera a.se igen.")
    assert str(problem) == "a.se, rad 1: Filen a.se är tom. Exportera a.se igen."


def test_braces_in_what_was_found_are_words():
    assert EMPTY.at("x", name="{name}").found == "Filen {name} är tom."


def test_one_that_refuses_is_enough():
    assert not refuses([])
    assert not refuses([OLD.at("a"), FYI.at("a")])
    assert refuses([OLD.at("a"), EMPTY.at("a", name="a"), FYI.at("a")])


def test_a_refusal_carries_every_problem_and_reads_as_them():
    refusal = Refused(problem for problem in (EMPTY.at("a", name="a"), OLD.at("b")))
    assert [problem.code for problem in refusal.problems] == ["empty", "old"]
    assert str(refusal).splitlines() == [str(problem) for problem in refusal.problems]


def test_a_line_is_kept_for_those_who_count_and_makes_no_other_problem():
    problem = EMPTY.at("a.se, rad 7", name="a")
    with_line = replace(problem, line=7)
    assert (problem.line, with_line.line) == (None, 7)
    assert with_line == problem
    assert hash(with_line) == hash(problem)
