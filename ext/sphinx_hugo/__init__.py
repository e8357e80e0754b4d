"""Build a Hugo documentation tree with Sphinx, as it stands."""

__version__ = "0.1.0.dev0"
