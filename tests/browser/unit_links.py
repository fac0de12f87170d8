"""How does a test in a browser get the link to a unit's form, when making it is not what is tested?

In a process of its own: the browser's driver runs a loop in the test's, where no database may be asked.
"""

import subprocess
import sys
from pathlib import Path

from tests.environment import environment

_MAKE = """
import os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "samordna.office.web.settings"
import samordna.office
from pathlib import Path
from samordna.domain.values.period import Period
from samordna.office import actions

folder, unit, period = sys.argv[1:]
actions.open_association(Path(folder))
print(actions.link_unit(unit, Period.parse(period), by=actions.TERMINAL).secret)
"""


def link_secret(folder: Path, unit: str, period: str) -> str:
    """Make the link to a unit's form and return its secret."""
    command = [sys.executable, "-c", _MAKE, str(folder), unit, period]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment())
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()
