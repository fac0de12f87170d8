"""What does somebody find who comes in, looks for something, asks for help, or asks who did what?"""
