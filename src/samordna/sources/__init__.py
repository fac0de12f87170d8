"""The readers: what does a file that somebody hands in say? They collect problems and never raise for content."""
