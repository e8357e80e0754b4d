"""A fenced code block as the render hook of its language sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..convert import to_value
from ..exposed import Exposed, exposed

if TYPE_CHECKING:
    from ..host import Fence
    from ..runtime import Engine
    from .page import PageView
    from .shortcode import Position


class CodeBlock(Exposed):
    """``.`` of ``render-codeblock-NAME.html``."""

    GO_TYPE = "*codeblocks.codeBlockContext"

    def __init__(self, engine: Engine, page: PageView, fence: Fence, position: Position) -> None:
        self._engine = engine
        self._page = page
        self._fence = fence
        self._position = position

    @property
    def page_view(self) -> PageView:
        """The page that the code stands in."""
        return self._page

    @property
    def engine(self) -> Engine:
        """The site's templates and data."""
        return self._engine

    @exposed("Type")
    def language(self) -> str:
        """Give the first word behind the fence."""
        return self._fence.language

    @exposed("Inner")
    def inner(self) -> str:
        """Give the code, without the line end at its end."""
        return self._fence.code

    @exposed("Attributes")
    def attributes(self) -> object:
        """Give what the braces say of the element around the code."""
        return to_value(self._fence.attributes)

    @exposed("Options")
    def options(self) -> object:
        """Give what the braces say of the highlighting."""
        return to_value(self._fence.options)

    @exposed("Ordinal")
    def ordinal(self) -> int:
        """Give the number of the code block in its page, from 0."""
        return self._fence.ordinal

    @exposed("Page", "PageInner")
    def page(self) -> PageView:
        """Give the page."""
        return self._page

    @exposed("Position")
    def position(self) -> Position:
        """Give the place in the source."""
        return self._position
