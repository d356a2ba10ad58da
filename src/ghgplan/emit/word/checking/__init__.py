"""Looks a Word template over before it is used, and says everything that is wrong with it at once: ``check.check_template``."""
