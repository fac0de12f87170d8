"""What does a process that a test starts find around it?"""

import os

_OF_TESTS = {"DJANGO_ALLOW_ASYNC_UNSAFE"}
"""That a browser's loop runs in the test's thread: Django finds it unsafe where a site is served, and rightly."""


def environment() -> dict[str, str]:
    """Return the environment of this process without what is only for tests."""
    return {name: value for name, value in os.environ.items() if name not in _OF_TESTS}
