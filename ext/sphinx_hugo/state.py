"""What a build knows of its site, once it has been loaded."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from sphinx_hugo.taken import Answers

if TYPE_CHECKING:
    from sphinx_hugo.documents import Documents
    from sphinx_hugo.hugo.sidebar import NavNode
    from sphinx_hugo.options import Options
    from sphinx_hugo.wing import Wing


@dataclass(frozen=True)
class SiteState:
    """What a build knows of its site; made once, read by everyone, never pickled."""

    documents: Documents
    navigation: tuple[NavNode, ...]
    options: Options
    wing: Wing
    cache: dict[str, Any] = field(default_factory=dict)
    """For things that are expensive to make and the same all through the build, by module name."""

    @cached_property
    def answers(self) -> Answers:
        """What pages have asked about others."""
        return Answers(self.documents)
