"""The author's own lines of a page, taken over where plain MyST reads them as what they mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_hugo.eject.places import destination

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from sphinx_hugo.eject.reading import References, StockReader, Target

_CALL = re.compile(r"\{\{([<%]).*?[%>]\}\}", re.DOTALL)
_ESCAPED = re.compile(r"\{\{([<%])/\*(.*?)\*/([%>])\}\}", re.DOTALL)
_TAG_LINE = re.compile(r"\s*\{\{[<%]")
_DEFINITION = re.compile(
    r"""^[ ]{0,3}\[(?!\^)(?P<label>(?:\\.|[^\[\]\\])+)\]:[ \t]*(?:\n[ \t]*)?
    (?:<[^<>\n]*>|(?:\{\{.*?\}\}|[^\s{])+)
    (?:[ \t]*\n?[ \t]+(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*$\n?""",
    re.MULTILINE | re.VERBOSE,
)
_SUMMARY = re.compile(r"^[ \t]*<!-- *more *-->[ \t]*\n?", re.MULTILINE | re.IGNORECASE)
_MASK = "hugocall{}x"
_LINK = re.compile(
    r"""(?<=\]\()(\s*)(<[^<>\n]*>|(?:\\.|[^\s()\\]|\((?:[^\s()])*\))*)
    ((?:\s+(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'))?\s*\))""",
    re.VERBOSE,
)
_LINK_WITH_CALL = re.compile(r"\]\(\s*(?:[^\s(){}]|\{\{[<%].*?[%>]\}\})+", re.DOTALL)
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(.*?)(?:\s+#+)?\s*$")
_HEADING_ATTRIBUTES = re.compile(r"\s*\{[^{}]*\}\s*$")
_ITEM = re.compile(r"[ \t]*(?:[-*+:]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
_QUOTE = re.compile(r"[ \t]*>[ \t]?")


@dataclass(frozen=True, slots=True)
class _Moved:
    """A text whose links lead where they should."""

    text: str
    labels: Mapping[str, str]
    """Where the links by reference lead, by label."""


class AuthorsText:
    """The lines of one content file."""

    def __init__(
        self, lines: Sequence[str], reader: StockReader, emoji: Callable[[str], str]
    ) -> None:
        self._lines = lines
        self._reader = reader
        self._emoji = emoji
        text = "\n".join(lines)
        self._references: References = reader.references(_without_calls(text))
        self._spelling = {
            reader.normal_label(found["label"]): found["label"]
            for found in _DEFINITION.finditer(text)
        }
        self._used: dict[str, str] = {}

    def __len__(self) -> int:
        """Return the number of lines."""
        return len(self._lines)

    def block(self, first: int, end: int, written: str) -> str | None:
        """Return the lines from *first* up to *end* (1-based, exclusive) if they say what *written* says.

        Links and pictures in them lead where those of *written* lead. None: they do not say it.
        """
        return self._same(self._candidates(first, end), written, "")

    def heading(self, line: int, written: str) -> str | None:
        """Return the text of the heading on a line if it says what *written* says, under the same id.

        MyST makes the id of what stands in the file, where a dash may be two hyphens.
        """
        if not 0 < line <= len(self._lines):
            return None
        source = self._lines[line - 1]
        found = _HEADING.match(source)
        text = found[1] if found else source.strip()
        kept = self._same((text, _HEADING_ATTRIBUTES.sub("", text)), written, "# ")
        if kept is None or self._reader.slugs([kept]) != self._reader.slugs([written]):
            return None
        return kept

    def definitions(self) -> list[str]:
        """Return the definitions that links by reference need, in what was taken so far."""
        found = []
        for label, address in self._used.items():
            title = str(self._references[label].get("title") or "")
            end = f' "{title}"' if title and '"' not in title else ""
            found.append(f"[{self._spelling.get(label, label)}]: {destination(address)}{end}")
        return ["\n".join(found)] if found else []

    def _same(
        self, candidates: Sequence[str] | Iterator[str], written: str, start: str
    ) -> str | None:
        meant = self._reader.read(start + written)
        targets = self._reader.targets(start + written)
        for candidate in candidates:
            found = self._moved(candidate, targets)
            if found is None:
                continue
            references = {
                **self._references,
                **{k: {**self._references[k], "href": new} for k, new in found.labels.items()},
            }
            if self._reader.read(start + found.text, references) == meant:
                self._used.update(found.labels)
                return found.text
        return None

    def _candidates(self, first: int, end: int) -> Iterator[str]:
        lines = list(self._lines[max(first - 1, 0) : max(end - 1, 0)])
        if not lines:
            return
        seen = {""}
        stop = next((n for n, line in enumerate(lines) if n and _TAG_LINE.match(line)), len(lines))
        shapes = [lines, lines[:stop]]
        if item := _ITEM.match(lines[0]):
            inside = [" " * item.end() + lines[0][item.end() :], *lines[1:]]
            shapes += [inside, inside[:stop]]
        elif _QUOTE.match(lines[0]):
            shapes.append([_QUOTE.sub("", line, count=1) for line in lines])
        for shape in shapes:
            whole = _SUMMARY.sub("", "\n".join(_dedented(shape)))
            for text in (_DEFINITION.sub("", whole).strip("\n"), whole.strip("\n")):
                if text not in seen:
                    seen.add(text)
                    yield self._emoji(_ESCAPED.sub(r"{{\1\2\3}}", text))

    def _moved(self, text: str, targets: Sequence[Target]) -> _Moved | None:
        """Return a text with other destinations of its links; None if there are not as many."""
        masked = _LINK_WITH_CALL.sub(lambda link: _without_calls(link[0]), text)
        given = self._reader.targets(masked, self._references)
        if len(given) != len(targets):
            return None
        moved: dict[str, Target] = {}
        labels: dict[str, str] = {}
        for old, new in zip(given, targets, strict=True):
            if not old.label:
                moved[old.address] = new
            elif self._used.get(old.label, labels.get(old.label, new.address)) != new.address:
                return None
            else:
                labels[old.label] = new.address

        def move(found: re.Match[str]) -> str:
            old = self._reader.normal(found[2].removeprefix("<").removesuffix(">"))
            new = moved.get(old)
            if new is None or (new.address == old and not new.classes):
                return found[0]
            names = " ".join(f".{name}" for name in new.classes.split())
            attributes = f"{{{names}}}" if names else ""
            return f"{found[1]}{destination(new.address)}{found[3]}{attributes}"

        return _Moved(_LINK.sub(move, masked) if moved else masked, labels)


def _without_calls(text: str) -> str:
    """Return a text with a word in place of each shortcode call: Markdown may not have it there."""
    count = iter(range(len(text)))
    return _CALL.sub(lambda _call: _MASK.format(next(count)), text)


def _dedented(lines: Sequence[str]) -> list[str]:
    """Return lines as far to the left as the first one allows."""
    first = next((line for line in lines if line.strip()), "")
    width = len(first) - len(first.lstrip(" \t"))
    return [
        line[min(width, len(line) - len(line.lstrip(" \t"))) :].rstrip("\r\n") for line in lines
    ]
