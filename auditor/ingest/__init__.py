"""Files, folders and standard input -> `Document`. The only part below the command line that touches the disk."""
