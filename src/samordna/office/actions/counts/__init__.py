"""How are units asked for counts, and how do their answers come in?"""
