"""Plans made up by seed: as many as asked for, each of the size of a real one, none of a real company."""
