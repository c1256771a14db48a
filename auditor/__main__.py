"""`python -m auditor`: the same as the command `auditor`."""

from auditor.cli import main

main()
