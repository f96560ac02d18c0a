"""Answers → SVG: money map, timeline, network of an entity, picture card; readable in print."""
