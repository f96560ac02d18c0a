"""The command line: what a curator types, and one clear message for each thing that goes wrong."""

import hashlib
import json
import re
import socket
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from newsroom import TEXT, Run, edit
from onrecord.cli import main
from onrecord.cli.app import COMMANDS
from onrecord.output import verify
from onrecord.workspace import Workspace

pytestmark = pytest.mark.system


STATEMENTS = "articles/alfa-beta/statements.ttl"


def _line(workspace: Workspace, name: str, words: str) -> int:
    lines = (workspace.root / "kg" / name).read_text(encoding="utf-8").split("\n")
    return next(n for n, line in enumerate(lines, 1) if words in line and line[:1] != "#")


def test_a_good_workspace_passes_and_is_published(run: Run, workspace: Workspace) -> None:
    """check, check --text and build end with 0; the publication can be verified."""
    assert run("check").code == 0
    assert run("check", "--text", str(workspace.root / "alfa-beta.txt")).code == 0
    built = run("build")
    assert built.code == 0, built
    assert verify(workspace.public) == []
    assert run("verify").code == 0
    assert (workspace.public / "statement/alfa-beta/klein-examining.ttl").is_file()


@pytest.mark.parametrize(
    ("old", "new", "words", "code"),
    [
        ("onr:statedBy person:dora-klein ;", "onr:statedBy person:dora-klein", "expected", 1),
        ("onr:statedBy person", "nope:statedBy person", "prefix", 1),
        ("onr:onBehalfOf", "onr:onBehalfOff", "did you mean onr:onBehalfOf", 1),
        ("modality:asserted", "modality:assertet", "did you mean modality:asserted", 1),
        ("person:dora-klein ;", "person:dora-kleim ;", "did you mean person:dora-klein", 1),
        ('"Klein: Alfa prüft"@de', '"Klein: Alfa prüft"@fr', "de", 1),
        ("basis:inferred", "basis:guessed", "basis", 1),
    ],
)
def test_a_mistake_is_named_with_file_and_line(
    run: Run, workspace: Workspace, old: str, new: str, words: str, code: int
) -> None:
    """Broken Turtle, unknown prefix, typo, dangling reference, wrong language tag."""
    edit(workspace, STATEMENTS, old, new)
    ran = run("check")
    assert ran.code == code
    told = ran.out + ran.err
    assert f"kg/{STATEMENTS}:" in told
    assert words.lower() in told.lower()


def test_the_line_is_the_line_of_the_fact(run: Run, workspace: Workspace) -> None:
    """Not only the node's: the very predicate."""
    edit(workspace, STATEMENTS, "status:planned", "status:plannedd")
    line = _line(workspace, STATEMENTS, "status:plannedd")
    assert f"kg/{STATEMENTS}:{line}: violation" in run("check").out


def test_findings_are_told_in_german(run: Run, workspace: Workspace) -> None:
    """A curator who reads German is told in German what is wrong; a third language is refused."""
    edit(workspace, STATEMENTS, "onr:form form:", "# onr:form form:")
    assert "Genau eine Form angeben" in run("check", "--language", "de").out
    assert "Genau eine Form angeben" not in run("check").out
    assert run("check", "--language", "fr").code == 2


def test_a_duplicate_names_both_places(run: Run, workspace: Workspace) -> None:
    """One IRI, one definition."""
    other = workspace.root / "kg/entities/more.ttl"
    other.write_text(
        "@prefix onr: <https://w3id.org/onrecord/ns#> .\n"
        "<https://example.org/kg/company/alfa> a onr:Company .\n",
        encoding="utf-8",
    )
    told = run("check").out
    assert "kg/entities/more.ttl:2: violation" in told
    assert "kg/entities/medium-morgenblatt.ttl:" in told


