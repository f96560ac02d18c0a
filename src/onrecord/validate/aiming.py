"""Shapes → the same shapes, their property shapes aimed at what the node shapes above aim at.

An engine that goes through a node shape asks every property shape anew for each focus node; one
that has targets of its own is asked once for all of them. The results are the same: a result names
the property shape either way.
"""

from typing import TYPE_CHECKING, Final

from onrecord.names import OWL, RDFS, SH

if TYPE_CHECKING:
    import rdflib

_TARGETS: Final = ("targetClass", "targetNode", "targetSubjectsOf", "targetObjectsOf")
# A closed shape reads its properties, a property shape's own properties are asked of its values.
_STAYS: Final = ("closed", "deactivated", "path")


def aim(shapes: "rdflib.Graph") -> None:
    """Move `sh:property` of each shape that has targets and that no other shape refers to."""
    from rdflib import RDF, URIRef

    def sh(name: str) -> URIRef:
        return URIRef(SH + name)

    classes = {URIRef(RDFS + "Class"), URIRef(OWL + "Class")}
    for node in set(shapes.subjects(sh("property"))):
        if any((node, sh(name), None) in shapes for name in _STAYS):
            continue
        if set(shapes.predicates(None, node)) - {sh("targetClass"), sh("targetNode")}:
            continue
        aims = [(sh(name), o) for name in _TARGETS for o in shapes.objects(node, sh(name))]
        if classes & set(shapes.objects(node, RDF.type)):
            aims.append((sh("targetClass"), node))
        for shape in list(shapes.objects(node, sh("property"))) if aims else ():
            shapes.remove((node, sh("property"), shape))
            shapes.add((shape, RDF.type, sh("PropertyShape")))
            for predicate, target in aims:
                shapes.add((shape, predicate, target))
