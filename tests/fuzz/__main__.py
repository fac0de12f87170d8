"""For how long is each promise tried? ``python -m tests.fuzz SECONDS`` tries all, each in a process of its own.

Bytes that break a promise are kept in ``build/fuzz`` and said; the exit code is then not zero.
"""

import subprocess
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["samordna.sources"]):
    from tests.fuzz.promises import PROMISES, ROOT, seeds

WORDS = ROOT / "fuzz" / "words.txt"
KEPT = ROOT.parent / "build" / "fuzz"


def main() -> int:
    """Try every promise, or the one that is named."""
    seconds, *named = sys.argv[1:]
    if named:
        return _try(named[0], seconds)
    return max(_apart(name, max(int(seconds) // len(PROMISES), 1)) for name in PROMISES)


def _apart(name: str, seconds: int) -> int:
    print(f"{name}, {seconds} s …", flush=True)  # noqa: T201
    return subprocess.run([sys.executable, "-m", "tests.fuzz", str(seconds), name], check=False).returncode


def _try(name: str, seconds: str) -> int:
    corpus = KEPT / name
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds(name)):
        (corpus / f"seed-{number:03}").write_bytes(seed)
    limits = [f"-max_total_time={seconds}", "-max_len=16384", "-timeout=10", "-rss_limit_mb=2048"]
    options = [*limits, f"-dict={WORDS}", f"-artifact_prefix={KEPT}/{name}-", str(corpus)]
    atheris.Setup([str(Path(sys.argv[0])), *options], PROMISES[name])
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
