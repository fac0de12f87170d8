"""What do tests of screens read in, and how do they read a page?"""

import re

from tests.large_ledger import large_ledger

from samordna.office.actions import TERMINAL, LedgerFile, take_ledgers


def take(*years: int, seed: int = 1) -> None:
    """Read in a small ledger for each year."""
    files = [LedgerFile(f"{year}-{seed}.se", large_ledger(150, seed=seed + year, year=year)) for year in years]
    take_ledgers(files, by=TERMINAL)


def words(response) -> str:
    """Return what is read on a page, blanks made one."""
    text = re.sub(r"(?s)<(script|style|svg).*?</\1>|<[^>]+>", " ", response.content.decode())
    return re.sub(
        r"\s+", " ", text.replace("\xa0", " ").replace("\u2212", "-").replace("&quot;", '"').replace("&amp;", "&")
    )


def links(response) -> list[str]:
    """Return the addresses that a page leads to, in order."""
    found = re.findall(r'<a[^>]* href="([^"]+)"', response.content.decode())
    return [address.replace("&amp;", "&") for address in found]


def headings(response) -> list[tuple[int, str]]:
    """Return the headings of a page with their levels."""
    shown = re.sub(r"(?s)<template.*?</template>", "", response.content.decode())
    found = re.findall(r"(?s)<h(\d)[^>]*>(.*?)</h\1>", shown)
    return [(int(level), re.sub(r"<[^>]+>", "", text).strip()) for level, text in found]
