"""``.Paginator``: a list of pages, cut into pieces.

Hugo writes a page for each piece. Only the first is built here, so it is always the current one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..casts import to_int
from ..errors import FunctionError
from ..exposed import Exposed, exposed
from .pages import PageGroup, Pages

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

DEFAULT_SIZE = 10


class Pager(Exposed):
    """One piece of the list."""

    GO_TYPE = "*page.Pager"

    def __init__(self, pagers: Pagers, number: int, groups: list[PageGroup] | Pages) -> None:
        self._pagers = pagers
        self._number = number
        self._groups = groups

    def display(self) -> str:
        """Give the word with its number."""
        return f"Pager {self._number}"

    @exposed("PageNumber")
    def page_number(self) -> int:
        """Give the number, from 1."""
        return self._number

    @exposed("URL")
    def url(self) -> str:
        """Give the address at which Hugo writes it."""
        return self._pagers.address(self._number)

    @exposed("Pages")
    def pages(self) -> Pages:
        """Give its pages; none if it has groups."""
        return self._groups if isinstance(self._groups, Pages) else Pages()

    @exposed("PageGroups")
    def page_groups(self) -> list[PageGroup]:
        """Give its groups of pages, if groups were cut."""
        return [] if isinstance(self._groups, Pages) else self._groups

    @exposed("NumberOfElements")
    def number_of_elements(self) -> int:
        """Give the number of its pages."""
        return len(self.pages()) + sum(map(len, self.page_groups()))

    @exposed("TotalNumberOfElements")
    def total_number_of_elements(self) -> int:
        """Give the number of pages in all pieces."""
        return sum(pager.number_of_elements() for pager in self._pagers)

    @exposed("PagerSize")
    def pager_size(self) -> int:
        """Give the number of pages that a piece may have."""
        return self._pagers.size

    @exposed("TotalPages")
    def total_pages(self) -> int:
        """Give the number of pieces; none for an empty list."""
        return len(self._pagers) if self.total_number_of_elements() else 0

    @exposed("Pagers")
    def pagers(self) -> Pagers:
        """Give all pieces."""
        return self._pagers

    @exposed("First")
    def first(self) -> Pager:
        """Give the first piece."""
        return self._pagers[0]

    @exposed("Last")
    def last(self) -> Pager:
        """Give the last piece."""
        return self._pagers[-1]

    @exposed("HasPrev")
    def has_prev(self) -> bool:
        """Say whether there is a piece before."""
        return self._number > 1

    @exposed("Prev")
    def prev(self) -> Pager | None:
        """Give the piece before; nil for the first."""
        return self._pagers[self._number - 2] if self.has_prev() else None

    @exposed("HasNext")
    def has_next(self) -> bool:
        """Say whether there is a piece behind."""
        return self._number < len(self._pagers)

    @exposed("Next")
    def next(self) -> Pager | None:
        """Give the piece behind; nil for the last."""
        return self._pagers[self._number] if self.has_next() else None


class Pagers(list[Pager], Exposed):
    """All pieces of a list; an empty list has one."""

    GO_TYPE = "page.pagers"

    def __init__(self, pages: object, size: int, address: str, folder: str) -> None:
        """Cut a list.

        :param pages: pages, or groups of them
        :param address: where the list itself stands
        :param folder: the folder below it for the other pieces
        """
        super().__init__()
        self.size = size
        """The number of pages that a piece may have."""
        self._address = address
        self._folder = folder
        pieces = _cut(_listed(pages), size)
        self += [Pager(self, number, piece) for number, piece in enumerate(pieces, 1)]

    def address(self, number: int) -> str:
        """Give the address at which Hugo writes a piece."""
        if number == 1:
            return self._address
        folder, slash, name = self._address.rpartition("/")
        return f"{folder}{slash}{self._folder}/{number}/{name}"


def pager_size(given: Sequence[object], settings: Mapping[str, object]) -> int:
    """Give the size that the caller asks for, else that of the configuration.

    :raises FunctionError: for a size below 1, and for more than one
    """
    if len(given) > 1:
        msg = "a paginator takes one size"
        raise FunctionError(msg)
    size = to_int(given[0] if given else settings.get("pagersize", DEFAULT_SIZE))
    if size < 1:
        msg = "the size of a pager must be a positive number"
        raise FunctionError(msg)
    return size


def _listed(pages: object) -> Pages | list[PageGroup]:
    if isinstance(pages, Pages):
        return Pages(pages)
    groups = [it for it in pages if isinstance(it, PageGroup)] if isinstance(pages, list) else []
    if pages is None or (isinstance(pages, list) and len(groups) == len(pages)):
        return groups or Pages()
    msg = "only pages and groups of pages can be paginated"
    raise FunctionError(msg)


def _cut(pages: Pages | list[PageGroup], size: int) -> list[Pages | list[PageGroup]]:
    if isinstance(pages, Pages):
        return [Pages(pages[at : at + size]) for at in range(0, len(pages), size)] or [Pages()]
    pieces: list[Pages | list[PageGroup]] = []
    piece: list[PageGroup] = []
    room = size
    for group in pages:
        rest = Pages(group)
        while rest:
            piece.append(PageGroup(group.key(), Pages(rest[:room])))
            rest, room = Pages(rest[room:]), room - len(piece[-1])
            if not room:
                pieces.append(piece)
                piece, room = [], size
    return [*pieces, piece] if piece or not pieces else pieces
