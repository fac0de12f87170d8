"""The house stands as the plan draws it: who imports whom, and no room without a subject."""

import ast
from pathlib import Path

import grimp
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[2]
SHAPELESS = {"utils", "util", "helpers", "helper", "common", "misc", "base", "tools", "lib"}


def test_the_import_contract_is_kept():
    assert lint_imports(config_filename=str(ROOT / ".importlinter"), no_cache=True) == 0


def test_of_the_domain_a_writer_imports_only_documents_and_values():
    graph = grimp.build_graph("samordna", cache_dir=None)
    reached = {
        (module, imported)
        for module in graph.find_descendants("samordna.renderers")
        for imported in graph.find_modules_directly_imported_by(module)
        if imported.startswith("samordna.") and not imported.startswith("samordna.renderers")
        if not imported.startswith(("samordna.domain.document", "samordna.domain.values"))
    }
    assert reached == set()


def test_every_module_is_named_after_its_subject():
    names = {path.stem if path.suffix else path.name for path in (ROOT / "src" / "samordna").rglob("*")}
    assert names & SHAPELESS == set()


def test_every_module_says_which_question_it_answers():
    silent = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "src" / "samordna").rglob("*.py")
        if "migrations" not in path.parts and not ast.get_docstring(ast.parse(path.read_text("utf-8")))
    ]
    assert silent == []
