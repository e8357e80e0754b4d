"""``.Related``: pages that have keywords in common, as ``related`` of the configuration weighs them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, cast

from ..casts import to_int, to_string
from ..errors import FunctionError
from ..options import lower_keys
from ..times import Time
from ..values import MISSING
from .keyvalues import KeyValues
from .record import PageRecord

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .page import PageView


@dataclass(frozen=True, slots=True)
class _Index:
    """One entry of ``related.indices``."""

    name: str
    weight: int
    pattern: str
    lower: bool
    most: int
    """How many percent of the pages with keywords may share one that counts; 0 for any."""

    def of_page(self, page: PageView) -> list[str]:
        """Give the keywords of a page; none for a map and the like."""
        try:
            return self.words(page.date() if self.name == "date" else page.param(self.name))
        except FunctionError:
            return []

    def words(self, value: object) -> list[str]:
        """Give the keywords in a value."""
        if isinstance(value, Time):
            return [value.format(self.pattern or "2006")]
        values = value if isinstance(value, list) else [value]
        found = [to_string(it) for it in values if it is not None and it is not MISSING]
        return [word.lower() for word in found] if self.lower else found


def related(pages: Sequence[PageView], query: object, settings: Mapping[str, object]) -> list[int]:
    """Give the places, in *pages*, of those that are like a page or like what options name.

    :raises FunctionError: for a query that is neither, and for an index that is not configured
    """
    options = {"document": query} if isinstance(query, PageRecord) else query
    if not isinstance(options, dict):
        msg = "Related takes a page, or options with document, indices or namedSlices"
        raise FunctionError(msg)
    options = lower_keys(options)
    document = options.get("document")
    start = cast("PageView", document) if isinstance(document, PageRecord) else None
    indexes = {index.name: index for index in _indexes(settings)}
    wanted = _wanted(options, start, indexes)
    ranks = _ranks(pages, wanted, indexes)
    latest = start.publish_date() if start is not None else Time(None)
    newer = bool(settings.get("includenewer")) or latest.is_zero()
    found = [
        at
        for at, weights in ranks.items()
        if pages[at] is not start
        and (newer or pages[at].publish_date().moment <= latest.moment)
        and _reaches(weights, indexes.values(), to_int(settings.get("threshold")))
    ]
    found.sort(key=lambda at: pages[at].name())
    found.sort(key=lambda at: pages[at].publish_date().moment, reverse=True)
    return sorted(found, key=lambda at: -sum(ranks[at]))


def _indexes(settings: Mapping[str, object]) -> Iterable[_Index]:
    entries = settings.get("indices")
    for entry in entries if isinstance(entries, (list, tuple)) else ():
        if isinstance(entry, dict):
            named = lower_keys(entry)
            yield _Index(
                name=to_string(named.get("name")).lower(),
                weight=to_int(named.get("weight")),
                pattern=to_string(named.get("pattern")),
                lower=bool(named.get("tolower") or settings.get("tolower")),
                most=to_int(named.get("cardinalitythreshold")),
            )


def _wanted(
    options: Mapping[str, object], start: PageView | None, indexes: Mapping[str, _Index]
) -> list[tuple[str, str]]:
    """Give the keywords that are looked for, with the index of each."""
    named = options.get("indices")
    names = [to_string(name).lower() for name in named] if isinstance(named, list) else []
    slices = options.get("namedslices")
    pairs = [it for it in slices if isinstance(it, KeyValues)] if isinstance(slices, list) else []
    given = [(to_string(pair.key()).lower(), pair.values()) for pair in pairs]
    for name in [*names, *(name for name, _ in given)]:
        if name not in indexes:
            msg = f"index {name!r} not found: 'related' of the configuration has no such index"
            raise FunctionError(msg)
    found = [
        (name, word)
        for name, values in given
        for value in values
        for word in indexes[name].words(value)
    ]
    if start is not None:
        for name in names or indexes:
            found += [(name, word) for word in indexes[name].of_page(start)]
    return found


def _ranks(
    pages: Sequence[PageView], wanted: list[tuple[str, str]], indexes: Mapping[str, _Index]
) -> dict[int, list[int]]:
    """Give the weight of each match, by the place of the page."""
    having: dict[str, dict[str, list[int]]] = {name: {} for name, _ in wanted}
    for name, places in having.items():
        for at, page in enumerate(pages):
            for word in indexes[name].of_page(page):
                places.setdefault(word, []).append(at)
    ranks: dict[int, list[int]] = {}
    for name, word in wanted:
        index, places = indexes[name], having[name]
        found = places.get(word, [])
        of_all = len(set(chain(*places.values())))
        if index.weight and not (index.most and 100 * len(found) > index.most * of_all):
            for at in found:
                ranks.setdefault(at, []).append(index.weight)
    return ranks


def _reaches(weights: list[int], indexes: Iterable[_Index], threshold: int) -> bool:
    """Say whether the average weight is high enough on the scale of 0 to the highest one."""
    known = [index.weight for index in indexes]
    low, high = min(0, *known), max(0, *known)
    share = (sum(weights) // len(weights) - low) / (high - low)
    return int(100 * share + 0.5) >= threshold // len(weights)
