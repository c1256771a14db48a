"""Words understood: caption -> description, credit line, usage terms, dates. Pure functions; knows no page and no file."""
