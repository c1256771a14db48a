"""Rules about the page as a whole, or about several of its pictures together."""
