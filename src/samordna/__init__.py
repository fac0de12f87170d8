"""Samordna: the system a Swedish samordningsförbund runs on.

Read the folders as a sentence: ``sources`` read what others wrote, ``domain`` lays it out,
``renderers`` write it down, ``office`` keeps it, and ``cli`` lets a person ask for it.
"""