def test_a_contestable_plain_triple_is_a_violation(run: Run, workspace: Workspace) -> None:
    """What is argued about may not stand as a fact."""
    path = workspace.root / "kg" / STATEMENTS
    with path.open("a", encoding="utf-8") as file:
        file.write("\ndeal:alfa-beta onr:dealStatus status:agreed .\n")
    ran = run("check")
    assert ran.code == 1
    assert f"kg/{STATEMENTS}:" in ran.out


def _own_predicate() -> str:
    """What `docs/curating.md` shows a workspace to write."""
    text = (Path(__file__).parents[1] / "docs" / "curating.md").read_text(encoding="utf-8")
    return text.partition("# ontology/law.ttl\n")[2].partition("```")[0]


def test_a_workspace_adds_a_predicate_of_its_own(run: Run, workspace: Workspace) -> None:
    """A file in its `ontology` is enough: it is checked, and has a page."""
    sues = "<https://example.org/kg/term/sues>"
    edit(workspace, STATEMENTS, "onr:predicate onr:dealStatus", f"onr:predicate {sues}")
    told = run("check").out
    assert "Give exactly one contestable property" in told
    (listing,) = re.findall(r"onrecord query '([^']+)'", told)
    assert "onr:dealStatus" in run("query", listing).out
    own = workspace.root / "ontology" / "law.ttl"
    own.parent.mkdir()
    own.write_text(_own_predicate(), encoding="utf-8")
    assert run("check").code == 0
    assert run("build").code == 0
    page = (workspace.public / "term" / "sues.html").read_text(encoding="utf-8")
    assert "verklagt" in page
    statement = workspace.public / "statement/alfa-beta/klein-examining.html"
    assert "term/sues.html" in statement.read_text(encoding="utf-8")


def test_violations_publish_nothing(run: Run, workspace: Workspace) -> None:
    """The old publication stays as it was, byte by byte."""
    assert run("build").code == 0
    before = (workspace.public / "data/manifest.json").read_bytes()
    edit(workspace, STATEMENTS, "polarity:affirmed", "polarity:afirmed")
    ran = run("build")
    assert ran.code == 1
    assert "nothing was published" in ran.err
    assert (workspace.public / "data/manifest.json").read_bytes() == before
    assert verify(workspace.public) == []


@pytest.mark.parametrize(
    ("phrase", "words"),
    [("man prüfte das", "is not in paragraph 1"), ("Alfa", "2 times")],
)
def test_an_anchor_must_stand_once(run: Run, workspace: Workspace, phrase: str, words: str) -> None:
    """A phrase that is not found, or found twice, names its line and the candidates."""
    edit(workspace, STATEMENTS, '"man prüfe das"@de', f'"{phrase}"@de')
    before = (workspace.root / "kg/articles/alfa-beta/evidence.ttl").read_bytes()
    ran = run("anchor", "alfa-beta", "--text", str(workspace.root / "alfa-beta.txt"))
    line = _line(workspace, STATEMENTS, f'"{phrase}"@de')
    assert ran.code == 1
    assert f"kg/{STATEMENTS}:{line}" in ran.err
    assert words in ran.err
    assert (workspace.root / "kg/articles/alfa-beta/evidence.ttl").read_bytes() == before


def test_another_text_is_never_silently_accepted(run: Run, workspace: Workspace) -> None:
    """The line of the curated hash is named; moved anchors say where to; --update re-anchors."""
    other = workspace.root / "other.txt"
    other.write_text("Vorspann.\n" + TEXT, encoding="utf-8")
    ran = run("check", "--text", str(other))
    assert ran.code == 1
    line = _line(workspace, "articles/alfa-beta/article.ttl", "onr:textHash")
    assert f"kg/articles/alfa-beta/article.ttl:{line}: violation" in ran.out
    assert "moved from 84–97 to 94–107" in ran.out
    assert "run 'onrecord anchor alfa-beta --text FILE --update'" in ran.out
    assert run("anchor", "alfa-beta", "--text", str(other)).code == 1
    updated = run("anchor", "alfa-beta", "--text", str(other), "--update")
    assert updated.code == 0
    assert "onr:textHash" in updated.err
    assert "evidence-of-another-text" not in run("check").out
    again = run("check", "--text", str(other))
    assert "article.ttl" not in again.out
    assert run("anchor", "alfa-beta", "--text", str(other)).code == 0


