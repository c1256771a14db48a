"""Rules about the text under the picture."""
