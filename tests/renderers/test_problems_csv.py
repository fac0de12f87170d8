"""Problems as a file."""

from samordna.domain.values.problem import Problem, Severity
from samordna.renderers.problems_csv import problems_csv


def test_a_problem_is_a_line_and_nothing_in_it_runs_as_a_formula():
    told = [
        Problem("unbalanced", Severity.REFUSE, "bok.se, rad 7", "Saldo 1,00.", "Rätta."),
        Problem("x", Severity.WARN, '=HYPERLINK("x")', "a;b\nc", ""),
    ]
    assert problems_csv(told) == (
        "\ufeffFöljd;Plats;Vad som hittades;Vad du kan göra;Kod\r\n"
        "Stopp;bok.se, rad 7;Saldo 1,00.;Rätta.;unbalanced\r\n"
        'Varning;"\'=HYPERLINK(""x"")";"a;b c";;x\r\n'
    )
