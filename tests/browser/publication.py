"""The real publication: built from the repository's own workspace, and its kinds of pages."""

import re
from collections.abc import Iterator
from pathlib import Path

from onrecord import pipeline
from onrecord.output import Output
from onrecord.workspace import Workspace

ROOT = Path(__file__).resolve().parent.parent.parent
_VIEW = re.compile(r'<body class="v-([\w-]+)"')


def publish(workspace: Workspace, folder: Path) -> Path:
    """The folder of the publication of a workspace that has no violations."""
    built = pipeline.build(workspace, Output(folder))
    assert built.files, [str(finding) for finding in built.report.findings]
    return folder


def pages(folder: Path) -> Iterator[str]:
    """The address of every page, from the root of the publication."""
    for path in sorted(folder.resolve().rglob("*.html")):
        yield path.relative_to(folder.resolve()).as_posix()


def richest(folder: Path) -> dict[str, str]:
    """For each kind of page the address of its longest in the default language."""
    found: dict[str, tuple[int, str]] = {}
    for address in pages(folder):
        if address.startswith("en/"):
            continue
        text = (folder / address).read_text(encoding="utf-8")
        kind = _VIEW.search(text)
        if kind:
            found[kind[1]] = max(found.get(kind[1], (0, "")), (len(text), address))
    return {kind: address for kind, (_, address) in sorted(found.items())}
