"""How do statistics leave, and how is it noted what was keyed?"""
