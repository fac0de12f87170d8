"""How is a unit's public key read that somebody pastes?"""

import base64
import binascii


def public_key(text: str) -> bytes:
    """Return the bytes of a key written in base64; none of them when it is not."""
    try:
        return base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError):
        return b""
