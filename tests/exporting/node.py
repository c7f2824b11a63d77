"""This is Node.js, where it is installed, and a package of npm's where ``NODE_PATH`` finds one."""

from __future__ import annotations

import json
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest

NODE = shutil.which("node")
needs_node = pytest.mark.skipif(NODE is None, reason="needs Node.js")


@cache
def has_package(name: str) -> bool:
    """Tell whether Node.js finds a package; ``NODE_PATH`` names the folder it looks in."""
    if NODE is None:
        return False
    asked = [NODE, "-e", f"require.resolve('{name}')"]
    found = subprocess.run(asked, capture_output=True, check=False)
    return found.returncode == 0


def needs_package(name: str) -> pytest.MarkDecorator:
    """Skip where Node.js does not find a package of npm's."""
    return pytest.mark.skipif(not has_package(name), reason=f"needs {name}; see NODE_PATH")


def run(script: Path, *arguments: str | Path, given: Any = None) -> Any:  # noqa: ANN401 - JSON
    """Run a script and give what it prints, as JSON; ``given`` is its input, as JSON."""
    assert NODE is not None
    done = subprocess.run(
        [NODE, str(script), *map(str, arguments)],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    return json.loads(done.stdout)
