"""The recipes of docs/hosting.md do what they say, as far as that shows without an account."""

import json
import os
import re
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import pytest
import yaml

import hosts
from newsroom import write_small_workspace
from onrecord.output import MANIFEST, verify
from onrecord.publish.hosting.table import MEDIA_TYPES, NAMED_TYPES
from onrecord.release import verify_url
from onrecord.serve.bodies import media_type
from serving import write

pytestmark = pytest.mark.system

ROOT = Path(__file__).resolve().parent.parent
GUIDE = (ROOT / "docs/hosting.md").read_text(encoding="utf-8")
TOOLS = str(Path(sys.executable).parent)


def recipe(heading: str, language: str) -> str:
    """The code of that language below a heading of the guide."""
    section = GUIDE.split(f"\n## {heading}\n", 1)[1].split("\n## ")[0]
    blocks = re.findall(rf"```{language}\n(.*?)```", section, re.DOTALL)
    assert blocks, heading
    return str(blocks[0])


def workflow(heading: str) -> dict[Any, Any]:
    loaded = yaml.safe_load(recipe(heading, "yaml"))
    assert isinstance(loaded, dict)
    return loaded


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Path]:
    """A newsroom whose `make site` builds it, as that of this repository does."""
    folder = write_small_workspace(tmp_path / "project").root
    build = f"site:\n\t{TOOLS}/onrecord --quiet build\n"
    (folder / "Makefile").write_text(build, encoding="utf-8")
    yield folder


def run(steps: list[str], folder: Path) -> None:
    """As a runner does: one shell, which stops at the first failure."""
    subprocess.run(["bash", "-e", "-c", "\n".join(steps)], cwd=folder, check=True)


def is_plain(folder: Path) -> bool:
    """No symbolic link, which neither host takes, and every file, those with a dot too."""
    return (
        not folder.is_symlink()
        and not any(path.is_symlink() for path in folder.rglob("*"))
        and (folder / ".nojekyll").is_file()
        and verify(folder) == []
    )


def test_github_pages(project: Path) -> None:
    """The steps leave the whole publication, with no link, in the folder that is uploaded."""
    jobs = workflow("GitHub Pages")["jobs"]
    steps = [step for job in jobs.values() for step in job["steps"]]
    run([step["run"] for step in steps if "run" in step], project)
    (upload,) = [s for s in steps if "upload-pages-artifact" in s.get("uses", "")]
    assert is_plain(project / upload["with"]["path"])
    assert any("deploy-pages" in step.get("uses", "") for step in steps)
    # From version 4 on, that action leaves out what begins with a dot: .well-known, .nojekyll.
    assert upload["uses"].endswith("@v3")


def test_gitlab_pages(project: Path) -> None:
    """The script leaves a real folder `public`, which is what is published."""
    job = workflow("GitLab Pages")["pages"]
    run(job["script"], project)
    assert job["artifacts"]["paths"] == ["public"]
    assert is_plain(project / "public")


def test_the_guide_names_python_that_we_support() -> None:
    """Both workflows use a Python that the package says it runs on."""
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    text = recipe("GitHub Pages", "yaml") + recipe("GitLab Pages", "yaml")
    versions = re.findall(r"python(?:-version: \"|:)(3\.\d+)", text)
    assert len(versions) == 2
    assert all(f"Python :: {version}" in project for version in versions)


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    """The unit of the guide with the paths of this machine."""
    write(tmp_path / "public")
    text = recipe("onrecord serve", "ini")
    assert "[Unit]" in text and "/opt/onrecord/bin/" in text and "/srv/public" in text
    text = text.replace("/opt/onrecord/bin/", f"{TOOLS}/")
    path = tmp_path / "onrecord.service"
    path.write_text(text.replace("/srv/public", str(tmp_path / "public")), encoding="utf-8")
    return path


def test_the_unit_is_valid(unit: Path) -> None:
    """systemd's own checker has nothing to say, and finds what is wrong in a unit that is bent."""
    check = [hosts.program("systemd-analyze", "systemd"), "verify"]
    done = subprocess.run([*check, str(unit)], capture_output=True, text=True, check=False)
    about = [line for line in done.stderr.splitlines() if unit.name in line]
    assert (done.returncode, about) == (0, [])
    unit.write_text(unit.read_text().replace("DynamicUser=yes", "Nonsense=1\nDynamicUser=perhaps"))
    done = subprocess.run([*check, str(unit)], capture_output=True, text=True, check=False)
    assert done.returncode and "boolean value: perhaps" in done.stderr and "Nonsense" in done.stderr


def test_the_unit_serves(unit: Path, tmp_path: Path) -> None:
    """What the unit starts serves the publication."""
    (command,) = re.findall(r"^ExecStart=(.+)$", unit.read_text(), re.MULTILINE)
    port = hosts.free_port()
    with hosts.running([*command.split(), "--port", str(port)], port, tmp_path / "log"):
        reply = hosts.fetch(port, "/company/nordwind", Accept="text/turtle")
        assert (reply.status, reply.location) == (303, "/company/nordwind.ttl")


