"""What does it cost: statements from many postings, a large import, a report in every format?

``python -m bench`` measures all of it in one run and writes ``docs/bench.md``. Whatever is measured runs in a
process of its own, so that neither memory nor warmth leaks from one figure into the next.
"""
