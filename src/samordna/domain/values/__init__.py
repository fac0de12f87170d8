"""The small values everything else is made of: money, units, periods, problems."""
