"""Rules about when the picture was made."""
