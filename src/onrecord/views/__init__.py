"""A graph → what the pages of the site show: the only SPARQL of the site is in `site/views`."""
