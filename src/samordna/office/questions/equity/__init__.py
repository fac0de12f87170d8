"""Where is equity heading, and is the balance requirement met?"""
