"""The grammar that the German rules stand on: word forms, verbs, sentences, phrases."""
