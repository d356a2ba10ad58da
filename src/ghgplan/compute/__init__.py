"""plan -> report: every number, with where it came from."""