def test_every_file_has_a_type_for_object_storage(project: Path) -> None:
    """Each suffix of a publication is in the table, once, and after them the files whose names say
    what they are; what has none needs none."""
    run(["make -s site"], project)
    public = project / "public"
    rows = (public / "hosting/media-types.tsv").read_text().splitlines()
    table = dict(row.split("\t") for row in rows)
    suffixes = {f".{suffix}": kind for suffix, kind in MEDIA_TYPES.items()}
    assert table == suffixes | dict(NAMED_TYPES) and len(rows) == len(table)
    assert list(table)[-len(NAMED_TYPES) :] == list(NAMED_TYPES)
    names = [Path(path).name for path in listed(public)]
    endings = {Path(name).suffix for name in names if not name.startswith((".", "_"))}
    assert endings - set(table) <= {"", ".conf", ".tsv"}


def test_one_rule_of_a_static_host_says_what_a_file_is(project: Path) -> None:
    """Hosts join what two rules say; each file of the publication has the type that `serve` gives
    it, or none where the host's own for JSON and XML is right."""
    run(["make -s site"], project)
    public = project / "public"
    rules, pattern = {}, ""
    for line in (public / "_headers").read_text().splitlines():
        if not line.startswith(" "):
            pattern = line
        elif line.startswith("  Content-Type: "):
            rules[pattern] = line.removeprefix("  Content-Type: ")
    assert "/*" not in rules
    for path in listed(public):
        told = [kind for pattern, kind in rules.items() if fnmatchcase(f"/{path}", pattern)]
        plain = media_type(Path(path)) in ("application/json", "application/xml")
        bare = Path(path).suffix in ("", ".conf", ".tsv")
        assert told == ([] if plain or bare else [media_type(Path(path))]), path
    assert rules["/linkset.json"] == "application/linkset+json"
    assert rules["/feed.xml"] == rules["/en/feed.xml"] == "application/atom+xml"


def listed(public: Path) -> list[str]:
    """The paths of all files of a publication."""
    return [file["path"] for file in json.loads((public / MANIFEST).read_bytes())["files"]]


@pytest.fixture(scope="module")
def storage(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment in which `aws` talks to a server of its protocol, both from PyPI."""
    tools = tmp_path_factory.mktemp("tools")
    install = [sys.executable, "-m", "pip", "install", "-q", "--target", str(tools)]
    subprocess.run([*install, "awscli", "moto[s3]", "flask", "flask-cors"], check=True)
    return {
        **os.environ,
        "PATH": f"{tools}/bin:{os.environ['PATH']}",
        "PYTHONPATH": str(tools),
        "AWS_ACCESS_KEY_ID": "nobody",
        "AWS_SECRET_ACCESS_KEY": "nothing",
        "AWS_DEFAULT_REGION": "eu-central-1",
    }


@pytest.mark.torture
def test_object_storage(storage: dict[str, str], project: Path, tmp_path: Path) -> None:
    """The guide's own lines upload every byte with its type; scripts of other sites may read."""
    port = hosts.free_port()
    code = "import sys; from moto.server import main; main(sys.argv[1:])"
    server = [sys.executable, "-c", code, "-H", "127.0.0.1", "-p", str(port)]
    address = f"http://127.0.0.1:{port}"
    environment = {**storage, "AWS_ENDPOINT_URL": address}
    run(["make -s site"], project)
    os.environ["PYTHONPATH"] = storage["PYTHONPATH"]
    try:
        with hosts.running(server, port, tmp_path / "log"):
            lines = recipe("Object storage", "sh").replace("BUCKET", "news")
            script = f"aws s3 mb s3://news\n{lines}"
            subprocess.run(
                ["bash", "-e", "-c", script], cwd=project, env=environment, check=True,
                stdout=subprocess.DEVNULL,
            )  # fmt: skip
            _holds_everything(project / "public", f"{address}/news/")
    finally:
        del os.environ["PYTHONPATH"]


def _holds_everything(public: Path, address: str) -> None:
    assert verify_url(address) == []
    for path in listed(public):
        ask = urllib.request.Request(address + path, headers={"Origin": "https://e.example"})
        with urllib.request.urlopen(ask) as answer:
            assert answer.read() == (public / path).read_bytes()
            kind = media_type(Path(path))
            bare = Path(path).suffix in ("", ".conf", ".tsv")
            assert bare or answer.headers["Content-Type"] == kind, path
            assert answer.headers["Access-Control-Allow-Origin"] in ("*", "https://e.example")


@pytest.mark.torture
@pytest.mark.parametrize(
    ("heading", "schema"),
    [("GitHub Pages", "vendor.github-workflows"), ("GitLab Pages", "vendor.gitlab-ci")],
)
def test_workflows_keep_the_schema_of_their_host(heading: str, schema: str, tmp_path: Path) -> None:
    """As the package check-jsonschema has it; a workflow that is bent does not."""
    tools = tmp_path / "tools"
    install = [sys.executable, "-m", "pip", "install", "-q", "--target", str(tools)]
    subprocess.run([*install, "check-jsonschema==0.39.0"], check=True)
    text = recipe(heading, "yaml")
    for good, written in ((True, text), (False, re.sub(r"(steps|script):", "stepps:", text))):
        (tmp_path / "w.yml").write_text(written, encoding="utf-8")
        check = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema]
        environment = {**os.environ, "PYTHONPATH": str(tools)}
        done = subprocess.run(
            [*check, "w.yml"], cwd=tmp_path, env=environment, capture_output=True, check=False
        )
        assert (done.returncode == 0) == good, done.stdout
