"""Names in German text: companies, people, media, and offices held."""