def test_a_hash_written_otherwise_is_left_to_its_curator(run: Run, workspace: Workspace) -> None:
    """Where the three lines do not stand as usual, nothing is guessed: what to write is said."""
    other = workspace.root / "other.txt"
    other.write_text("Vorspann.\n" + TEXT, encoding="utf-8")
    edit(workspace, "articles/alfa-beta/article.ttl", "onr:textLength", "onr:textLength  # own\n")
    updated = run("anchor", "alfa-beta", "--text", str(other), "--update")
    assert "now set onr:textHash to" in updated.err
    told = run("check").out
    line = _line(workspace, "articles/alfa-beta/article.ttl", "onr:textHash")
    assert f"kg/articles/alfa-beta/article.ttl:{line}: violation" in told
    assert "evidence-of-another-text" in told


def test_a_lost_phrase_is_gone(run: Run, workspace: Workspace) -> None:
    """An anchor whose words are no longer in the text is reported, not guessed."""
    other = workspace.root / "other.txt"
    other.write_text(TEXT.replace("man prüfe das", "dazu nichts"), encoding="utf-8")
    assert "no longer in the text" in run("check", "--text", str(other)).out


def test_a_corrected_text_is_told_at_once(run: Run, workspace: Workspace) -> None:
    """Every phrase that the publisher changed is named with its line, not one a run."""
    other, text = workspace.root / "other.txt", TEXT
    gone = ("man prüfe das", "Eine Zusage gebe es nicht")
    for phrase in gone:
        text = text.replace(phrase, "ganz anders")
    other.write_text(text, encoding="utf-8")
    ran = run("anchor", "alfa-beta", "--text", str(other), "--update")
    assert ran.code == 1
    for phrase in gone:
        line = _line(workspace, STATEMENTS, f'"{phrase}"@de')
        assert f"kg/{STATEMENTS}:{line}" in ran.err
    assert "the words that it has now" in ran.err


def test_words_beside_an_anchor_are_to_be_read_again(run: Run, workspace: Workspace) -> None:
    """The words of the anchor are what they were, and the sentence may say something else now."""
    other = workspace.root / "other.txt"
    other.write_text(TEXT.replace("man prüfe das", "man prüfe das nicht"), encoding="utf-8")
    ran = run("anchor", "alfa-beta", "--text", str(other), "--update")
    assert ran.code == 0
    assert f"onrecord extract alfa-beta --text {other}" in ran.err
    line = _line(workspace, STATEMENTS, '"man prüfe das"@de')
    assert f"kg/{STATEMENTS}:{line}: “man prüfe das” stands beside other words now" in ran.err


