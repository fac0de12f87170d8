"""What does a process that a test starts find around it?"""

import os

_OF_TESTS = {"DATABASE_URL", "DJANGO_ALLOW_ASYNC_UNSAFE"}
"""Which engine a test runs on; that a browser's loop runs in the test's thread (Django finds that unsafe, rightly)."""


def environment() -> dict[str, str]:
    """Return the environment of a person at a terminal: without what other tests have put in that of this process."""
    return {name: value for name, value in os.environ.items() if name not in _OF_TESTS}
