"""What did a unit hand in: a form that it filled in, a packet of its own program, or a plain table?

Each is read into the same report and goes through the same checks (``domain.participation.checks``). Reading never
raises for content; nothing is taken by halves.
"""

from samordna.sources.counts.calendar import CalendarReading, read_calendar
from samordna.sources.counts.flat import read_counts_table
from samordna.sources.counts.packet import LARGEST_PACKET, SenderKey, read_packet
from samordna.sources.counts.packet_writing import SigningKey, write_packet
from samordna.sources.counts.reading import CountsReading
from samordna.sources.counts.stated_totals import StatedReading, read_stated_totals
from samordna.sources.counts.template import read_template
from samordna.sources.counts.unit_keys import public_key

__all__ = [
    "LARGEST_PACKET",
    "CalendarReading",
    "CountsReading",
    "SenderKey",
    "SigningKey",
    "StatedReading",
    "public_key",
    "read_calendar",
    "read_counts_table",
    "read_packet",
    "read_stated_totals",
    "read_template",
    "write_packet",
]
