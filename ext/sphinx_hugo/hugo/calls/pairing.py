"""Which closing tag ends which shortcode call."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sphinx_hugo.hugo.calls.items import Item


MAX_NESTING = 25
"""Calls nested deeper lose their inner content to the call around them, so that whoever walks
through calls need not fear for the stack."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag of a page, its delimiters included."""

    index: int
    """Place among the tags of the page, from 0."""
    name: str
    """As written."""
    closing: bool
    """``{{< /name >}}``."""
    self_closing: bool
    """``{{< name />}}``."""
    items: tuple[Item, ...]
    """Its pieces, from LEFT to RIGHT."""

    @property
    def start(self) -> int:
        """Offset of the opening delimiter."""
        return self.items[0].start

    @property
    def end(self) -> int:
        """Offset behind the closing delimiter."""
        return self.items[-1].end


@dataclass(frozen=True, slots=True)
class Pairing:
    """What belongs together."""

    closed_by: dict[int, int]
    """Index of an opening tag to that of its closing tag; of a self-closing one to its own."""
    problems: list[tuple[int, str]]
    """Offset and message, in no order."""


def pair_tags(tags: Sequence[Tag], takes_inner: Callable[[str], bool | None]) -> Pairing:
    """Pair the tags of a page; ``takes_inner`` as in :func:`sphinx_hugo.hugo.calls.reading.parse_calls`.

    Linear in the number of tags.
    """
    pairer = _Pairer(tags, takes_inner)
    return pairer.run_strictly() or pairer.run()


class _Pairer:
    def __init__(self, tags: Sequence[Tag], takes_inner: Callable[[str], bool | None]) -> None:
        self._tags = tags
        self._takes_inner = takes_inner
        self._known: dict[str, bool | None] = {}
        # What is still to come, by name: closing tags less opening ones.
        self._ahead: Counter[str] = Counter()
        for tag in tags:
            if not tag.self_closing:
                self._ahead[tag.name] += 1 if tag.closing else -1
        self._open: list[Tag] = []
        self._open_names: Counter[str] = Counter()
        self._seen: set[str] = set()
        self._closed_by: dict[int, int] = {}
        self._problems: list[tuple[int, str]] = []

    def run_strictly(self) -> Pairing | None:
        """Pair as Hugo does, in ignorance of names; None if Hugo would stop."""
        closed_by: dict[int, int] = {}
        open_calls: list[int] = []
        seen: set[str] = set()
        for tag in self._tags:
            if tag.closing:
                if not open_calls or tag.name not in seen:
                    return None
                closed_by[open_calls.pop()] = tag.index
                continue
            inner = self._inner(tag.name)
            in_inline = open_calls and _is_inline(self._tags[open_calls[-1]].name)
            if inner is None or in_inline or (tag.self_closing and not inner):
                return None
            seen.add(tag.name)
            if tag.self_closing:
                closed_by[tag.index] = tag.index
            elif inner:
                open_calls.append(tag.index)
        if open_calls:
            return None
        self._closed_by = closed_by
        self._flatten()
        return Pairing(self._closed_by, self._problems)

    def run(self) -> Pairing:
        """Pair by names as well, and find the most likely reading."""
        for tag in self._tags:
            if tag.self_closing:
                self._self_closing(tag)
            elif tag.closing:
                self._ahead[tag.name] -= 1
                self._close(tag)
            else:
                self._ahead[tag.name] += 1
                self._opening(tag)
        while self._open:
            self._give_up(self._open[-1])
        self._flatten()
        return Pairing(self._closed_by, self._problems)

    def _flatten(self) -> None:
        ends: list[int] = []
        too_deep: list[int] = []
        for tag in self._tags:
            if ends and ends[-1] == tag.index:
                ends.pop()
            end = self._closed_by.get(tag.index, tag.index)
            if end != tag.index:
                ends.append(end)
                if len(ends) > MAX_NESTING:
                    too_deep.append(tag.index)
        for index in too_deep:
            del self._closed_by[index]
        if too_deep:
            message = f"Shortcode calls are nested more than {MAX_NESTING} deep; mend their tags."
            self._problems.append((self._tags[too_deep[0]].start, message))

    def _inner(self, name: str) -> bool | None:
        if _is_inline(name):
            return True
        if name not in self._known:
            self._known[name] = self._takes_inner(name)
        return self._known[name]

    def _self_closing(self, tag: Tag) -> None:
        self._opened(tag)
        if self._inner(tag.name) is False:
            self._problems.append((tag.start, _no_inner(tag.name, "the / before its end")))
        else:
            self._closed_by[tag.index] = tag.index

    def _opening(self, tag: Tag) -> None:
        self._opened(tag)
        if self._inner(tag.name) is not False:
            self._open.append(tag)
            self._open_names[tag.name] += 1

    def _opened(self, tag: Tag) -> None:
        self._seen.add(tag.name)
        if self._open and _is_inline(self._open[-1].name):
            self._problems.append(
                (tag.start, "An inline shortcode cannot hold calls; write {{ … }} in it.")
            )

    def _close(self, tag: Tag) -> None:
        if self._open_names[tag.name]:
            while self._open[-1].name != tag.name and not self._is_crossing():
                self._give_up(self._open[-1])
            self._end_innermost(tag)
        elif self._open and not self._will_close(self._open[-1].name):
            # A slip of the pen. Hugo takes it if that name was in use before.
            opening = self._open[-1]
            if self._inner(opening.name) is None:
                self._stray(tag)
                return
            if tag.name not in self._seen:
                self._problems.append(
                    (
                        tag.start,
                        f"The closing tag /{tag.name} does not match {opening.name!r}, which is "
                        f"the call that is open here; write /{opening.name}.",
                    )
                )
            self._end_innermost(tag)
        else:
            self._stray(tag)

    def _is_crossing(self) -> bool:
        """Say whether the innermost call ends here though the tag has another call's name.

        Hugo lets any closing tag end the innermost call. But if no closing tag is left for that
        call, its own is most likely missing.
        """
        name = self._open[-1].name
        return self._inner(name) is True and self._will_close(name)

    def _will_close(self, name: str) -> bool:
        return self._ahead[name] > 0

    def _end_innermost(self, tag: Tag) -> None:
        opening = self._open.pop()
        self._open_names[opening.name] -= 1
        self._closed_by[opening.index] = tag.index

    def _give_up(self, tag: Tag) -> None:
        """Take the innermost open call for one without a closing tag."""
        self._open.pop()
        self._open_names[tag.name] -= 1
        if self._inner(tag.name):
            self._problems.append(
                (
                    tag.start,
                    f"The shortcode {tag.name!r} takes what stands between its tags, but is never "
                    f"closed; write a closing tag /{tag.name}, or end it with a slash.",
                )
            )

    def _stray(self, tag: Tag) -> None:
        if tag.name in self._seen and self._inner(tag.name) is False:
            message = _no_inner(tag.name, "this closing tag")
        else:
            message = (
                f"The closing tag /{tag.name} closes nothing: no {tag.name!r} is open here; remove "
                "it or write the opening tag."
            )
        self._problems.append((tag.start, message))


def _is_inline(name: str) -> bool:
    return name.endswith(".inline")


def _no_inner(name: str, what: str) -> str:
    return (
        f"The shortcode {name!r} does not use what stands between its tags (its template reads "
        f"neither .Inner nor .InnerDeindent); remove {what}."
    )
