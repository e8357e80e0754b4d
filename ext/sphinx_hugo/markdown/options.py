"""What of a site's configuration changes the reading of Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@dataclass(frozen=True, slots=True)
class Typography:
    """What straight characters become, as HTML; for an empty string they vanish."""

    apostrophe: str = "&rsquo;"
    """Inside a word."""
    ellipsis: str = "&hellip;"
    """For three dots."""
    em_dash: str = "&mdash;"
    """For three hyphens."""
    en_dash: str = "&ndash;"
    """For two hyphens."""
    left_angle_quote: str = "&laquo;"
    """For two less-than signs."""
    right_angle_quote: str = "&raquo;"
    """For two greater-than signs."""
    left_double_quote: str = "&ldquo;"
    """An opening double quote."""
    right_double_quote: str = "&rdquo;"
    """A closing double quote."""
    left_single_quote: str = "&lsquo;"
    """An opening single quote."""
    right_single_quote: str = "&rsquo;"
    """A closing single quote."""


@dataclass(frozen=True, slots=True)
class MystNames:
    """Which MyST names are known, so that only known ones are taken for MyST."""

    is_directive: Callable[[str], bool]
    """Whether a fence named ``{name}`` is a directive."""
    is_role: Callable[[str], bool]
    """Whether ``{name}`` before a code span is a role."""


@dataclass(frozen=True, slots=True)
class TocOptions:
    """``markup.tableOfContents``."""

    start_level: int = 2
    """The first heading level shown."""
    end_level: int = 3
    """The last heading level shown; -1 for all."""
    ordered: bool = False
    """Numbered lists."""

    @classmethod
    def from_markup(cls, markup: Mapping[str, Any]) -> TocOptions:
        """Read the ``markup`` table of a site's configuration (keys in lower case)."""
        toc = _table(markup, "tableofcontents")
        return cls(
            _integer(toc, "startlevel", 2),
            _integer(toc, "endlevel", 3),
            _flag(toc, "ordered", False),
        )


@dataclass(frozen=True, slots=True)
class MarkdownOptions:
    """How to read Markdown; the defaults are Hugo's."""

    unsafe: bool = False
    """Raw HTML is kept (``renderer.unsafe``)."""
    hard_wraps: bool = False
    """A line end is a line break (``renderer.hardWraps``)."""
    typographer: Typography | None = Typography()
    """Curly quotes and dashes; None where the typographer is off."""
    linkify: bool = True
    """Bare addresses become links."""
    linkify_protocol: str = "https"
    """The protocol of an address that begins with ``www.``."""
    tables: bool = True
    """Tables with pipes."""
    strikethrough: bool = True
    """``~~text~~`` and ``~text~``."""
    task_list: bool = True
    """``- [ ] text``."""
    definition_list: bool = True
    """A term, and ``: text`` below it."""
    footnotes: bool = True
    """``[^label]``."""
    footnote_backlink: str = "&#x21a9;&#xfe0e;"
    """What the link back from a footnote shows, as HTML."""
    attribute_block: bool = False
    """``{.class}`` below a block."""
    attribute_title: bool = True
    """``{#id}`` at the end of a heading."""
    auto_heading_id: bool = True
    """Headings get ids from their text."""
    auto_id_type: str = "github"
    """``github``, ``github-ascii`` or ``blackfriday``."""
    auto_definition_term_id: bool = False
    """Definition terms get ids from their text."""
    passthrough_block: tuple[tuple[str, str], ...] = ()
    """Pairs of delimiters around mathematics that stands by itself; empty where it is off."""
    passthrough_inline: tuple[tuple[str, str], ...] = ()
    """Pairs of delimiters around mathematics in a line; empty where it is off."""
    subscript: bool = False
    """``~text~``; needs :attr:`strikethrough` off."""
    superscript: bool = False
    """``^text^``."""
    insert: bool = False
    """``++text++``."""
    mark: bool = False
    """``==text==``."""
    delete: bool = False
    """``~~text~~`` of the extras; where :attr:`strikethrough` is off."""
    cjk_line_breaks: str = ""
    """Line ends between two East Asian wide characters vanish, unless this is empty.

    ``simple`` or ``css3draft``; the finer rules of the latter are not followed.
    """
    cjk_escaped_space: bool = False
    """A backslash before a space makes no space."""
    emoji: bool = False
    """``:smile:`` (``enableEmoji``)."""
    wrap_standalone_image: bool = True
    """An image alone in a paragraph keeps the paragraph."""
    alerts: bool = True
    """``> [!NOTE]`` is an alert; Hugo does so only for a theme with a blockquote hook."""
    myst: MystNames | None = None
    """MyST's roles and directives as well; None for none."""
    toc: TocOptions = TocOptions()
    """The table of contents."""

    @classmethod
    def from_markup(
        cls, markup: Mapping[str, Any], enable_emoji: bool = False, **changes: Any
    ) -> MarkdownOptions:
        """Read the ``markup`` table of a site's configuration (keys in lower case).

        :param markup: the table; what is missing or of a wrong type counts as Hugo's default.
        :param enable_emoji: the root key ``enableEmoji``.
        :param changes: fields to set otherwise, such as ``myst`` or ``alerts``.
        """
        goldmark = _table(markup, "goldmark")
        renderer = _table(goldmark, "renderer")
        parser = _table(goldmark, "parser")
        attribute = _table(parser, "attribute")
        extensions = _table(goldmark, "extensions")
        extras = _table(extensions, "extras")
        cjk = _table(extensions, "cjk")
        block, inline = _passthrough(_table(extensions, "passthrough"))
        values: dict[str, Any] = {
            "unsafe": _flag(renderer, "unsafe", False),
            "hard_wraps": _flag(renderer, "hardwraps", False),
            "typographer": _typography(extensions.get("typographer")),
            "linkify": _flag(extensions, "linkify", True),
            "linkify_protocol": _text(extensions, "linkifyprotocol", "https"),
            "tables": _flag(extensions, "table", True),
            "strikethrough": _flag(extensions, "strikethrough", True),
            "task_list": _flag(extensions, "tasklist", True),
            "definition_list": _flag(extensions, "definitionlist", True),
            "attribute_block": _flag(attribute, "block", False),
            "attribute_title": _flag(attribute, "title", True),
            "auto_heading_id": _flag(parser, "autoheadingid", True),
            "auto_id_type": _text(parser, "autoidtype", "github"),
            "auto_definition_term_id": _flag(parser, "autodefinitiontermid", False),
            "passthrough_block": block,
            "passthrough_inline": inline,
            "emoji": enable_emoji,
            "wrap_standalone_image": _flag(parser, "wrapstandaloneimagewithinparagraph", True),
            "toc": TocOptions.from_markup(markup),
            **{
                name: _flag(_table(extras, name), "enable", False)
                for name in ("subscript", "superscript", "insert", "mark", "delete")
            },
        }
        values.update(_footnotes(extensions.get("footnote")))
        if _flag(cjk, "enable", False):
            if _flag(cjk, "eastasianlinebreaks", False):
                values["cjk_line_breaks"] = _text(cjk, "eastasianlinebreaksstyle", "simple")
            values["cjk_escaped_space"] = _flag(cjk, "escapedspace", False)
        return cls(**(values | changes))


