"""What is counted of those who take part, by whom, and may the counts be right?"""
