"""The project room: finds plans, reads them, runs the road for each, and writes what came out.

The only room that touches the disk. What goes wrong with the surroundings (disk, lock,
permission) is a ``Trouble``; what is wrong with a plan is a diagnostic.
"""
