"""What have units been asked for, and what have they answered?"""
