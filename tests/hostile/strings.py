"""Naughty strings and script injections in families, made from rules instead of copied lists.

`PLAIN` can be published in every form; `REFUSED` holds something that XML cannot carry, or that is
no text at all. `INJECTIONS` call `PWN()` or ask for something at `LURE` where they get through.
"""

import unicodedata
from collections.abc import Iterator
from itertools import chain, product
from typing import Final

LURE: Final = "https://lure.invalid/"


def _categories() -> Iterator[str]:
    """Four characters of each Unicode category but surrogates: first, last, and between. What is
    left out has no character, or is one of 131,000 for private use."""
    found: dict[str, list[str]] = {}
    for code in chain(range(0x20, 0x32400), range(0xE0000, 0xE0200), (0xF0000, 0x10FFFD)):
        char = chr(code)
        category = unicodedata.category(char)
        if category not in ("Cs", "Cc") and code & 0xFFFE != 0xFFFE:
            found.setdefault(category, []).append(char)
    for category, chars in sorted(found.items()):
        for share in (0.0, 0.3, 0.7, 0.999):
            yield f"{category} {chars[int(share * len(chars))]} x"


def _directions() -> Iterator[str]:
    """Every bidi control, opened and not closed, around Latin, Hebrew and Arabic."""
    controls = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    words = ("moc.knab", "שלום", "مرحبا")
    for control, word in product(controls, words):
        yield f"{control}{word} 12.5 abc"


def _invisible() -> Iterator[str]:
    """Zero-width, soft, joining, tag and filler characters at the start, inside and at the end."""
    hidden = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\u115f\u3164\u180e\u2800\ufe0f\U000e0041"
    for char in hidden:
        yield from (f"{char}Alfa", f"Al{char}fa", f"Alfa{char}")


def _spaces() -> Iterator[str]:
    """White space of every kind where a parser may trim or fold it."""
    spaces = " \t\n\r\x85\u00a0\u1680\u2003\u2028\u2029\u202f\u205f\u3000"
    for space in (*spaces, "\r\n", "\n\n", "\n\r", " \t "):
        yield from (f"{space}a", f"a{space}", f"a{space}{space}b")


def _composed() -> Iterator[str]:
    """Texts in form C that other normal forms change, long clusters, emoji and astral planes."""
    marks = "".join(chr(c) for c in range(0x316, 0x330))
    texts = (
        *("ﬁ ﬂ ﬀ", "①②③", "ℌ𝔢𝔩𝔩𝔬", "Ａｌｆａ", "½ ¼", "Å ẞ ß İ ı ſ", "K vs K", "Ω"),
        *(
            "👩‍👩‍👧‍👦",
            "🏳️‍🌈",
            "🇩🇪🇺🇸",
            "👍🏽",
            "🧑🏿‍🚀",
            "𝟘𝟙𝟚",
            "𠜎𠜱",
            "﷽",
            "ꙮ",
            "\U0010fffd",
            "\ufffd",
        ),
        *("각", "देवनागरी क्ष", "ตัวอย่าง", "தமிழ்", "မြန်မာ", "ལྷ་ས", "x" + marks),
    )
    for text in texts:
        yield unicodedata.normalize("NFC", text)