def test_a_missing_config_is_wrong_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Outside of a workspace the message says how to make one."""
    monkeypatch.setattr(sys, "argv", ["onrecord", "-w", str(tmp_path), "check"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    assert "onrecord init" in capsys.readouterr().err


MINIMAL = 'base = "https://e.org/"\ntitle = {de="x", en="x"}\n'


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("base = ", "is not TOML"),
        ('base = "https://example.org/kg"\ntitle = {de="x", en="x"}', "does not end in '/'"),
        ('base = "https://example.org/kg/"', "'title' is missing"),
        ('base = "https://e.org/"\ntitle = {de="x"}', "no text in en"),
        ('base = "https://e.org/"\ntitle = {de="x", en="x"}\ncolour = 1', "unknown key 'colour'"),
        ('base = "https://e.org/"\ntitle = {de="x", en="x"}\ntext_policy = "all"', "text_policy"),
        (f"{MINIMAL}[publisher]\nmail = 'a@b.example'", "unknown key 'publisher.mail'"),
        (f"{MINIMAL}[publisher]\nname = 3", "'publisher.name' must be a text, not 3"),
        (f"{MINIMAL}modified = 'gestern'", "onrecord.toml:3: 'modified' is no day: 'gestern'"),
        (f"{MINIMAL}modified = '2026-02-30'", "'modified' is no day"),
        (f"languages = 'de'\n{MINIMAL}", "onrecord.toml:1: 'languages' must be a list"),
        (f"{MINIMAL}[publisher]\ncontact = 'javascript:x'", "'publisher.contact'"),
        (f"{MINIMAL}address = 'https://e.org/graph'", "onrecord.toml:3: 'address' is no address"),
        (f"{MINIMAL}address = 'javascript:x'", "'address' is no address"),
        (f"{MINIMAL}address = 'https://e.org/?a/'", "'address' is no address"),
    ],
)
def test_a_wrong_config_is_named(run: Run, workspace: Workspace, text: str, words: str) -> None:
    """The file and the key are named; exit code 2."""
    (workspace.root / "onrecord.toml").write_text(text, encoding="utf-8")
    ran = run("check")
    assert ran.code == 2
    assert "onrecord.toml" in ran.err
    assert words in ran.err
    assert "→" in ran.err


def test_a_new_article_has_room_for_a_dispute(run: Run, tmp_path: Path) -> None:
    """The example in deals.ttl holds once it is filled in: every prefix that it takes is there."""
    root = tmp_path / "w"
    assert run("init", str(root)).code == 0
    text = tmp_path / "t.txt"
    text.write_text("Der Verlag prüft einen Verkauf.\n", encoding="utf-8")
    more = ("--text", str(text), "--publisher", "Blatt")
    refused = run("-w", str(root), "new", "sale", *more, "--url", "example.org/1")
    assert refused.code == 2 and "https://" in refused.err
    assert run("-w", str(root), "new", "sale", *more, "--url", "https://example.org/1").code == 0
    path = root / "kg/articles/sale/deals.ttl"
    whole = path.read_text(encoding="utf-8")
    example = whole[whole.index("# dispute:") :].replace("# ", "").replace("…", "sale")
    path.write_text(whole + example, encoding="utf-8")
    told = run("-w", str(root), "check").out
    assert "dispute:short-name" in told and "prefix" not in told


def test_a_new_article_has_a_code_for_its_language(run: Run, tmp_path: Path) -> None:
    """The name of a language is no code, and a text that is not there is wrong use."""
    text = tmp_path / "text.txt"
    text.write_text("Wort.", encoding="utf-8")

    def new(slug: str, *more: str) -> tuple[int, str]:
        options = ["--url", "https://example.org/1", "--publisher", "Blatt", *more]
        ran = run("new", slug, *options)
        return ran.code, ran.err

    for language in ("german", "DE", "de_DE", ""):
        code, said = new("one", "--text", str(text), "--language", language)
        assert code == 2 and "no code of a language" in said
    assert new("two", "--text", str(text), "--language", "pt-BR")[0] == 0
    code, said = new("three", "--text", str(tmp_path / "none.txt"))
    assert code == 2 and "no such text file" in said


@pytest.mark.parametrize(
    "command",
    [("review", "alfa-beta", "--text", "x", "--terminal"), ("diff", "x"), ("check",)],
)
def test_a_language_that_is_not_spoken_is_refused(run: Run, command: tuple[str, ...]) -> None:
    """It is not taken for another one."""
    ran = run(*command, "--language", "fr")
    assert ran.code == 2
    assert "choose one of de, en" in ran.err


@pytest.mark.parametrize(
    ("template", "place", "words"),
    [
        ("{% extends 'base.html' %}", "templates/base.html:1", "'title' is undefined"),
        ("<p>\n{{ nothing.at.all }}", "templates/about.html:2", "'nothing' is undefined"),
        ("<p>\n{% if %}", "templates/about.html:2", "Expected an expression"),
    ],
)
def test_a_template_of_ones_own_is_blamed_where_it_is_wrong(
    run: Run, workspace: Workspace, template: str, place: str, words: str
) -> None:
    """The file and the line, also where it is the frame that misses something."""
    own = workspace.root / "site/templates/about.html"
    own.parent.mkdir(parents=True)
    own.write_text(template, encoding="utf-8")
    ran = run("build")
    assert ran.code == 2
    assert place in ran.err and words in ran.err


def test_verify_tells_that_nothing_was_published(run: Run) -> None:
    """There is a way out and no number of an error of the system."""
    ran = run("verify")
    assert ran.code == 2
    assert "there is no publication" in ran.err and "onrecord build" in ran.err


def test_serve_promises_nothing_where_there_is_nothing(run: Run, tmp_path: Path) -> None:
    """It does not say that it serves a folder before it looked into it."""
    ran = run("serve", str(tmp_path))
    assert ran.code == 3
    assert "There is no publication here" in ran.err
    assert "serving" not in ran.err


def test_serve_names_a_port_that_is_taken(run: Run, workspace: Workspace) -> None:
    """It does not say that it serves before it does, nor leave the message to a library."""
    assert run("build").code == 0
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ran = run("serve", str(workspace.public), "--port", str(port))
    assert ran.code == 3
    assert f"cannot listen at 127.0.0.1 port {port}" in ran.err and "--port" in ran.err
    assert "serving" not in ran.err and "ERROR" not in ran.err


@pytest.mark.parametrize("more", [("shop",), ("http://localhost:1/s", "--update", "shop")])
def test_push_wants_the_address_of_a_store(run: Run, more: tuple[str, ...]) -> None:
    """What is no address is wrong use; nothing is tried five times."""
    ran = run("push", *more)
    assert ran.code == 2
    assert "'shop' is no address of a store" in ran.err


@pytest.mark.parametrize("module", ["typer", "onrecord.cli.app"])
def test_a_stop_while_it_imports_is_no_traceback(module: str) -> None:
    """Ctrl-C in the first moment ends as at any other."""
    stopped = (
        "import sys\n"
        "class Stop:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        f"        if name == {module!r}: raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Stop())\n"
        "from onrecord.cli import run\n"
        "run()\n"
    )
    ran = subprocess.run([sys.executable, "-c", stopped], capture_output=True, text=True)
    assert ran.returncode == 130
    assert ran.stderr == ""


@pytest.mark.parametrize("command", list(COMMANDS))
def test_help_has_brackets_and_lines_of_the_terminal(run: Run, command: str) -> None:
    """What looks like markup is shown, and no line of the source breaks a paragraph."""
    shown = run(command, "--help").out
    assert "Needs onrecord." not in shown and "'onrecord'." not in shown
    prose = [line.strip() for line in shown.partition("╭")[0].splitlines()]
    for line, after in pairwise(prose):
        if line and after and not line.startswith("Usage"):
            word = after.split()[0]
            assert len(f"{line} {word}") > 70


def test_a_folder_that_is_gone_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the folder of the shell was removed, there is a message and no traceback."""
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    monkeypatch.setattr(sys, "argv", ["onrecord", "check"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    assert "the folder you are in is no longer there" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("person:dora-klein", "persn:dora-klein", "did you mean person:? Otherwise declare it"),
        ("person:dora-klein", "xyz:dora-klein", "declare it at the top: @prefix xyz: <…> ."),
        ("a onr:Statement ;", "a onr:Statement", "a ';' or '.' may be missing there"),
        ("a onr:Statement ;", "a\u00a0onr:Statement ;", "cannot be seen (no-break space): put a"),
        ('"Klein: keine Zusage"', "„Klein: keine Zusage“", "between straight quotation marks"),
        ("Klein: keine", 'Klein: "keine"', 'or one within it is not written \\"'),
        (
            '"There is no promise."',
            '"There is no promise. , "x"',
            "a text ends right before it: above",
        ),
        (
            '"Klein: keine Zusage"',
            '"Klein: keine Zusage',
            "a text ends right before it: above",
        ),
        ('"Klein: no promise"', '"Klein: no promise', "a text begins here and is not closed: put"),
        ("Klein: keine Zusage", "Klein:\nkeine", 'of several lines stands between """…"""'),
    ],
)
def test_broken_turtle_says_what_to_do(
    run: Run, workspace: Workspace, old: str, new: str, words: str
) -> None:
    """An undeclared prefix names the nearest one; a forgotten mark is looked for above too."""
    edit(workspace, STATEMENTS, old, new)
    ran = run("check", "--no-cache")
    assert ran.code == 1
    assert f"error: kg/{STATEMENTS}:" in ran.err
    assert words in ran.err


