"""How does an association get its folder, its name, and its users?"""
