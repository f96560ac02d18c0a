"""Workspaces with several small curated articles, written by `bench/curated.py`."""

import importlib.util
import sys
from functools import cache
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[1]


@cache
def curated() -> ModuleType:
    """`bench/curated.py`, which is no package."""
    sys.path.append(str(ROOT / "bench"))
    spec = importlib.util.spec_from_file_location("curated", ROOT / "bench" / "curated.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["curated"] = module
    spec.loader.exec_module(module)
    return module
