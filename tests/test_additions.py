"""A first version after a change: its feeds are those that it would have if it were told anew."""

from itertools import permutations
from pathlib import Path

import pytest

from harbour import publication
from onrecord.output import Written, write_file
from onrecord.output.rows import Rows, row
from onrecord.publish.additions import Additions
from onrecord.publish.catalog.feeds import feed_files
from onrecord.publish.catalog.sitemap import last_changes
from onrecord.publish.changes import all_changes
from onrecord.publish.earlier import Earlier
from onrecord.publish.publication import Publication
from onrecord.results import Results

STORIES = (
    "",
    'person:ada-lund rdfs:comment "Bark"@de .',
    'company:new a onr:Company ; rdfs:label "Neu"@de .',
    "deal:batteries onr:mentions company:reeder .",
    'company:reeder rdfs:label "Reederei"@de .',
    'company:reeder rdfs:label "Aal & \\"Sohn\\""@de .',
)


def _told(made: Publication, earlier: Earlier, most: int) -> tuple[dict[str, bytes], set[str]]:
    """The feeds that are made, and the paths with a date."""
    sets = all_changes(made.graph, made.workspace, earlier.results)
    found = {p: d for p, d in feed_files(made.workspace.config, sets, most, earlier) if d}
    return found, set(last_changes(sets, made.graph.names))  # type: ignore[return-value]


@pytest.mark.parametrize("most", [1, 3, 1000])
def test_feeds_of_what_changed_are_made_anew(most: int, tmp_path: Path) -> None:
    """And others stay, or go; whatever came before. Entries of what is as it was are taken from the
    feed that is there."""
    made = [publication(more) for more in STORIES]
    for before, now in permutations(range(len(STORIES)), 2):
        first = Earlier()
        old, _ = _told(made[before], first, most)
        assert old
        folder = tmp_path / f"{before}-{now}"
        for path, data in old.items():
            write_file(folder / path, data)
        rows = {path: row(Written(path, len(data), "")) for path, data in old.items()}
        again = Earlier(Rows.of(rows), folder, old=first.new)
        again.results = Results(first.results.new)
        fresh, dated = _told(made[now], again, most)
        whole, dates = _told(made[now], Earlier(), most)
        kept = {p: d for p, d in old.items() if p in again.new.made}
        assert {**kept, **fresh} == whole
        assert dated == dates
        news = Additions(made[now].graph, Results(first.results.new))
        documents = Additions(made[before].graph, Results()).statements
        assert news.known
        assert news.moved or news.statements == documents
