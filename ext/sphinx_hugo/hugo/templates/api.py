"""Rendering of shortcodes, in one function."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .errors import Budget, ReturnSignal, TemplateError
from .runtime import Engine, Runtime

if TYPE_CHECKING:
    from .compiling import Template
    from .objects.codeblock import CodeBlock
    from .objects.shortcode import ShortcodeCall


def render_shortcode(
    template: Template,
    call: ShortcodeCall | CodeBlock,
    budget: Budget | None = None,
    messages: list[str] | None = None,
) -> str:
    """Render a call with its template, or a code block with its hook.

    :param budget: how much it may use; a fresh one by default
    :param messages: takes what ``warnf`` is given
    :raises TemplateError: for whatever goes wrong in the template, ``errorf`` included
    """
    runtime = Runtime(call.engine, call.page_view, budget)
    try:
        text = runtime.execute(template, call)
    except ReturnSignal as signal:
        msg = "return with a value is only supported in partials"
        raise TemplateError(msg, template.filename) from signal
    except RecursionError as error:
        msg = "the template is nested too deep; look for endless recursion"
        raise TemplateError(msg, template.filename) from error
    if messages is not None:
        messages.extend(runtime.warnings)
    if runtime.errors:
        raise TemplateError("; ".join(runtime.errors), template.filename)
    return text


__all__ = ["Engine", "render_shortcode"]
