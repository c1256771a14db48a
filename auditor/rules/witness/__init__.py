"""Rules about the page against what others say of the same picture."""
