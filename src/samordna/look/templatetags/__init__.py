"""What do the templates of every site ask for?"""
