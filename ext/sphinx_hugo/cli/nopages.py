"""A builder that resolves everything and writes nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_hugo.builders import HugoDirectoryBuilder
from sphinx_hugo.output.files import check_files

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from docutils import nodes

    from sphinx_hugo.domain.objects import HugoDomain


class CheckBuilder(HugoDirectoryBuilder):
    """Does all that ``dirhtml`` does up to the point where a page would be written.

    Links, references and images are thus looked up just as they will be.
    """

    name = "hugo-check"
    epilog = ""

    def get_outdated_docs(self) -> Iterator[str]:
        """Name every document."""
        yield from self.env.found_docs

    def prepare_writing(self, docnames: Set[str]) -> None:
        """Prepare nothing."""

    def copy_assets(self) -> None:
        """Copy nothing."""

    def write_doc_serialized(self, docname: str, doctree: nodes.document) -> None:
        """Look the images up; there is no search to feed."""
        self.post_process_images(doctree)

    def write_doc(self, docname: str, doctree: nodes.document) -> None:
        """Write nothing; the document is resolved already."""

    def finish(self) -> None:
        """Write no index and no search; see whether the files could be copied."""
        domain: HugoDomain = self.env.get_domain("hugo")  # type: ignore[assignment]
        if domain.state is not None:
            check_files(Path(self.outdir), domain.state.documents)
