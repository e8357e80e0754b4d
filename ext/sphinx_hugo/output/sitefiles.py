"""The files of a site that are made of all its pages: sitemap, feeds, lists for machines."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from sphinx_hugo.output.feeds import feed_files
from sphinx_hugo.output.llms import llms_files
from sphinx_hugo.output.sitemap import sitemap_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

    from sphinx_hugo.documents import Documents


def site_files(app: Sphinx, documents: Documents) -> Iterator[tuple[str, str]]:
    """Yield (target below the output folder, text); nothing is written here."""
    return chain(
        sitemap_files(app, documents), feed_files(app, documents), llms_files(app, documents)
    )
