"""The facts that ghgplan ships, each with its source, year, unit, validity and how far it is verified.

The lowest room. The facts stand in ``data/`` as tables that people review line by line; there is one
module for each kind of fact, and ``library`` lists and searches them all.
"""
