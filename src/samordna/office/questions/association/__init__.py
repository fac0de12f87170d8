"""Which association is it, who may come in, and is it served safely?"""
