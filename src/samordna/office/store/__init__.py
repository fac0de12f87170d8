"""Where do rows live, and how do they become values?"""
