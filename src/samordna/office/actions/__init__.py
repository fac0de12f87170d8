"""The deeds: one function each — who, check, do, trace — in one transaction."""
