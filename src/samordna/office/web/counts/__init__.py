"""How do the counts of the units come in, in the unit's form and at the office's desk?"""
