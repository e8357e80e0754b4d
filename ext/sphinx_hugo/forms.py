"""Calls of one form: the same but for words, so that what is tried on one of them holds for all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_hugo.hugo.calls.reading import ShortcodeCall, Text

if TYPE_CHECKING:
    from sphinx_hugo.hugo.calls.params import Value
    from sphinx_hugo.hugo.pages import Page
    from sphinx_hugo.shortcodes.base import Context
    from sphinx_hugo.site_templates.running import SiteTemplates

KIND = re.compile(r"[a-z]*")
"""A parameter that is rather read by the template than by people, such as ``note``."""


@dataclass(frozen=True, slots=True)
class Form:
    """What a call and those in it look like, for templates that read nothing but the call."""

    text: str
    """A call of this form, with made-up words."""
    files: frozenset[str]
    """The templates."""

    @classmethod
    def of(cls, call: ShortcodeCall, context: Context, site: SiteTemplates) -> Form | None:
        """Return the form of a call; None if a template of it reads something else."""
        files: set[str] = set()
        text = _form(call, context.page, site, files)
        return None if text is None else cls(text, frozenset(files))


def texts(call: ShortcodeCall) -> Iterator[str]:
    """Yield the text between the tags of a call, and of those in it."""
    for node in call.inner or ():
        if isinstance(node, Text):
            yield call.source[node.start : node.end]
        elif isinstance(node, ShortcodeCall):
            yield from texts(node)


def _form(call: ShortcodeCall, page: Page, site: SiteTemplates, files: set[str]) -> str | None:
    filename = site.plain_file(call, page)
    if filename is None:
        return None
    files.add(filename)
    mark = call.delimiter.value
    close = ">" if mark == "<" else "%"
    head = " ".join([call.name, *_given(call.params)])
    if call.inner is None:
        return f"{{{{{mark} {head} {close}}}}}"
    inside: dict[str, None] = {}
    for node in call.inner:
        if isinstance(node, ShortcodeCall) and site.find(node.name) is not None:
            nested = _form(node, page, site, files)
            if nested is None:
                return None
            inside[nested] = None
        elif not isinstance(node, Text) or call.source[node.start : node.end].strip():
            inside["inner words"] = None
    inner = "\n".join(inside)
    return f"{{{{{mark} {head} {close}}}}}{inner}{{{{{mark} /{call.name} {close}}}}}"


def _given(params: tuple[Value, ...] | Mapping[str, Value]) -> Iterator[str]:
    if isinstance(params, Mapping):
        for name in sorted(params):
            yield f"{name}={_value(params[name], name)}"
    else:
        for place, value in enumerate(params):
            yield _value(value, str(place))


def _value(value: Value, name: str) -> str:
    if isinstance(value, str):
        return f'"{value}"' if KIND.fullmatch(value) else f'"Words of {name}"'
    return str(value).lower()
