"""A shortcode call as its template sees it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..casts import to_int
from ..convert import to_value
from ..errors import FunctionError
from ..exposed import Exposed, exposed
from ..values import SafeHTML
from .scratch import Scratch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..runtime import Engine
    from .page import PageView
    from .siteview import SiteView


class Position(Exposed):
    """``.Position``: where the call stands."""

    GO_TYPE = "text.Position"

    def __init__(self, filename: str, line: int, column: int) -> None:
        self._filename = filename
        self._line = line
        self._column = column

    def display(self) -> str:
        """Give file, line and column, in quotes as Hugo does."""
        return f'"{self._filename}:{self._line}:{self._column}"'

    @exposed("Filename")
    def filename(self) -> str:
        """Give the file."""
        return self._filename

    @exposed("LineNumber")
    def line_number(self) -> int:
        """Give the line, from 1."""
        return self._line

    @exposed("ColumnNumber")
    def column_number(self) -> int:
        """Give the column, from 1."""
        return self._column

    @exposed("String")
    def string(self) -> str:
        """Give file, line and column."""
        return self.display()


class ShortcodeCall(Exposed):
    """``.`` of a shortcode's template.

    Make the call of the outer shortcode first and give it as `parent` to the inner ones; run
    these, then `set_inner` of the outer one: so an inner template can write into the memory of
    the outer one before that runs.
    """

    GO_TYPE = "*hugolib.ShortcodeWithPage"

    def __init__(
        self,
        engine: Engine,
        name: str,
        params: Sequence[object] | Mapping[str, object],
        page: PageView | None,
        *,
        parent: ShortcodeCall | None = None,
        ordinal: int = 0,
        position: Position | None = None,
    ) -> None:
        self._engine = engine
        self._name = name
        self._named = bool(params) and isinstance(params, Mapping)
        self._params = to_value(params)
        self._page = page
        self._parent = parent
        self._ordinal = ordinal
        self._position = position or Position("", 1, 1)
        self._inner = ""
        self._deindented = ""
        self._scratch = Scratch()

    def set_inner(self, inner: str, deindented: str | None = None) -> None:
        """Give the call its inner text, nested calls already run.

        :param deindented: the same without the call's own indentation
        """
        self._inner = inner
        self._deindented = inner if deindented is None else deindented

    @property
    def page_view(self) -> PageView | None:
        """The page the call stands in."""
        return self._page

    @property
    def engine(self) -> Engine:
        """The site's templates and data."""
        return self._engine

    @exposed("Get")
    def get(self, key: object) -> object:
        """Give a parameter by place or name; nil if there is none."""
        if isinstance(key, bool) or not isinstance(key, (int, str)):
            msg = "Get takes a place or a name"
            raise FunctionError(msg)
        if isinstance(key, int):
            return self._by_place(to_int(key))
        # A missing parameter is empty text, but nil if the call has none of that kind at all.
        named = self._params if isinstance(self._params, dict) else {}
        return named.get(key, "") if named else None

    def _by_place(self, place: int) -> object:
        if not isinstance(self._params, list) or not self._params:
            return None
        if place < 0:
            msg = f"cannot access positional parameter {place}"
            raise FunctionError(msg)
        return self._params[place] if place < len(self._params) else ""

    @exposed("Params")
    def params(self) -> object:
        """Give all parameters: a slice or a map."""
        return self._params

    @exposed("IsNamedParams")
    def is_named_params(self) -> bool:
        """Say whether the parameters have names."""
        return self._named

    @exposed("Inner")
    def inner(self) -> SafeHTML:
        """Give the inner text."""
        return SafeHTML(self._inner)

    @exposed("InnerDeindent")
    def inner_deindent(self) -> SafeHTML:
        """Give the inner text without the call's own indentation."""
        return SafeHTML(self._deindented)

    @exposed("Name")
    def name(self) -> str:
        """Give the name as called."""
        return self._name

    @exposed("Ordinal")
    def ordinal(self) -> int:
        """Give the number of the call in its page or parent, from 0."""
        return self._ordinal

    @exposed("Parent")
    def parent(self) -> ShortcodeCall | None:
        """Give the call around this one; nil if there is none."""
        return self._parent

    @exposed("Position")
    def position(self) -> Position:
        """Give the place in the source."""
        return self._position

    @exposed("Page")
    def page(self) -> PageView | None:
        """Give the page."""
        return self._page

    @exposed("Site")
    def site(self) -> SiteView:
        """Give the site."""
        return self._engine.site

    @exposed("Scratch")
    def scratch(self) -> Scratch:
        """Give the call's own memory."""
        return self._scratch

    @exposed("Store")
    def store(self) -> Scratch:
        """Give the call's own memory."""
        return self._scratch

    @exposed("Ref")
    def ref(self, options: object) -> str:
        """Give the full address of a page, seen from this one."""
        start = self._page.record if self._page else None
        return self._engine.site.resolve(options, start, absolute=True)

    @exposed("RelRef")
    def rel_ref(self, options: object) -> str:
        """Give the address of a page, seen from this one."""
        start = self._page.record if self._page else None
        return self._engine.site.resolve(options, start, absolute=False)
