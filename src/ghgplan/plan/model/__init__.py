"""The chapters of a plan, each in a module of its own."""
