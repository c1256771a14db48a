"""An audit as text or bytes, one output a file."""