def test_an_output_that_cannot_be_written(run: Run, workspace: Workspace) -> None:
    """Exit code 3, the cause, and nothing half-written."""
    (workspace.root / "wall").write_text("x", encoding="utf-8")
    ran = run("build", "--out", str(workspace.root / "wall" / "public"))
    assert ran.code == 3
    assert "cannot write the publication" in ran.err


def test_findings_in_every_form(run: Run, workspace: Workspace) -> None:
    """JSON, JUnit and SARIF hold the same finding with its place."""
    edit(workspace, STATEMENTS, "status:planned", "status:plannedd")
    line = _line(workspace, STATEMENTS, "status:plannedd")
    table = json.loads(run("check", "--format", "json").out)
    assert not table["conforms"]
    assert {"file": f"kg/{STATEMENTS}", "line": line}.items() <= table["findings"][0].items()
    assert "<failure" in run("check", "--format", "junit").out
    sarif = json.loads(run("check", "--format", "sarif").out)
    place = sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["region"]["startLine"] == line
    assert run("check", "--format", "yaml").code == 2


def test_the_cache_is_not_trusted_for_a_file_that_changed(run: Run, workspace: Workspace) -> None:
    """A changed byte is checked again; an unchanged workspace gives the same report."""
    first = run("check").out
    assert (workspace.cache / "check.json").is_file()
    assert run("check").out == first
    edit(workspace, STATEMENTS, "status:planned", "status:plannedd")
    assert "plannedd" in run("check").out


