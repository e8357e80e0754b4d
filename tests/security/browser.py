"""Built pages in headless Chromium: which of them open a dialog, or would on a click."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")

TRAP = """<script>
for (const name of ["alert", "confirm", "prompt", "print", "open"])
  window[name] = (...args) => console.error("caught " + name + " " + location.href);
addEventListener("load", () => {
  for (const link of document.links)
    if (/^(javascript|vbscript):/.test(link.protocol))
      console.error("caught link " + location.href);
});
</script>"""
CAUGHT = re.compile(r'"caught (\w+) file://([^"?#]*)')
"""What a trap says in the log: its name and the page."""


def set_traps(folder: Path) -> list[Path]:
    """Put the trap into every page of a folder, and return the pages."""
    pages = sorted(path for path in folder.rglob("*.html") if "_static" not in path.parts)
    for path in pages:
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub("(<head[^>]*>|$)", rf"\1{TRAP}", text, count=1), encoding="utf-8")
    return pages


def caught(frames: Path, pages: Iterable[Path]) -> set[tuple[str, str]]:
    """Load pages, each in a frame of one file, and return what each did that has a trap."""
    shown = "".join(f'<iframe src="{path.as_uri()}"></iframe>' for path in pages)
    frames.write_text(f"<!doctype html><body>{shown}", encoding="utf-8")
    done = loaded(frames)
    return {(name, place.rpartition("/")[2]) for name, place in CAUGHT.findall(done.stderr)}


def loaded(path: Path, query: str = "") -> subprocess.CompletedProcess[str]:
    """Load a page; its HTML after its scripts ran is on standard output, its log on the other."""
    assert CHROMIUM is not None
    return subprocess.run(
        [
            *(CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"),
            *("--allow-file-access-from-files", "--virtual-time-budget=4000"),
            *("--enable-logging=stderr", "--host-resolver-rules=MAP * ~NOTFOUND", "--dump-dom"),
            path.as_uri() + query,
        ],
        capture_output=True,
        text=True,
        errors="replace",
        timeout=180,
        check=True,
    )
