"""Which secret does the site sign its sessions with?"""

import os
import secrets
from pathlib import Path
from typing import Final

SECRET_FILE: Final = "secret.key"  # noqa: S105 - where it is, not what it is
_LENGTH: Final = 50


def site_secret(folder: Path) -> str:
    """Return the data folder's own secret, made the first time somebody asks; only its owner can read the file.

    Two that ask at once get the same one: the file is written under another name and put in place once.
    """
    path = folder / SECRET_FILE
    if not path.exists():
        written = folder / f".{SECRET_FILE}-{secrets.token_hex(4)}"
        with os.fdopen(os.open(written, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(secrets.token_urlsafe(_LENGTH))
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(written, path)
        except FileExistsError:
            pass
        finally:
            written.unlink()
    return path.read_text("utf-8").strip()
