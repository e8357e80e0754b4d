"""When files were last changed, as Git knows it: one ``git log`` for a whole site.

Only the program ``git`` is asked, with what could make it start others switched off. Where it is
missing, or the folder is none of Git's, or its history was cut short, nothing is known.
"""

from __future__ import annotations

import os
import subprocess
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_SAFELY = (
    *("-c", "core.fsmonitor=false", "-c", "log.showSignature=false", "-c", "core.quotePath=false"),
    *("-c", "core.hooksPath=/dev/null", "-c", "protocol.allow=never", "--no-pager"),
)
_LOG = (
    *("log", "--no-merges", "--no-renames", "--name-only", "--no-ext-diff", "--no-textconv"),
    *("--ignore-submodules", "-z", "--format=%x1e%aI", "--"),
)
_ELSEWHERE = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_NAMESPACE"})
"""Variables that would lead to another repository, as they do in a hook."""
_TIMEOUT = 120.0
"""Seconds."""


def git_dates(root: Path, folders: Iterable[Path]) -> Mapping[Path, datetime]:
    """Return the author date of the newest commit of each file below *folders*, by absolute path.

    *root* lies in the repository. Merges are passed over, as Hugo does. Empty where Git cannot say:
    no repository, a shallow clone, no ``git``.
    """
    about = _git(root, "rev-parse", "--show-toplevel", "--is-shallow-repository").splitlines()
    if len(about) != 2 or about[1] != "false":
        return {}
    top = Path(about[0])
    places = [os.path.realpath(folder) for folder in folders]
    inside = [place for place in places if Path(place).is_relative_to(top)]
    if not inside:
        return {}
    found: dict[Path, datetime] = {}
    for commit in _git(top, *_LOG, *inside).split("\x1e")[1:]:
        stamp, _, names = commit.partition("\0")
        moment = _moment(stamp.strip())
        if moment is None:
            continue
        for name in names.split("\0"):
            if name.strip("\n"):
                found.setdefault(top / name.strip("\n"), moment)
    return found


def _git(folder: Path, *arguments: str) -> str:
    """Return what git prints; nothing if it fails."""
    environment = {
        **{key: value for key, value in os.environ.items() if key not in _ELSEWHERE},
        "GIT_NO_LAZY_FETCH": "1",  # a partial clone must not ask the network
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_OPTIONAL_LOCKS": "0",
    }
    try:
        ran = subprocess.run(
            ["git", *_SAFELY, "-C", str(folder), *arguments],
            capture_output=True,
            check=False,
            timeout=_TIMEOUT,
            env=environment,
        )
    except (OSError, subprocess.SubprocessError, ValueError):
        return ""
    return ran.stdout.decode("utf-8", "surrogateescape") if ran.returncode == 0 else ""


def _moment(stamp: str) -> datetime | None:
    try:
        return datetime.fromisoformat(stamp)
    except ValueError:
        return None
