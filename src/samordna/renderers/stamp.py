"""When was a file made, when nobody says?

Word and Excel files carry the time they were made. The same document must give the same bytes, so that a
frozen report can be compared with itself: the time is what the caller says, never the clock's.
"""

import datetime as dt
from typing import Final

UNDATED: Final = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
