"""Which chapters, tables and sentences make a report?

A report is a template (data, one file per association and kind of report) filled from laid-out statements.
Every figure in its prose is bound to the cell it was taken from.
"""
