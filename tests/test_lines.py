"""The hash of the dataset after a change is that of all lines sorted, however it was found."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.output import Hashed
from onrecord.publish import lines
from onrecord.publish.earlier import Earlier
from onrecord.rdf import nquads_hash
from onrecord.results import Results
from onrecord.scaffold import init_workspace
from onrecord.workspace import Workspace

PATH = "data/onrecord.nq"
_LINES = st.sets(
    st.text("ab<># ", min_size=1, max_size=4).map(lambda t: f"<{t}> .\n".encode()), min_size=1
)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    home = tmp_path_factory.mktemp("lines")
    init_workspace(home, "https://example.org/", "Zeilen")
    return Workspace.find(home)


def _earlier(before: Earlier, old: set[bytes], new: set[bytes]) -> Earlier:
    made = Earlier(results=Results(before.results.new))
    made.exchanged[PATH] = old ^ new
    return made


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_LINES, min_size=2, max_size=5))
def test_whatever_came_and_went(workspace: Workspace, dumps: list[set[bytes]]) -> None:
    """From dump to dump; the file is written anew where many lines are others."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lines, "MANY", 0)
        patch.setattr(lines, "_MOST", 5)
        before, old = Earlier(), set[bytes]()
        for number, new in enumerate(dumps):
            earlier = _earlier(before, old, new) if number else Earlier()
            data = Hashed.of([b"".join(new)])
            assert lines.hash_of(PATH, data, earlier, workspace) == nquads_hash(data.parts)
            lines.tidy(workspace, earlier)
            before, old = earlier, new


@pytest.mark.parametrize("end", [b"", b" "])
def test_a_file_that_is_torn_or_told_wrong_is_not_believed(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, end: bytes
) -> None:
    """Nor one of the same length in which somebody wrote."""
    monkeypatch.setattr(lines, "MANY", 0)
    first, old = Earlier(), {b"<a> .\n", b"<b> .\n"}
    lines.hash_of(PATH, Hashed.of(sorted(old)), first, workspace)
    data = Hashed.of([b"<c> .\n"])
    wrong = _earlier(first, old, old)
    assert lines.hash_of(PATH, data, wrong, workspace) == nquads_hash(data.parts)
    (path,) = _files(workspace)
    path.write_bytes(path.read_bytes()[:-1] + end)
    right = _earlier(wrong, {b"<c> .\n"}, old)
    data = Hashed.of(sorted(old))
    assert lines.hash_of(PATH, data, right, workspace) == nquads_hash(data.parts)


def _files(workspace: Workspace) -> list[Path]:
    lines_of = sorted(workspace.cache.glob("lines-*.nq"), key=lambda p: p.stat().st_mtime_ns)
    return lines_of[-1:]
