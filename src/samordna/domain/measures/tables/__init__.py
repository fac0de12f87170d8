"""How is a view laid out as tables, of which no cell tells more than may be read?"""
