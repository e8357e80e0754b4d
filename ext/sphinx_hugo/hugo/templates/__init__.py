"""A site's own shortcode templates, rendered: Go's template language with Hugo's functions.

The way through: `loader.Templates` finds files and has them compiled by `compiling` (`lexer` →
`parser` → `nodes`, escaping put in by `escape`); `runtime.Engine` joins them with a `host.Host`, which
is all that a run can see of the world; `objects.shortcode.ShortcodeCall` is one call;
`api.render_shortcode` runs it in `executor` and gives text, or raises `TemplateError`, and nothing else.

What compiles and runs is imported when it is first asked for: most sites never do.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .errors import Budget, TemplateError
from .host import Fence, FileEntry, HeadingEntry, Host, Rendered
from .loader import LayoutFile, Templates, find_layouts

if TYPE_CHECKING:
    from .api import render_shortcode
    from .compiling import Template, compile_template
    from .objects.codeblock import CodeBlock
    from .objects.shortcode import Position, ShortcodeCall
    from .runtime import Engine

_LATER = {
    "CodeBlock": ".objects.codeblock",
    "Engine": ".runtime",
    "Position": ".objects.shortcode",
    "ShortcodeCall": ".objects.shortcode",
    "Template": ".compiling",
    "compile_template": ".compiling",
    "render_shortcode": ".api",
}


def __getattr__(name: str) -> Any:
    """Import what is asked for by name, the first time (PEP 562)."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(_LATER[name], __name__), name)
    return found


__all__ = [
    "Budget",
    "CodeBlock",
    "Engine",
    "Fence",
    "FileEntry",
    "HeadingEntry",
    "Host",
    "LayoutFile",
    "Position",
    "Rendered",
    "ShortcodeCall",
    "Template",
    "TemplateError",
    "Templates",
    "compile_template",
    "find_layouts",
    "render_shortcode",
]
