"""How plain MyST reads a text: as a list of what readers see, in which two texts can be compared."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from markdown_it.common.utils import normalizeReference

from sphinx_hugo._myst import stock_parser, stock_slugs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from markdown_it.token import Token

Reading = list[tuple[object, ...]]
References = dict[str, dict[str, Any]]
"""Where links by reference lead: label, as Markdown compares it, to ``href`` and ``title``."""


class Target(NamedTuple):
    """Where a link or picture leads."""

    address: str
    label: str
    """The label by which the text names it; empty where the address stands there itself."""
    classes: str
    """Classes that the link has, with spaces between."""


EXTENSIONS = ("attrs_block", "attrs_inline", "colon_fence", "deflist", "strikethrough", "tasklist")
"""What a project needs of MyST beyond the usual."""

_WORDS = re.compile(r"\s+")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TYPOGRAPHY = (
    ("---", "—"), ("--", "–"), ("...", "…"), ("“", '"'), ("”", '"'), ("‘", "'"), ("’", "'"),
)  # fmt: skip
_SENTINEL = "\n\nsentinel\n"


class StockReader:
    """Reads Markdown as a project with plain MyST will."""

    def __init__(self, extensions: Sequence[str], *, smartquotes: bool) -> None:
        self._md = stock_parser(extensions)
        self._md.options["store_labels"] = True
        self._smartquotes = smartquotes

    def read(self, text: str, references: References | None = None) -> Reading:
        """Return what a piece of a page says; what would swallow the text behind it shows."""
        tokens = self._md.parse(text + _SENTINEL, {"references": dict(references or {})})
        return list(self._merged(self._blocks(tokens)))

    def references(self, text: str) -> References:
        """Return the definitions for links by reference in the text of a page."""
        env: dict[str, Any] = {}
        self._md.parse(text, env)
        found: References = env.get("references", {})
        return found

    def slugs(self, headings: Iterable[str]) -> list[str]:
        """Return the ids that MyST gives to headings, of which these are all on a page."""
        return stock_slugs(self._md, headings)

    def targets(self, text: str, references: References | None = None) -> list[Target]:
        """Return the destinations of the links and pictures in a text, in their order."""
        found = []
        for token in self._md.parse(text, {"references": dict(references or {})}):
            for child in token.children or ():
                if child.type in {"link_open", "image"}:
                    address = child.attrs.get("href" if child.type == "link_open" else "src")
                    label = str(child.meta.get("label") or "")
                    found.append(Target(str(address), label, str(child.attrs.get("class", ""))))
        return found

    def normal_label(self, label: str) -> str:
        """Return a label as Markdown compares it."""
        return normalizeReference(label)

    def words(self, text: str) -> str:
        """Return a text without white space and differences of typography."""
        return _WORDS.sub("", self._plain(text))

    def normal(self, address: str) -> str:
        """Return an address as :meth:`targets` gives it."""
        return self._md.normalizeLink(address)

    def _blocks(self, tokens: Sequence[Token]) -> Iterator[tuple[object, ...]]:
        for token in tokens:
            if token.type == "inline":
                yield from self._spans(token.children or ())
            elif token.type == "html_block":
                text = _WORDS.sub(" ", _COMMENT.sub("", token.content)).strip()
                if text:
                    yield ("html", text)
            elif token.type == "paragraph_open":
                if token.attrs:
                    yield ("attributes", _attributes(token))
            elif token.type == "ordered_list_open":
                yield (token.type, token.attrs.get("start", 1))
            elif token.nesting:
                yield (token.type, token.tag, _attributes(token))
            else:
                yield (token.type, token.tag, token.info.strip(), token.content, str(token.meta))

    def _spans(self, children: Sequence[Token]) -> Iterator[tuple[object, ...]]:
        for token in children:
            reader = _SPANS.get(token.type)
            if reader is not None:
                yield reader(token)
            elif token.nesting:
                yield (token.type, token.tag, _attributes(token))
            else:
                yield (token.type, token.tag, token.content, "", "")

    def _merged(self, found: Iterable[tuple[object, ...]]) -> Iterator[tuple[object, ...]]:
        """Put adjacent texts into one, and take out what typography makes the same."""
        text = ""
        for item in found:
            if item[0] == "text":
                text += str(item[1])
                continue
            if item == ("html", ""):
                continue
            if text:
                yield ("text", self._plain(text))
                text = ""
            yield item
        if text:
            yield ("text", self._plain(text))

    def _plain(self, text: str) -> str:
        if self._smartquotes:
            for written, meant in _TYPOGRAPHY:
                text = text.replace(written, meant)
        return _WORDS.sub(" ", text).strip()


def words(reading: Reading) -> str:
    """Return the text that a reading has within its lines, without white space."""
    kinds = {"text": 1, "code_inline": 2, "myst_role": 2}
    shown = "".join(str(item[kinds[str(item[0])]]) for item in reading if item[0] in kinds)
    return _WORDS.sub("", shown)


def _attributes(token: Token, *without: str) -> tuple[tuple[str, Any], ...]:
    return tuple(sorted((k, v) for k, v in token.attrs.items() if k not in without))


def _image(token: Token) -> tuple[object, ...]:
    alt = "".join(child.content for child in token.children or ())
    return ("image", alt, _attributes(token, "alt"))


_SPANS: dict[str, Callable[[Token], tuple[object, ...]]] = {
    "text": lambda token: ("text", token.content),
    "text_special": lambda token: ("text", token.content),
    "softbreak": lambda _token: ("text", " "),
    "image": _image,
    "html_inline": lambda token: ("html", _COMMENT.sub("", _WORDS.sub(" ", token.content))),
    "math_inline": lambda token: ("myst_role", "", token.content, "math", ""),
    "myst_role": lambda token: ("myst_role", "", token.content, token.meta.get("name"), ""),
    "footnote_ref": lambda token: (token.type, str(token.meta.get("label")).lower()),
}
