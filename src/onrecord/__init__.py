"""onrecord: a news article as a knowledge graph in which every fact shows who said it."""

__version__ = "0.1.0"
