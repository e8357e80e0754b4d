"""Regular expressions as templates use them: what is wrong with one is a function's complaint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_hugo.hugo.expressions.regexps import ExpressionError, compile_expression

from .casts import to_string
from .errors import FunctionError

if TYPE_CHECKING:
    import re


def searched(pattern: object, text: object) -> tuple[re.Pattern[str], str]:
    """Return a compiled expression and the text to search.

    :raises FunctionError: if Go refuses the expression, or the text is too long for it
    """
    try:
        expression = compile_expression(to_string(pattern))
        return expression.regex, expression.checked(to_string(text))
    except ExpressionError as error:
        raise FunctionError(str(error)) from error
