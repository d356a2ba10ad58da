"""How long ghgplan takes, and how much memory, beside the script that a user would write instead: ``python -m benchmarks``."""
