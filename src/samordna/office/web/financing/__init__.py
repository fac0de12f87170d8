"""Who pays what: members and key, the financing of a year, agreements, contributions?"""
