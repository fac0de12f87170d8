"""What do pages of several rooms share: figures explained, lists of what was said, files handed over, ways back?"""
