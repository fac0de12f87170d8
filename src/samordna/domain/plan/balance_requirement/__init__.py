"""Does the year carry its own cost as the law asks, and if not, when is it restored or on what grounds is it not?"""
