"""What do forms of several rooms share: what is typed, what an address wants, what somebody had seen?"""
