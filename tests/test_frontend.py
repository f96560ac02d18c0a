"""The packaged front end and the data scripts that the Python build writes for it."""

import gzip
import json
import re
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.publish.site.assets.datascript import data_script
from onrecord.publish.site.assets.exchange import search_script_again
from onrecord.publish.site.assets.search import SearchEntry, folded, search_script

SCRIPTS = Path(__file__).parent.parent / "site" / "scripts"
ASSETS = resources.files("onrecord_assets")
BEFORE_THE_FIRST_QUERY = ("theme.js", "page.js", "search.js", "sparql.js")
LOADED_ON_USE = ("map-engine.js", "sparql-editor.js", "sparql-engine.js")
KB = 1024


def zipped(name: str) -> int:
    """The size of an asset as a host sends it."""
    return len(gzip.compress(ASSETS.joinpath(name).read_bytes(), 9))


def value_of(script: str) -> object:
    """The value that a data script assigns."""
    return json.loads(script.partition("=")[2].removesuffix(";\n"))


def test_every_asset_of_the_contract_is_packaged() -> None:
    """What site/scripts/README.md lists as put there by the package is there."""
    contract = (SCRIPTS / "README.md").read_text(encoding="utf-8")
    rows = [line for line in contract.splitlines() if line.endswith("| package |")]
    promised = {name for row in rows for name in re.findall(r"`([\w-]+\.(?:js|css|txt))`", row)}
    promised.discard("site.css")
    packaged = {f.name for f in ASSETS.iterdir() if f.name.endswith((".js", ".css", ".txt"))}
    assert len(promised) > 10
    assert packaged == promised


def test_scripts_before_the_first_query_are_small() -> None:
    """At most 40 KB gzipped on the SPARQL page, the heaviest before anything is loaded on use."""
    assert sum(map(zipped, BEFORE_THE_FIRST_QUERY)) <= 40 * KB


def test_other_scripts_are_loaded_on_use_only() -> None:
    """Nothing that is linked in a page is as large as what waits for its use."""
    linked = {f.name for f in ASSETS.iterdir() if f.name.endswith(".js")} - {*LOADED_ON_USE}
    assert max(map(zipped, linked)) < 12 * KB < min(map(zipped, LOADED_ON_USE))


