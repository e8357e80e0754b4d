"""``Pages``: a list of pages that sorts and groups itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..casts import to_int, to_string
from ..errors import FunctionError
from ..exposed import Exposed, exposed
from ..printing import to_text
from ..times import Time, to_time
from .related import related

if TYPE_CHECKING:
    from collections.abc import Callable

    from .page import PageView


class Pages(list["PageView"], Exposed):
    """Pages in an order."""

    GO_TYPE = "page.Pages"

    @exposed("String")
    def display(self) -> str:
        """Give the number of pages."""
        return f"Pages({len(self)})"

    @exposed("Len")
    def length(self) -> int:
        """Give the number of pages."""
        return len(self)

    @exposed("Reverse")
    def reversed(self) -> Pages:
        """Give the pages in the opposite order."""
        return Pages(self[::-1])

    @exposed("Limit")
    def limit(self, count: object) -> Pages:
        """Give the first pages."""
        return Pages(self[: max(to_int(count), 0)])

    @exposed("ByWeight")
    def by_weight(self) -> Pages:
        """Sort by weight; pages without one come last."""
        return self._sorted(lambda page: (page.record.weight == 0, page.record.weight))

    @exposed("ByTitle")
    def by_title(self) -> Pages:
        """Sort by title."""
        return self._sorted(lambda page: page.record.title.casefold())

    @exposed("ByLinkTitle")
    def by_link_title(self) -> Pages:
        """Sort by link title."""
        return self._sorted(lambda page: page.record.link_title.casefold())

    @exposed("ByDate")
    def by_date(self) -> Pages:
        """Sort by date, oldest first."""
        return self._sorted(lambda page: page.date().moment)

    @exposed("ByLastmod")
    def by_lastmod(self) -> Pages:
        """Sort by last change, oldest first."""
        return self._sorted(lambda page: page.lastmod().moment)

    @exposed("ByPublishDate")
    def by_publish_date(self) -> Pages:
        """Sort by publication, oldest first."""
        return self._sorted(lambda page: page.publish_date().moment)

    @exposed("ByExpiryDate")
    def by_expiry_date(self) -> Pages:
        """Sort by expiry, oldest first."""
        return self._sorted(lambda page: page.expiry_date().moment)

    @exposed("ByLanguage")
    def by_language(self) -> Pages:
        """Sort by date, newest first, then by link title: all are in one language."""
        by_name = self._sorted(lambda page: page.link_title())
        return Pages(sorted(by_name, key=lambda page: page.date().moment, reverse=True))

    @exposed("ByLength")
    def by_length(self) -> Pages:
        """Sort by the length of the text."""
        return self._sorted(lambda page: page.word_count())

    @exposed("ByParam")
    def by_param(self, key: object) -> Pages:
        """Sort by a parameter; pages without it come last."""

        def rank(page: PageView) -> tuple[int, float, str]:
            value = page.param(key)
            if value is None:
                return (2, 0, "")
            return (0, value, "") if isinstance(value, (int, float)) else (1, 0, to_text(value))

        return self._sorted(rank)

    def _sorted(self, key: Callable[[PageView], object]) -> Pages:
        return Pages(sorted(self, key=key))  # type: ignore[arg-type]

    @exposed("GroupBy")
    def group_by(self, key: object, order: object = "") -> PagesGroup:
        """Group by what a method of the pages gives."""
        name = to_string(key)

        def value(page: PageView) -> object:
            method = page.METHODS.get(name)
            if method is None:
                msg = f"GroupBy: pages have no {name}"
                raise FunctionError(msg)
            result: object = getattr(page, method.attribute)()
            return result

        return self._groups(value, order, sort=True)

    @exposed("GroupByDate")
    def group_by_date(self, layout: object, order: object = "") -> PagesGroup:
        """Group by date, written by example; newest first."""
        return self._by_day(lambda page: page.date(), layout, order)

    @exposed("GroupByLastmod")
    def group_by_lastmod(self, layout: object, order: object = "") -> PagesGroup:
        """Group by last change, written by example; newest first."""
        return self._by_day(lambda page: page.lastmod(), layout, order)

    @exposed("GroupByPublishDate")
    def group_by_publish_date(self, layout: object, order: object = "") -> PagesGroup:
        """Group by publication, written by example; newest first."""
        return self._by_day(lambda page: page.publish_date(), layout, order)

    @exposed("GroupByExpiryDate")
    def group_by_expiry_date(self, layout: object, order: object = "") -> PagesGroup:
        """Group by expiry, written by example; newest first."""
        return self._by_day(lambda page: page.expiry_date(), layout, order)

    @exposed("GroupByParamDate")
    def group_by_param_date(self, key: object, layout: object, order: object = "") -> PagesGroup:
        """Group by a parameter that is a date; pages without it come under Go's zero time."""
        return self._by_day(lambda page: _moment(page.param(key)), layout, order)

    def _by_day(
        self, moment: Callable[[PageView], Time], layout: object, order: object
    ) -> PagesGroup:
        ordered = self._sorted(lambda page: moment(page).moment)
        pages = ordered if to_string(order) == "asc" else ordered.reversed()
        return pages._groups(lambda page: moment(page).format(layout), "", sort=False)

    @exposed("GroupByParam")
    def group_by_param(self, key: object, order: object = "") -> PagesGroup:
        """Group by a parameter; pages without it are left out."""
        having = Pages([page for page in self if page.param(key) is not None])
        return having._groups(lambda page: page.param(key), order, sort=True)

    def _groups(
        self, key: Callable[[PageView], object], order: object, *, sort: bool
    ) -> PagesGroup:
        groups: dict[str, tuple[object, Pages]] = {}
        for page in self:
            value = key(page)
            groups.setdefault(to_text(value), (value, Pages()))[1].append(page)
        found = list(groups.values())
        if sort:
            found.sort(key=lambda group: _rank(group[0]), reverse=order == "desc")
        return PagesGroup(PageGroup(value, pages) for value, pages in found)

    @exposed("Related")
    def related(self, query: object) -> Pages:
        """Give the pages that are like a page, the likest first."""
        if not self:
            return Pages()
        return Pages([self[at] for at in related(self, query, self[0].related_settings())])

    @exposed("Next")
    def next(self, page: object) -> object:
        """Give the page before another one in this list."""
        return self._neighbour(page, -1)

    @exposed("Prev")
    def prev(self, page: object) -> object:
        """Give the page after another one in this list."""
        return self._neighbour(page, 1)

    def _neighbour(self, page: object, distance: int) -> object:
        index = next((at for at, known in enumerate(self) if known is page), None)
        if index is None or not 0 <= index + distance < len(self):
            return None
        return self[index + distance]


class PageGroup(Pages):
    """Pages with what they have in common; it has all that lists of pages have."""

    GO_TYPE = "page.PageGroup"

    def __init__(self, key: object, pages: Pages) -> None:
        super().__init__(pages)
        self._key = key

    @exposed("Key")
    def key(self) -> object:
        """Give what the pages have in common."""
        return self._key

    @exposed("Pages")
    def pages(self) -> Pages:
        """Give the pages."""
        return Pages(self)


class PagesGroup(list[PageGroup], Exposed):
    """Groups of pages in an order."""

    GO_TYPE = "page.PagesGroup"

    @exposed("Len")
    def length(self) -> int:
        """Give the number of pages in all groups."""
        return sum(map(len, self))

    @exposed("Reverse")
    def reversed(self) -> PagesGroup:
        """Give the groups in the opposite order."""
        return PagesGroup(self[::-1])


def _moment(value: object) -> Time:
    try:
        return to_time(value)
    except FunctionError:
        return Time(None)


def _rank(value: object) -> tuple[int, float, str]:
    if isinstance(value, (int, float)):
        return (0, value, "")
    return (1, 0, to_text(value))
