"""English: lexicons and rules for direct speech, framed indirect speech, amounts and deals."""
