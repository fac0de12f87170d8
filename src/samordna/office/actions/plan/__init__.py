"""How is what people say of the plan kept, and a plan's year written and adopted?"""