def test_a_shape_that_would_be_ignored_is_refused(run: Run, workspace: Workspace) -> None:
    """SHACL rules and JavaScript are not switched on, so they may not be used."""
    folder = workspace.root / "shapes"
    folder.mkdir()
    (folder / "extra.ttl").write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> .\n<urn:s> a sh:NodeShape ;\n sh:rule <urn:r> .",
        encoding="utf-8",
    )
    ran = run("check")
    assert ran.code == 1
    assert "shapes/extra.ttl:3: sh:rule is not switched on" in ran.err


@pytest.mark.parametrize(
    ("policy", "form", "code"),
    [
        ("anchors", "indirect", 1),
        ("anchors", "direct", 1),
        ("quotes", "indirect", 1),
        ("quotes", "direct", 0),
        ("full", "indirect", 0),
    ],
)
def test_the_text_policy_says_how_long_an_anchor_may_be(
    run: Run, workspace: Workspace, policy: str, form: str, code: int
) -> None:
    """Short anchors; or direct quotes in full; or, for a publisher's own text, any passage."""
    long = TEXT.replace("gebe es nicht", "gebe es jedenfalls zum jetzigen Zeitpunkt noch gar nicht")
    phrase = long.split("\n\n")[1].partition(".")[0]
    assert len(phrase.split()) == 11
    other = workspace.root / "long.txt"
    other.write_text(long, encoding="utf-8")
    edit(workspace, STATEMENTS, "Eine Zusage gebe es nicht", phrase)
    statements = workspace.root / "kg" / STATEMENTS
    text = statements.read_text(encoding="utf-8").replace("form:indirect", f"form:{form}")
    statements.write_text(text, encoding="utf-8")
    config = workspace.root / "onrecord.toml"
    config.write_text(config.read_text(encoding="utf-8").replace('"anchors"', f'"{policy}"'))
    assert run("anchor", "alfa-beta", "--text", str(other), "--update").code == 0
    article = workspace.root / "kg/articles/alfa-beta/article.ttl"
    old, new = (hashlib.sha256(t.encode()).hexdigest() for t in (TEXT, long))
    article.write_text(article.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    ran = run("check")
    assert ran.code == code, ran.out
    assert ("TextPolicy" in ran.out) == bool(code)


def test_a_question_with_another_answer_is_a_violation(run: Run, workspace: Workspace) -> None:
    """The graph is published only where every question gets its expected answer."""
    folder = workspace.root / "kg/questions"
    (folder / "01-who.rq").write_text(
        "# de: Wer?\n# en: Who?\n# de-explanation: x\n# en-explanation: x\n"
        "SELECT DISTINCT ?name WHERE { ?s onr:statedBy/rdfs:label ?name FILTER(lang(?name)='de') }",
        encoding="utf-8",
    )
    (folder / "01-who.csv").write_text("name\nDora Klein\n", encoding="utf-8")
    assert run("check").code == 0
    (folder / "01-who.csv").write_text("name\nDora Gross\n", encoding="utf-8")
    ran = run("check")
    assert ran.code == 1
    assert "kg/questions/01-who.rq:1: violation: row 1" in ran.out
    (folder / "01-who.rq").write_text("# de: Wer?\nSELECT", encoding="utf-8")
    assert "# en: …" in run("check").err


def test_init_and_new_refuse_to_overwrite(run: Run, workspace: Workspace, tmp_path: Path) -> None:
    """What is there is never replaced."""
    assert run("init", str(workspace.root)).code == 2
    text = str(workspace.root / "alfa-beta.txt")
    common = ("--text", text, "--url", "https://example.org/x", "--publisher", "Morgenblatt")
    assert run("new", "alfa-beta", *common).code == 2
    assert run("new", "Alfa Beta", *common).code == 2
    assert run("new", "zweiter", *common).code == 0
    assert run("check").code == 0


@pytest.mark.parametrize(
    ("language", "amount"), [("de", "5 Millionen Euro"), ("en", "5 million euros"), ("fr", "…")]
)
def test_the_forms_of_a_new_article_have_its_language(
    run: Run, workspace: Workspace, language: str, amount: str
) -> None:
    """What is printed is tagged as the text is, so that a form can be filled in as it stands."""
    text = str(workspace.root / "alfa-beta.txt")
    given = ("--text", text, "--url", "https://example.org/x", "--publisher", "Morgenblatt")
    assert run("new", "other", *given, "--language", language).code == 0
    folder = workspace.kg / "articles" / "other"
    forms = "".join((folder / f"{n}.ttl").read_text("utf-8") for n in ("article", "statements"))
    assert forms.count(f'onr:anchorPhrase "…"@{language} .') == 2
    assert f'onr:amountText "{amount}"@{language} .' in forms
    assert "LANGUAGE" not in forms


def test_a_day_that_is_none_is_told_with_its_place(
    run: Run, workspace: Workspace, caplog: pytest.LogCaptureFixture
) -> None:
    """By the shape and by the day itself; no library tells its own story about it."""
    language = 'dcterms:language "de"'
    day = '"2026-02-31"^^xsd:date'
    edit(
        workspace, "articles/alfa-beta/article.ttl", language, f"dcterms:issued {day} ; {language}"
    )
    ran = run("check", "--no-cache")
    shape, calendar = (line for line in ran.out.splitlines() if "violation" in line)
    for line in (shape, calendar):
        assert line.startswith("kg/articles/alfa-beta/article.ttl:")
    assert "Document-issued" in shape
    assert "“2026-02-31” is no day of the calendar" in calendar
    assert "2 violations, " in ran.err
    assert caplog.records == []
