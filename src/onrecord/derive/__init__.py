"""Asserted facts → derived triples, in graphs of their own that are marked as derived.

What somebody says stays the content of a statement: no rule here, nor any axiom of the ontology,
may turn a contestable property into a plain triple (`SourceError`).
"""

from onrecord.derive.axioms import Axioms
from onrecord.derive.rules import derive

__all__ = ["Axioms", "derive"]
