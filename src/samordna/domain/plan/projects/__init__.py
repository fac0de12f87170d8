"""Projects that somebody else pays for: what is applied for, granted, claimed, earned, and what they do to the rest."""
