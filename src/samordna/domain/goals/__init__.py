"""What does the association want to reach, how is that told, and is it reached?"""
