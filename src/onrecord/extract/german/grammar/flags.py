"""What a word form may be, as bits of one integer."""

DET = 1 << 0
PREP = 1 << 1
SUBCONJ = 1 << 2
COORD = 1 << 3
PRON = 1 << 4
ADV = 1 << 5
AUX = 1 << 6
MODAL = 1 << 7
KONJ = 1 << 8
FINITE = 1 << 9
CAP = 1 << 10
NUM = 1 << 11
ADJ = 1 << 12
NOMDET = 1 << 13
PARTICIPLE = 1 << 14
INFINITIVE = 1 << 15
MARK = 1 << 16
WH = 1 << 17
REL = 1 << 18
TITLE = 1 << 19
