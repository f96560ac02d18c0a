"""Names: IRIs are minted in one place, and every one of them is a safe path."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import IdentityError
from onrecord.names import Names, check_iri, collisions, is_slug, slug

NAMES = Names("https://example.org/kg/")


@given(st.text(max_size=200))
def test_a_slug_is_a_slug_or_empty(text: str) -> None:
    """Whatever the text, `slug` gives a path segment that `is_slug` accepts, or nothing."""
    made = slug(text)
    assert (
        made == ""
        or is_slug(made)
        or made in {"con", "prn", "aux", "nul"}
        or made[:-1]
        in (
            "com",
            "lpt",
        )
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Über Größe", "ueber-groesse"), ("SK Hynix", "sk-hynix"), ("…", ""), ("Łódź", "lodz")],
)
def test_german_letters_are_transliterated(text: str, expected: str) -> None:
    """Umlauts become two letters, other accents are dropped."""
    assert slug(text) == expected


@given(st.text(max_size=60))
def test_no_name_leaves_the_publication(name: str) -> None:
    """Minting refuses what is no slug; what it mints has a path inside of the publication."""
    try:
        iri = NAMES.iri("company", name)
    except IdentityError:
        return
    assert NAMES.path(iri) == f"company/{name}"
    assert ".." not in NAMES.path(iri)


@given(st.text(max_size=60))
def test_no_iri_is_published_outside(rest: str) -> None:
    """A foreign or hostile IRI has no path, or a path of slugs."""
    try:
        path = NAMES.path(NAMES.base + rest)
    except IdentityError:
        return
    assert all(is_slug(part) for part in path.split("/"))


@pytest.mark.parametrize("name", ["con", "a--b", "-a", "A", "a.b", "a/b", "", "x" * 121, "ä"])
def test_reserved_and_ambiguous_names_are_refused(name: str) -> None:
    """Device names, capitals, dots and doubled hyphens cannot be part of an IRI."""
    with pytest.raises(IdentityError):
        NAMES.iri("company", name)


@pytest.mark.parametrize(
    "iri", ["https://example.org/a b", "https://e.org/\u202ex", "no-scheme", "https://e.org/<x>"]
)
def test_hidden_and_forbidden_characters_are_refused(iri: str) -> None:
    """An IRI shows every character that it has."""
    with pytest.raises(IdentityError):
        check_iri(iri)


def test_vocabularies_have_paths_of_their_own() -> None:
    """The ontology, schemes and shapes lie beside the base and are published inside."""
    assert NAMES.path("https://w3id.org/onrecord/ns#Statement") == "ontology/onrecord"
    assert NAMES.path("https://w3id.org/onrecord/scheme/deal-kind#investment") == "scheme/deal-kind"
    assert NAMES.path("https://w3id.org/onrecord/shapes#X") == "shapes/onrecord"


def test_prefixes_are_used_for_the_longest_namespace() -> None:
    """A concept is shown with its scheme's prefix."""
    assert NAMES.compact("https://w3id.org/onrecord/scheme/form#direct") == "form:direct"
    assert NAMES.compact("https://example.org/kg/statement/a/b#c") == "statement:a/b#c"
    assert NAMES.compact("https://elsewhere.example/x") == "<https://elsewhere.example/x>"


def test_a_base_must_end_in_a_slash() -> None:
    """Otherwise two publications could mint the same IRI."""
    with pytest.raises(IdentityError):
        Names("https://example.org/kg")


def test_names_that_fold_together_collide() -> None:
    """Case-insensitive and normalising file systems take these as one."""
    assert collisions(["a/B", "a/b", "c"]) == [("a/B", "a/b")]
    assert collisions(["e\u0301", "\u00e9"]) == [("e\u0301", "\u00e9")]