def _metacharacters() -> Iterator[str]:
    """What ends, escapes or opens something in Turtle, SPARQL, CSV, JSON, XML, URLs, shells."""
    singles = [chr(c) for c in range(0x21, 0x7F) if not chr(c).isalnum()]
    pieces = (
        *('"""', "'''", '"@de', '"^^<x>', "\\", "\\\\", "\\n", "\\u0041", "\\U00110000", "\\uD800"),
        *("<urn:x>", "_:b", "[]", "() .", "} {", "# no comment", "@prefix : <x> .", "<<( )>>"),
        *("?s ?p ?o", "}; DROP ALL #", "$this", "FILTER(1=1)", "SERVICE <x> {}", "{{|x|}}"),
        *("=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("x")', "\tx", "a,b", "a;b", '"a","b"', "'=1"),
        *("%00", "%0d%0aSet-Cookie: x", "../../etc/passwd", "..\\..\\x", "file:///x", "?a=b&c#d"),
        *("$(id)", "`id`", "| cat", "&& id", "; id", "${HOME}", "~root", "*", "-rf", "--help"),
        *(
            "&amp;",
            "&#0;",
            "&#x1F;",
            "&lt;b&gt;",
            "]]>",
            "<![CDATA[x]]>",
            "<?xml?>",
            "<!DOCTYPE x>",
        ),
        *('{"@id": "x"}', '{"@value": 1}', "null", "true", "NaN", "1e999", "-0", "0x1F", "007"),
        *("@id", "@type", "@context", "_:", "onr:Statement", "a", "base", "PREFIX", "urn:x:y"),
    )
    yield from singles
    yield from (char * 3 for char in singles)
    yield from (f"a{char}b" for char in singles)
    yield from pieces


def _templates() -> Iterator[str]:
    """Syntax of template engines, of our own messages, and of format strings."""
    opened = (("{{", "}}"), ("{%", "%}"), ("${", "}"), ("<%", "%>"), ("#{", "}"), ("{#", "#}"))
    bodies = ("7*7", "config", "''.__class__.__mro__", "self", "include 'x'")
    for (start, end), body in product(opened, bodies):
        yield f"{start} {body} {end}"
    yield from ("{0}", "{}", "{?value}", "%s%n", "%(x)s", "{it.__class__}", "{{", "}}", "{%", "{")


def _names() -> Iterator[str]:
    """Names that file systems, hosts and programs keep for themselves."""
    devices = ("CON", "prn", "AUX", "nul", "COM1", "lpt9", "CLOCK$", "NUL.txt", "aux.ttl", "con.")
    files = (".", "..", "...", ".htaccess", ".git/config", "index", "index.html", "favicon.ico")
    words = ("undefined", "constructor", "__proto__", "toString", "None", "False", "NULL", "nan")
    yield from (*devices, *files, *words, "robots.txt", "data/manifest.json", "sitemap.xml", "")
    yield from ("a/../b", "a//b", "a./b", "a b/c", "A", "ä", "Straße", "STRASSE", "ﬀ", "İ", "ı")


def _long() -> Iterator[str]:
    """Long words, long lines, deep brackets."""
    yield from ("a" * 5_000, "ä " * 2_000, "\U0001f600" * 1_000, "(" * 500, "[" * 500, "<b>" * 300)
    yield from ("\\" * 999, '"' * 999, "'" * 999, "\n" * 200, "http://" + "a/" * 900)


def _events() -> Iterator[str]:
    """Elements that run something by themselves, with every quoting of their handler."""
    elements = (
        *(
            "img src=x onerror",
            "svg onload",
            "body onload",
            "video src=x onerror",
            "input autofocus",
        ),
        *("details open ontoggle", "marquee onstart", "iframe onload", "audio src onerror"),
        *("object data=x onerror", "style onload", "link rel=stylesheet href=x onerror"),
    )
    quotes = ("={}", '="{}"', "='{}'", "=`{}`", " = {}", "\n={}", "\x0c={}".replace("\x0c", "\t"))
    for element, quote in product(elements, quotes):
        handler = element if " on" in element else f"{element} onfocus"
        yield f"<{handler}{quote.format('PWN()')}>"


def _scripts() -> Iterator[str]:
    """Script elements, whole and broken, in capitals, nested, split and encoded."""
    ends = (
        *("</script>", "</style>", "</title>", "</textarea>", "</svg>", "</a>", "</bdi>", "-->"),
        *(
            "]]>",
            '">',
            "'>",
            "`>",
            "</q>",
            "</code>",
            "</noscript>",
            "</template>",
            "*/",
            "'}",
            '"}',
        ),
    )
    scripts = (
        "<script>PWN()</script>",
        "<ScRiPt>PWN()</sCrIpT>",
        f"<script src={LURE}x.js></script>",
        "<svg><script>PWN()</script></svg>",
        "<img src=x onerror=PWN()>",
    )
    yield from scripts
    for end, script in product(ends, scripts):
        yield end + script
    yield from ("<scr<script>ipt>PWN()</script>", "<script/x>PWN()</script >", "<script\n>PWN()//")
    yield from (
        "＜script＞PWN()＜/script＞",
        "%3Cscript%3EPWN()%3C/script%3E",
        "\\x3cscript>PWN()//",
    )
    yield from (
        "&lt;script&gt;PWN()&lt;/script&gt;",
        "\\u003cscript\\u003ePWN()",
        "+ADw-script+AD4-",
    )


def _breakouts() -> Iterator[str]:
    """Out of an attribute, a string of a script, a template literal, a style, a comment."""
    starts = ('"', "'", "`", '" ', "' ", '"/', "\\'", '\\"', "&quot;", "&#39;", "x\n", "\u2028")
    tails = (
        *(" onmouseover=PWN() ", " autofocus onfocus=PWN() x=", "><svg onload=PWN()>", ";PWN();//"),
        *("+PWN()+", " style=background:url(" + LURE + ") ", "}</style><svg onload=PWN()>"),
    )
    for start, tail in product(starts, tails):
        yield start + tail + start.strip()
    yield from ("${PWN()}", "*/PWN()/*", "--><svg onload=PWN()><!--", "<!--<script>PWN()//", "</x>")
    yield f"@import '{LURE}x.css';"
    yield f"x{{background:url({LURE}x)}}"


def _addresses() -> Iterator[str]:
    """Addresses that run or send something, as text and in elements that follow them."""
    addresses = (
        *("javascript:PWN()", "JaVaScRiPt:PWN()", "java\tscript:PWN()", "javascript&colon;PWN()"),
        *(" javascript:PWN()", "data:text/html,<script>PWN()</script>", "vbscript:PWN()"),
        *(LURE + "x", "//lure.invalid/x"),
    )
    frames = (
        *('<a href="{}">x</a>', "<iframe src='{}'></iframe>", "<img src='{}'>", "<embed src='{}'>"),
        *('<meta http-equiv=refresh content="0;url={}">', "<base href='{}'>", "<object data='{}'>"),
        *("<form action='{}'><button autofocus>x", "<link rel=stylesheet href='{}'>", "{}"),
        *(
            "<svg><use href='{}'/></svg>",
            "<svg><image href='{}'/></svg>",
            "<math href='{}'>x</math>",
        ),
    )
    for frame, address in product(frames, addresses):
        yield frame.format(address)


def _unique(*families: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for family in families for text in family))


def _beyond() -> Iterator[str]:
    """Control characters and characters that are none, which XML 1.0 cannot carry."""
    controls = [c for c in range(0x20) if chr(c) not in "\t\n\r"]
    for code in (*controls, 0xFFFE, 0xFFFF):
        yield f"a{chr(code)}b"


PLAIN: Final = _unique(
    *(_categories(), _directions(), _invisible(), _spaces(), _composed(), _metacharacters()),
    *(_templates(), _names(), _long()),
)
INJECTIONS: Final = _unique(_events(), _scripts(), _breakouts(), _addresses())
REFUSED: Final = _unique(_beyond())
SURROGATES: Final = ("\ud800", "\udfff", "a\udc80b", "\ud83d", "\ude00\ud83d")


def turtle(text: str) -> str:
    """The text as a string of Turtle, every risky character escaped."""
    return '"' + "".join(_escaped(c) for c in text) + '"'


def _escaped(char: str) -> str:
    if (char.isalnum() and char.isascii()) or char == " ":
        return char
    return f"\\u{ord(char):04X}" if ord(char) < 0x10000 else f"\\U{ord(char):08X}"
