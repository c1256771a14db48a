"""Rules about who made, supplied or owns the picture."""
