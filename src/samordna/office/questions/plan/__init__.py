"""What have people said of the plan, and how does a plan's year read?"""
