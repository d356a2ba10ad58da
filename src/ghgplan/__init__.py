"""ghgplan: a compiler for greenhouse-gas reduction plans."""

__version__ = "0.1.0"
