"""Menu entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_hugo.hugo.ordering.collation import menu_name_key

from ..casts import to_int
from ..convert import to_params
from ..exposed import Exposed, exposed
from ..values import SafeHTML

if TYPE_CHECKING:
    from sphinx_hugo.hugo.menus import MenuEntry

    from ..runtime import Engine
    from ..values import Params
    from .page import PageView


class MenuItem(Exposed):
    """One entry with what is below it."""

    GO_TYPE = "*navigation.MenuEntry"

    def __init__(self, engine: Engine, entry: MenuEntry, menu: str) -> None:
        self._engine = engine
        self._entry = entry
        self._menu = menu

    @exposed("Name")
    def name(self) -> str:
        """Give what is shown."""
        return self._entry.name

    @exposed("Title")
    def title(self) -> str:
        """Give the title."""
        return self._entry.title

    @exposed("Identifier")
    def identifier(self) -> str:
        """Give the identifier."""
        return self._entry.identifier

    @exposed("KeyName")
    def key_name(self) -> str:
        """Give the identifier, or the name if there is none."""
        return self._entry.identifier or self._entry.name

    @exposed("URL")
    def url(self) -> str:
        """Give the address."""
        return self._entry.url

    @exposed("PageRef")
    def page_ref(self) -> str:
        """Give the logical path of the page."""
        return self._entry.page or ""

    @exposed("Page")
    def page(self) -> PageView | None:
        """Give the page; nil for plain links."""
        path = self._entry.page
        return self._engine.maybe_page(self._engine.host.site.page(path)) if path else None

    @exposed("Weight")
    def weight(self) -> int:
        """Give the weight."""
        return self._entry.weight

    @exposed("Parent")
    def parent(self) -> str:
        """Give the key of the entry above."""
        return self._entry.parent

    @exposed("Menu")
    def menu(self) -> str:
        """Give the name of the menu."""
        return self._menu

    @exposed("Pre")
    def pre(self) -> SafeHTML:
        """Give what stands before the name."""
        return SafeHTML(self._entry.pre)

    @exposed("Post")
    def post(self) -> SafeHTML:
        """Give what stands after the name."""
        return SafeHTML(self._entry.post)

    @exposed("Params")
    def params(self) -> Params:
        """Give the parameters."""
        return to_params(self._entry.params)

    @exposed("Children")
    def children(self) -> Menu:
        """Give the entries below."""
        return Menu(MenuItem(self._engine, entry, self._menu) for entry in self._entry.children)

    @exposed("HasChildren")
    def has_children(self) -> bool:
        """Say whether there are entries below."""
        return bool(self._entry.children)

    @exposed("IsEqual")
    def is_equal(self, other: object) -> bool:
        """Say whether both are the same entry."""
        return (
            self.is_same(other) and isinstance(other, MenuItem) and other.parent() == self.parent()
        )

    @exposed("IsSameResource")
    def is_same(self, other: object) -> bool:
        """Say whether both lead to the same place."""
        return isinstance(other, MenuItem) and other.key_name() == self.key_name()


class Menu(list[MenuItem], Exposed):
    """Entries in an order."""

    GO_TYPE = "navigation.Menu"

    @exposed("ByName")
    def by_name(self) -> Menu:
        """Sort by name."""
        return Menu(sorted(self, key=lambda item: menu_name_key(item.name())))

    @exposed("ByWeight")
    def by_weight(self) -> Menu:
        """Sort by weight; entries without one come last."""
        return Menu(
            sorted(
                self,
                key=lambda it: (it.weight() == 0, it.weight(), menu_name_key(it.name())),
            )
        )

    @exposed("Limit")
    def limit(self, count: object) -> Menu:
        """Give the first entries."""
        return Menu(self[: max(to_int(count), 0)])

    @exposed("Reverse")
    def reversed(self) -> Menu:
        """Give the entries in the opposite order."""
        return Menu(self[::-1])