@pytest.mark.parametrize(
    "path", sorted((SCRIPTS / "src").rglob("*.ts")), ids=lambda p: str(p.relative_to(SCRIPTS))
)
def test_own_scripts_read_no_markup_and_run_no_text(path: Path) -> None:
    """Strings become text nodes; nothing is evaluated, nothing is fetched."""
    ways = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|\bFunction\(|\bfetch\("
    assert not re.search(ways, path.read_text(encoding="utf-8"))


def test_lock_names_no_registry() -> None:
    """Versions and hashes are pinned, addresses are not."""
    lock = json.loads((SCRIPTS / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert packages
    assert all(entry["integrity"].startswith("sha512-") for entry in packages.values())
    assert not [name for name, entry in packages.items() if "resolved" in entry]
    options = (SCRIPTS / ".npmrc").read_text(encoding="utf-8").splitlines()
    assert "omit-lockfile-registry-resolved=true" in options


def test_every_package_is_pinned_exactly() -> None:
    """A range would let the bundle change with the day."""
    package = json.loads((SCRIPTS / "package.json").read_text(encoding="utf-8"))
    wanted = {**package["dependencies"], **package["devDependencies"]}
    assert not [name for name, version in wanted.items() if not re.fullmatch(r"[\d.]+", version)]


def test_licences_travel_with_the_code() -> None:
    """Each package that is bundled is named with its licence."""
    text = ASSETS.joinpath("THIRD-PARTY-LICENSES.txt").read_text(encoding="utf-8")
    for name in ("@picocss/pico", "codemirror", "cytoscape", "minisearch", "oxigraph"):
        assert re.search(rf"^{name} [\d.]+$", text, re.MULTILINE), name
    assert "esbuild" not in text
    for entry in text.split("-" * 72)[1:]:
        assert "Permission is hereby granted" in entry or "Apache License" in entry, entry[:80]


def _nested(inner: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4)


@given(st.recursive(st.text(), _nested, max_leaves=12))
def test_data_scripts_carry_any_text(value: object) -> None:
    """The value comes back unharmed, and no text can close the script or break its line."""
    script = data_script("onrecordTest", value)
    assert value_of(script) == value
    assert not re.search(r"[<\u2028\u2029]", script)


def test_data_scripts_assign_to_names_only() -> None:
    """A name that is none is refused."""
    with pytest.raises(ValueError, match="not a name"):
        data_script("x=1;y", 1)


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("Öl", ("oel", "ol")),
        ("Straße", ("strasse",)),
        ("CAFÉ", ("cafe",)),
        ("U\u0308ber", ("ueber", "uber")),
        ("OpenAI", ("openai",)),
    ],
)
def test_words_are_folded(word: str, forms: tuple[str, ...]) -> None:
    """Case, umlauts, sharp s and accents, composed or not."""
    assert folded(word) == forms


@given(st.text(min_size=1))
def test_folding_is_done_once(word: str) -> None:
    """A folded word folds to itself, so that the browser's folding of a query meets the index."""
    for form in folded(word):
        assert folded(form) == (form,)


def test_search_index_is_the_same_for_any_order() -> None:
    """Entries are sorted; each word of title, aliases and text leads to its entry."""
    one = SearchEntry("a.html", "Firma", "Ölmühle", "presst Raps", ("Alfa",))
    two = SearchEntry("b.html", "Firma", "Beta")
    script = search_script("de", [one, two])
    assert script == search_script("de", [two, one])
    index = value_of(script)
    assert isinstance(index, dict)
    terms = dict(index["index"]["index"])
    assert set(terms) == {"oelmuehle", "olmuhle", "presst", "raps", "alfa", "beta"}
    assert terms["raps"] == {"2": {"1": 1}}
    assert index["index"]["storedFields"]["1"]["address"] == "a.html"


def test_an_entry_in_the_place_of_another_gives_the_index_that_is_made_anew() -> None:
    entries = [SearchEntry(f"{n}.html", "Firma", f"Titel {n}", f"Raps {n}") for n in "abc"]
    old = search_script("de", entries).encode()
    others = [
        SearchEntry("b.html", "Firma", "Titel b", "Öl und Öl", ("Alfa",)),
        SearchEntry("b.html", "Firma", "Titel bb", "Raps a"),
        entries[1],
    ]
    for other in others:
        anew = search_script("de", [entries[0], other, entries[2]])
        assert search_script_again(old, [entries[1]], [other]) == anew.encode()
    assert search_script_again(old, [], []) == old


def test_a_statement_has_its_marks_and_how_they_are_drawn_is_said_once() -> None:
    """Nothing else of the index is about them; where they are called otherwise, it is made anew."""
    drawn = {"m-hope": {"label": "erhofft", "box": "0 0 28 10", "d": "M0 5H28"}}
    said = SearchEntry("a.html", "Aussage", "Titel a", marks="m-hope")
    denied = SearchEntry("a.html", "Aussage", "Titel a", marks="m-hope p-negated")
    script = search_script("de", [said], drawn)
    value = value_of(script)
    assert isinstance(value, dict) and value["marks"] == drawn
    assert value["index"]["storedFields"]["0"]["marks"] == "m-hope"
    assert "hope" not in dict(value["index"]["index"])
    anew = search_script("de", [denied], drawn)
    assert search_script_again(script.encode(), [said], [denied], drawn) == anew.encode()
    assert search_script_again(script.encode(), [said], [denied]) is None


def test_entries_that_come_go_or_move_take_a_new_index() -> None:
    entries = [SearchEntry(f"{n}.html", "Firma", f"Titel {n}") for n in "abc"]
    old = search_script("de", entries).encode()
    moved = SearchEntry("b.html", "Firma", "Titel d")
    assert search_script_again(old, [entries[1]], [moved]) is None
    assert search_script_again(old, [], [moved]) is None
    assert search_script_again(old, [entries[1]], []) is None
    assert search_script_again(old, [moved], [entries[1]]) is None


_WORDS = st.sampled_from(["Öl", "Raps", "Rapsöl", 'a"1":{"address":b', "1", "<b>", "],[", "ξ"])
_TEXTS = st.lists(_WORDS, max_size=3).map(" ".join)


@given(st.lists(st.tuples(_TEXTS, _TEXTS), min_size=1, max_size=14), st.data())
def test_whatever_is_exchanged_gives_the_index_that_is_made_anew(
    texts: list[tuple[str, str]], data: st.DataObject
) -> None:
    """Or nothing, where entries come into other places."""
    old = [SearchEntry(f"{n}.html", "x", *both, (both[0],)) for n, both in enumerate(texts)]
    new = list(old)
    for number in data.draw(st.lists(st.sampled_from(range(len(old))), max_size=3)):
        title = data.draw(st.sampled_from([old[number].title, "Öl", "Raps"]))
        new[number] = SearchEntry(f"{number}.html", "x", title, data.draw(_TEXTS), ("Alfa",), None)
    script = search_script("de", old).encode()
    again = search_script_again(script, old, new)
    assert again in (None, search_script("de", new).encode())
    if [e.title for e in old] == [e.title for e in new] and value_of(script.decode())["index"][
        "index"
    ]:
        assert again


def test_an_empty_index_can_be_written() -> None:
    """A publication with nothing to find still has a search."""
    index = value_of(search_script("en", []))
    assert isinstance(index, dict)
    assert index["index"]["documentCount"] == 0
