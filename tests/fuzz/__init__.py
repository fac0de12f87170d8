"""What no file may do to a reader, tried with bytes that grow out of real ones. ``make fuzz`` runs it."""
