"""checks: what a plan says, held against what follows from it. Rules are small functions over a report."""