def _table(owner: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = owner.get(key)
    return value if isinstance(value, dict) else {}


def _flag(owner: Mapping[str, Any], key: str, default: bool) -> bool:
    value = owner.get(key)
    if isinstance(value, str) and value.lower() in {"true", "false"}:
        return value.lower() == "true"
    return value if isinstance(value, bool) else default


def _text(owner: Mapping[str, Any], key: str, default: str) -> str:
    value = owner.get(key)
    return value if isinstance(value, str) and value else default


def _integer(owner: Mapping[str, Any], key: str, default: int) -> int:
    value = owner.get(key)
    return value if isinstance(value, int) and not isinstance(value, bool) else default


def _typography(setting: object) -> Typography | None:
    if setting is False:
        return None
    table = setting if isinstance(setting, dict) else {}
    if _flag(table, "disable", False):
        return None
    changes = {
        name: table[name.replace("_", "")]
        for name in Typography.__slots__
        if isinstance(table.get(name.replace("_", "")), str)
    }
    return Typography(**changes)


def _footnotes(setting: object) -> dict[str, Any]:
    # A boolean in older sites, a table since Hugo 0.151.
    if isinstance(setting, bool):
        return {"footnotes": setting}
    table = setting if isinstance(setting, dict) else {}
    found: dict[str, Any] = {"footnotes": _flag(table, "enable", True)}
    backlink = table.get("backlinkhtml")
    if isinstance(backlink, str):
        found["footnote_backlink"] = backlink
    return found


def _passthrough(
    table: Mapping[str, Any],
) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]:
    if not _flag(table, "enable", False):
        return (), ()
    delimiters = _table(table, "delimiters")
    return _pairs(delimiters.get("block")), _pairs(delimiters.get("inline"))


def _pairs(value: object) -> tuple[tuple[str, str], ...]:
    return tuple(
        (pair[0], pair[1])
        for pair in (value if isinstance(value, list) else [])
        if isinstance(pair, list)
        and len(pair) == 2
        and all(isinstance(delimiter, str) and delimiter for delimiter in pair)
    )
