"""Every IRI of the real publication resolves on every host in every form."""

import os
import tempfile
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pyoxigraph as ox
import pytest

import hosts
from onrecord import pipeline
from onrecord.names import document
from onrecord.output import Output
from onrecord.publish.hosting.table import REPRESENTATIONS
from onrecord.workspace import Workspace

pytestmark = pytest.mark.system

WORKSPACE = Workspace.find(Path(__file__).parent)


@pytest.fixture(scope="module")
def publication() -> Iterator[Path]:
    """The publication of this repository, where unprivileged servers may read it."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        built = pipeline.build(WORKSPACE, Output(Path(name) / "public"))
        assert built.report.conforms, [str(finding) for finding in built.report.findings][:5]
        yield Path(name) / "public"


@pytest.fixture(scope="module")
def documents(publication: Path) -> list[str]:
    """Paths of all documents under the base that any triple of the dump names."""
    names = WORKSPACE.config.names
    found = set()
    for quad in ox.parse(path=publication / "data/onrecord.nq", format=ox.RdfFormat.N_QUADS):
        for term in (*quad.triple, quad.graph_name):
            if isinstance(term, ox.NamedNode) and names.owns(term.value):
                found.add(document(term.value).removeprefix(names.base))
    return sorted(path for path in found if path and not path.startswith("data/"))


def head(connection: HTTPConnection, path: str, accept: str) -> tuple[int, str, str]:
    """Status, path of the redirect, media type."""
    connection.request("HEAD", path, headers={"Accept": accept})
    answer = connection.getresponse()
    answer.read()
    location = answer.headers.get("Location", "").removeprefix(
        f"http://127.0.0.1:{connection.port}"
    )
    return answer.status, location, answer.headers.get("Content-Type", "").partition(";")[0]


@pytest.mark.parametrize("host", ["nginx", "apache", "serve"])
def test_every_iri_resolves_in_every_form(
    host: str, publication: Path, documents: list[str], tmp_path: Path
) -> None:
    """303 to the file of each form, and the file is there with its type: no exception."""
    folder = tmp_path
    os.chmod(folder, 0o755)  # noqa: PTH101
    failures = []
    with getattr(hosts, host)(folder, publication.resolve()) as port:
        connection = HTTPConnection("127.0.0.1", port, timeout=10)
        for path in documents:
            for form in REPRESENTATIONS:
                wanted = form.names[0]
                first = head(connection, f"/{path}", wanted)
                if first[:2] != (303, f"/{path}.{form.suffix}"):
                    failures.append((path, wanted, first))
                second = head(connection, f"/{path}.{form.suffix}", "*/*")
                if (second[0], second[2]) != (200, wanted):
                    failures.append((path, wanted, second))
        connection.close()
    assert failures == []
    assert len(documents) > 100
