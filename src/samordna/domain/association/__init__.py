"""Who stands together in an association, from when to when, and how do they weigh against each other?"""
