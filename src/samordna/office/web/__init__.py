"""The association's site as a browser sees it: addresses, views, forms and templates.

No rule, no arithmetic and no query: views ask ``questions``, write through ``actions`` and show what they are given.
"""
