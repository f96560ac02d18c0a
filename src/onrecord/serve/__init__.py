"""A built publication in, HTTP out: files with content negotiation and a SPARQL endpoint."""
