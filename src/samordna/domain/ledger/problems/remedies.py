"""What is a person told to do about several kinds of problems alike?"""

from typing import Final

from samordna.domain.values.language import swedish

EXPORT_AGAIN: Final = swedish("Exportera filen på nytt ur ekonomisystemet och läs in den nya.")
MEND_AND_EXPORT: Final = swedish("Rätta i ekonomisystemet, exportera på nytt och läs in den nya filen.")
NOTHING_TO_DO: Final = swedish("Inget behöver göras.")
LOOK_AT_NAMES: Final = swedish("Titta på namnen på konton och kostnadsställen innan du läser in filen.")
