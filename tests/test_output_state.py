"""What is told of the files of a folder: the same whether somebody looked ahead or not."""

import random
import shutil
from pathlib import Path

import pytest

from onrecord.output.state import Ahead, states_of


@pytest.mark.parametrize("seed", range(20))
def test_who_looked_ahead_and_heard_what_changed_knows_the_states(
    tmp_path: Path, seed: int
) -> None:
    """Files that come, go, come again and are others; of one folder that goes as a whole, too."""
    chance = random.Random(seed)
    folders = ["", "a", "a/b", "c"]
    for folder in folders:
        (tmp_path / folder).mkdir(exist_ok=True)
        for name in "uvwxyz":
            (tmp_path / folder / name).write_text(folder + name)
    ahead = Ahead(str(tmp_path))
    looked = set(chance.sample(folders, 2))
    for step in range(20):
        if step == 8:
            for folder in looked:
                ahead.look(folder)
        path = "/".join(filter(None, (chance.choice(folders), chance.choice("uvwxyzö"))))
        place = tmp_path / path
        if chance.random() < 0.4:
            place.unlink(missing_ok=True)
        else:
            place.write_text("x" * chance.randrange(9))
        ahead.note(path)
    if chance.random() < 0.5:
        shutil.rmtree(tmp_path / "c")
    assert ahead.states(folders) == states_of(str(tmp_path), folders)


def test_who_heard_nothing_of_a_change_does_not_take_it_for_his_own(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/x").write_text("mine")
    ahead = Ahead(str(tmp_path))
    ahead.look("a")
    (tmp_path / "a/x").write_text("somebody else's")
    assert ahead.states(["a"]) != states_of(str(tmp_path), ["a"])
