"""Whatever was edited: a build that takes over what did not change gives what a full one gives."""

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from curating import curated
from onrecord import incremental, output, pipeline
from onrecord.derive import again
from onrecord.output import Output, state, verify
from onrecord.publish import dumped, lines, stored
from onrecord.publish.earlier import Earlier
from onrecord.report import from_json
from onrecord.validate import local, touched
from onrecord.workspace import CONFIG_NAME, Workspace

pytestmark = pytest.mark.system
ARTICLES = 3
SOURCES = (CONFIG_NAME, "kg", "site", "ontology")
Edit = Callable[[Path, random.Random], None]


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.search(old, text), f"{old} is not in {path}"
    path.write_text(re.sub(old, new, text, count=1), encoding="utf-8")


def _homes(folder: Path) -> list[Path]:
    return sorted((folder / "kg/articles").iterdir())


def change(folder: Path, chance: random.Random) -> None:
    """Rewords a gloss of an article."""
    path = chance.choice(_homes(folder)) / "statements.ttl"
    _replace(path, r'(onr:gloss ")', rf"\g<1>Wort {chance.randrange(1000)}: ")


def add(folder: Path, chance: random.Random) -> None:
    """One more article of the stories that are there."""
    told = curated().stories(ARTICLES, 1)
    curated().write_article(folder, told, len(_homes(folder)))


def delete(folder: Path, chance: random.Random) -> None:
    """The last article goes, to which nothing refers."""
    slug = curated().article_slug(curated().stories(ARTICLES, 1), len(_homes(folder)) - 1)
    shutil.rmtree(folder / "kg/articles" / slug)


def relate(folder: Path, chance: random.Random) -> None:
    """One statement answers another in another way, or no more."""
    path = chance.choice(_homes(folder)) / "statements.ttl"
    old, new = chance.choice(["qualifies restates".split(), "restates qualifies".split()])
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(f"onr:{old} ", f"onr:{new} "), encoding="utf-8")


def say(folder: Path, chance: random.Random) -> None:
    """A statement more: what the writers of an article say, once more in other words."""
    home, number = chance.choice(_homes(folder)), chance.randrange(1000)
    for name in ("statements.ttl", "evidence.ttl"):
        text = (home / name).read_text(encoding="utf-8")
        if f"editors-{number}" not in text:
            own = re.findall(
                r"^(?:st:editors |<[^>]*/editors[#>]).*?\.\n(?=\n|st:|$)", text, re.M | re.S
            )
            more = re.sub(r"\beditors\b(?=[ #>])", f"editors-{number}", "\n".join(own))
            (home / name).write_text(f"{text}\n{more}", encoding="utf-8")


def background(folder: Path, chance: random.Random) -> None:
    """A file in which nothing stands comes, or goes."""
    path = chance.choice(_homes(folder)) / "background.ttl"
    path.unlink() if path.exists() else path.write_text("# nothing yet\n", encoding="utf-8")


def entity(folder: Path, chance: random.Random) -> None:
    """Somebody has another name."""
    _replace(folder / "kg/entities/all.ttl", '"Runa ', f'"Runa {chance.choice("ABCDEF")}. ')


def settings(folder: Path, chance: random.Random) -> None:
    """The publication has another title."""
    _replace(folder / CONFIG_NAME, 'de = "', f'de = "{chance.randrange(1000)} ')


def template(folder: Path, chance: random.Random) -> None:
    """The workspace has a template of its own."""
    name = "site/templates/_mark.html"
    own = folder / name
    text = (
        own.read_text("utf-8") if own.is_file() else (Path(__file__).parents[1] / name).read_text()
    )
    own.parent.mkdir(parents=True, exist_ok=True)
    end = f"<!-- {chance.randrange(1000)} -->{{% endmacro %}}"
    own.write_text(text.replace("{% endmacro %}", end), encoding="utf-8")


def ontology(folder: Path, chance: random.Random) -> None:
    """A term is explained further."""
    path = folder / "ontology/own.ttl"
    path.parent.mkdir(exist_ok=True)
    path.write_text(
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        "<https://w3id.org/onrecord/scheme/modality#hearsay>"
        f' skos:scopeNote "Note {chance.randrange(1000)}."@en .\n',
        encoding="utf-8",
    )


def question(folder: Path, chance: random.Random) -> None:
    """A competency question is asked in other words."""
    _replace(folder / "kg/questions/01-parties.rq", "# en: ", f"# en: {chance.randrange(1000)} ")


def damage(folder: Path, chance: random.Random) -> None:
    """A published page is edited by hand, and then the workspace."""
    path = chance.choice(sorted((folder / "public/statement").resolve().rglob("*.html")))
    path.write_bytes(path.read_bytes() + b"\n")
    change(folder, chance)


def shorten(folder: Path, chance: random.Random) -> None:
    """The dump from which the graph is resumed loses its end, and the workspace is edited."""
    path = folder / "public/data/onrecord.nq"
    path.write_bytes(path.read_bytes()[: -chance.randrange(20_000)])
    change(folder, chance)


def tear(folder: Path, chance: random.Random) -> None:
    """The memory is torn, and the folder of the publication before the last."""
    path = chance.choice(sorted((folder / ".onrecord").glob("[mp]a*.bin")))
    path.write_bytes(path.read_bytes()[: chance.randrange(200)])
    for spare in folder.glob(".public-*"):
        if spare.is_dir() and spare != (folder / "public").resolve():
            shutil.rmtree(spare / "statement")
            (spare / "article").rename(spare / "index.html.old")
    change(folder, chance)


