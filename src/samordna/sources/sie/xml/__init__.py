"""What does a SIE 5 file say, and how is one written?"""

from samordna.sources.sie.xml.reader import Sie5Reader, read_sie5, stream_sie5
from samordna.sources.sie.xml.writing import left_out_of_sie5, write_sie5, write_sie5_to

__all__ = ["Sie5Reader", "left_out_of_sie5", "read_sie5", "stream_sie5", "write_sie5", "write_sie5_to"]
