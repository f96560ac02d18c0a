"""The plain page where a person types a query, for publications without a page of their own."""

from onrecord.query import FORMATS

_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>SPARQL endpoint</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body><main><h1>SPARQL endpoint</h1>
<p>Ask with any client of the SPARQL 1.1 Protocol, or here.</p>
<form method="post" action="">
<p><label for="query">Query</label></p>
<p><textarea id="query" name="query" rows="14" cols="80" spellcheck="false" required>
{query}</textarea></p>
<p><label for="format">Format</label>
<select id="format" name="format"><option value="">as your browser likes</option>{formats}</select>
<button>Ask</button></p></form></main></body></html>
"""
_EXAMPLE = "SELECT ?type (COUNT(*) AS ?number) { ?thing a ?type } GROUP BY ?type ORDER BY ?type"


def query_page() -> str:
    """A form that works with no script."""
    options = "".join(f"<option>{name}</option>" for name in FORMATS)
    return _PAGE.format(query=_EXAMPLE, formats=options)
