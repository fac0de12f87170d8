"""Which files does the economist drop? The demo's own year, spoilt, and with one invoice a thousand kronor higher."""

from importlib.resources import files
from pathlib import Path

_LEDGER = files("samordna.demo") / "ledgers" / "sjuharad-2024-08.se"
_INVOICE = b'#TRANS 6230 {1 "1010"} 2362.50\r\n#TRANS 2411 {} -2362.50'
_DEARER = b'#TRANS 6230 {1 "1010"} 3362.50\r\n#TRANS 2411 {} -3362.50'


def unbalanced(folder: Path) -> Path:
    """Return a file in which one voucher does not sum to zero."""
    return _written(folder / "sjuharad-fel.se", _changed(_INVOICE, _DEARER.replace(b"-3362.50", b"-2362.50")))


def dearer(folder: Path, name: str = "sjuharad-2024-08-ny.se") -> Path:
    """Return a whole file: account 6230 is a thousand kronor higher, and so is the debt to suppliers."""
    changed = _changed(_INVOICE, _DEARER)
    changed = changed.replace(b"#RES 0 6230 18900.00", b"#RES 0 6230 19900.00")
    changed = changed.replace(b"#UB 0 2411 -5018890.88", b"#UB 0 2411 -5019890.88")
    return _written(folder / name, changed)


def _changed(old: bytes, new: bytes) -> bytes:
    content = _LEDGER.read_bytes()
    newline = b"\r\n" if b"\r\n" in content else b"\n"
    old, new = (text.replace(b"\r\n", newline) for text in (old, new))
    assert old in content
    return content.replace(old, new, 1)


def _written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path
