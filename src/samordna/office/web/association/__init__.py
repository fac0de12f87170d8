"""What is set for the whole association, and how does somebody come in?"""
