"""English text in, tokens, sentences and quotation marks out."""

from dataclasses import dataclass

from onrecord.extract.english.words import ENGLISH
from onrecord.extract.marks import quotations
from onrecord.extract.tokens import TERMINAL, Tokens, sentences, tokenize

Range = tuple[int, int]


@dataclass(slots=True)
class Document:
    """An article ready for the rules; `inside[i]` is the quotation token i stands in, or -1."""

    tokens: Tokens
    sentences: list[Range]
    marks: list[Range]
    inside: list[int]

    def stop(self, sentence: Range) -> int:
        """Where the final punctuation of a sentence starts."""
        end = sentence[1]
        while end > sentence[0] and self.tokens.words[end - 1] in TERMINAL:
            end -= 1
        return end

    def capital(self, i: int) -> bool:
        """Whether a token is a word written large."""
        return self.tokens.words[i][0].isupper()


def read_document(text: str) -> Document:
    """Segments an English text."""
    tokens = tokenize(text)
    marks = quotations(tokens)
    inside = [-1] * len(tokens)
    for number, (begin, end) in enumerate(marks):
        for i in range(begin, end):
            inside[i] = number
    return Document(tokens, sentences(tokens, ENGLISH), marks, inside)
