"""How is a moment told?"""

import datetime as dt

from django.utils import timezone


def day_and_time(moment: dt.datetime) -> str:
    """Return a moment as people here write it: ``2024-09-03 14.05``."""
    return f"{timezone.localtime(moment):%Y-%m-%d %H.%M}"
