"""Files in the output folder are whole, or not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_hugo.outdir.writing import remove_parts

if TYPE_CHECKING:
    from pathlib import Path


def test_what_a_killed_build_was_writing_goes(tmp_path: Path) -> None:
    """A Markdown copy was half written when the build of seed 21 was killed."""
    half = tmp_path / "docs/.index.md.8828.part"
    others = [tmp_path / "docs/.note.part", tmp_path / "docs/index.md.1.part"]
    half.parent.mkdir()
    for path in (half, *others):
        path.write_text("half")
    remove_parts(tmp_path)
    assert not half.exists()
    assert all(path.exists() for path in others)
