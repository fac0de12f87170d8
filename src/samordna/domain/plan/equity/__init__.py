"""Where does equity go over the years, and does it keep between its floor and its ceiling?"""
