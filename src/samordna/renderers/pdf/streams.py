"""Why may no stream of an archived file end with a carriage return?

The line break before ``endstream`` does not belong to the stream. When the data itself happens to end with a
carriage return, the two read as one line break, and a strict validator finds the declared length wrong. One
compressed stream in 256 ends so, by chance of its checksum: here such a stream gets one harmless byte more.
"""

import io
from typing import Final

import pikepdf
from pikepdf import Name, ObjectStreamMode, Stream

_AMBIGUOUS: Final = b"\r\nendstream"


def saved(file: pikepdf.Pdf) -> bytes:
    """Return the file's bytes, the same for the same content, with every stream's length beyond doubt."""
    for stream in file.objects:
        if isinstance(stream, Stream) and stream.read_raw_bytes().endswith(b"\r"):
            _lengthen(stream)
    packed = _written(file, ObjectStreamMode.generate)
    # The streams that packing itself makes can end so too; unpacked there are none.
    return packed if _AMBIGUOUS not in packed else _written(file, ObjectStreamMode.disable)


def _lengthen(stream: Stream) -> None:
    """Add a byte that nothing reads: padding after a font, a line break after drawing instructions."""
    data = stream.read_bytes()
    if Name.Length1 in stream:
        stream.Length1 = len(data) + 1
        stream.write(data + b"\0")
    elif stream.get(Name.Subtype) in (None, Name.Form) and Name.N not in stream:
        stream.write(data + b"\n")


def _written(file: pikepdf.Pdf, mode: ObjectStreamMode) -> bytes:
    out = io.BytesIO()
    file.save(out, deterministic_id=True, object_stream_mode=mode)
    return out.getvalue()
