"""The names under which pictures and downloads are copied: from their paths alone.

Sphinx numbers pictures of one name in the order in which it meets them, so that the names depend on
what was built before, and on which process was first.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment


def settle_names(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Number pictures of one name by path (``env-updated``).

    Returns the documents to write again, as they show pictures that are called otherwise now.
    """
    if env.get_domain("hugo").state is None:  # type: ignore[attr-defined]
        return []
    names: dict[str, str] = {}
    taken: set[str] = set()
    for path in sorted(env.images):
        name = Path(path).name
        stem, suffix, number = Path(name).stem, Path(name).suffix, 0
        while name in taken:
            number += 1
            name = f"{stem}{number}{suffix}"
        taken.add(name)
        names[path] = name
    renamed: set[str] = set()
    for path, name in names.items():
        docnames, before = env.images[path]
        if before != name:
            dict.__setitem__(env.images, path, (docnames, name))
            renamed |= docnames
    env.images._existing = taken
    return sorted(renamed)


def copied_files(builder: Builder) -> Iterator[Path]:
    """Yield the pictures and downloads in the output that some document has."""
    outdir = Path(builder.outdir)
    for _docnames, name in builder.env.images.values():
        yield outdir / builder.imagedir / name
    for _docnames, destination in builder.env.dlfiles.values():
        yield outdir / "_downloads" / destination
