"""What is counted about people, and what of it may be read."""
