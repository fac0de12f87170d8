"""How are goals laid out, judged, and decided of?"""
