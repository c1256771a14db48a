"""Same picture, whose number: file names, supplier ids, hashes."""