EDITS: tuple[Edit, ...] = (
    *(change, add, entity, delete),
    *(damage, settings, change, question),
    *(add, template, tear, ontology),
    *(background, relate, change, background),
    *(say, change, say, shorten),
)


def _files(folder: Path) -> dict[str, bytes]:
    root = folder.resolve()
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file()}


def _full(folder: Path, place: Path) -> dict[str, bytes]:
    """What a build in an empty folder publishes."""
    for name in SOURCES:
        source = folder / name
        if source.is_dir():
            shutil.copytree(source, place / name)
        elif source.exists():
            place.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, place / name)
    workspace = Workspace.find(place)
    assert pipeline.build(workspace, Output(workspace.public)).files
    found = _files(workspace.public)
    shutil.rmtree(place)
    return found


def _build(folder: Path) -> Workspace:
    workspace = Workspace.find(folder)
    built = incremental.build(workspace, Output(workspace.public))
    assert built.report.conforms, built.report.findings[:3]
    return workspace


def _same(folder: Path, place: Path, after: str) -> None:
    mine, full = _files(folder / "public"), _full(folder, place)
    assert mine.keys() == full.keys(), after
    assert [p for p in full if mine[p] != full[p]] == [], after


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with a few articles in one language, built once; however much an edit touches,
    only that is derived again. Few articles are many here: the quads stay on the disk, and shapes
    are checked article by article, published files are looked at beside, and dumps made there."""
    monkeypatch.setattr(again, "_MOST", 9)
    monkeypatch.setattr(stored, "MANY", 0)
    monkeypatch.setattr(lines, "MANY", 0)
    monkeypatch.setattr(dumped, "_LARGE", 0)
    monkeypatch.setattr(lines, "_MOST", 40)
    monkeypatch.setattr(local, "FEW", 0)
    monkeypatch.setattr(state, "_MANY", 0)
    monkeypatch.setattr(output, "_MANY", 0)
    made: Path = curated().write_workspace(tmp_path / "w", ARTICLES)
    _replace(made / CONFIG_NAME, r'\["de", "en"\]', '["de"]')
    _build(made)
    return made


def test_every_kind_of_edit(folder: Path, tmp_path: Path) -> None:
    """One after the other, built each time; every fourth time held against a full build."""
    chance = random.Random(8)
    for number, edit in enumerate(EDITS, 1):
        edit(folder, chance)
        workspace = _build(folder)
        if number % 4 == 0:
            _same(folder, tmp_path / "full", edit.__name__)
            assert verify(workspace.public) == []


def test_what_a_new_article_brings_is_found(folder: Path, tmp_path: Path) -> None:
    """A warning that only the new article gives, of a check that was asked before."""
    chance = random.Random(1)
    found = len(_report(folder))
    for _ in range(2):
        add(folder, chance)
        _build(folder)
        assert len(_report(folder)) > found
        found = len(_report(folder))
    _same(folder, tmp_path / "full", "add")


def _report(folder: Path) -> list[object]:
    return list(
        from_json((folder / ".onrecord/check.json").read_text("utf-8").split("\n", 1)[1]).findings
    )


@pytest.mark.torture
@pytest.mark.parametrize("seed", range(4))
def test_random_edits(folder: Path, tmp_path: Path, seed: int) -> None:
    """Thirty of them in any order, each held against a full build."""
    chance = random.Random(seed)
    for _ in range(30):
        edit = chance.choice(EDITS if len(_homes(folder)) > ARTICLES else (change, add, entity))
        edit(folder, chance)
        _build(folder)
        _same(folder, tmp_path / "full", edit.__name__)


def test_what_did_not_change_is_taken_over(folder: Path) -> None:
    """After one gloss was reworded nearly all files are the ones that were there, even those of
    the same article; the article itself is new."""
    before = {p: _state(p) for p in (folder / "public").resolve().rglob("*.*")}
    root = (folder / "public").resolve()
    change(folder, random.Random(1))
    _build(folder)
    kept = {p for p, n in before.items() if _state(folder / "public" / p.relative_to(root)) == n}
    assert len(kept) > 0.8 * len(before)
    anew = {p.relative_to(root).as_posix() for p in before.keys() - kept}
    assert any(p.startswith("article/") and p.endswith(".html") for p in anew)
    assert not any(p.startswith(("company/", "scheme/")) for p in anew)


def _state(path: Path) -> tuple[int, int]:
    return (path.stat().st_ino, path.stat().st_mtime_ns) if path.exists() else (0, 0)


def test_a_build_with_violations_leaves_everything_as_it_was(folder: Path, tmp_path: Path) -> None:
    """Nothing is published, and the store goes back to the publication that is there."""
    path = _homes(folder)[0] / "statements.ttl"
    text = path.read_text(encoding="utf-8")
    _replace(path, r"onr:paragraph 3", "onr:paragraph 0")
    workspace = Workspace.find(folder)
    assert not incremental.build(workspace, Output(workspace.public)).report.conforms
    assert (folder / ".onrecord/store.of").is_file()
    path.write_text(text, encoding="utf-8")
    change(folder, random.Random(1))
    _build(folder)
    _same(folder, tmp_path / "full", "violation")


def test_a_check_between_two_builds_costs_the_next_one_nothing(folder: Path) -> None:
    """The memory of a build has the portions of the shapes and the answers of the queries, though
    the check knew of them before."""
    for chance in map(random.Random, range(2)):
        change(folder, chance)
        workspace = Workspace.find(folder)
        assert pipeline.check(workspace).conforms
        _build(folder)
        results = Earlier.of(workspace, workspace.public).results
        assert len(results.old[touched.NAME]) > ARTICLES
        assert len(results.old["queries"]) > 20
