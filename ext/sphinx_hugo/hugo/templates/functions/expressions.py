"""Functions of ``strings`` that take regular expressions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_hugo.hugo.expressions.regexps import expand

from ..casts import to_int, to_string
from ..errors import BudgetError
from ..patterns import searched
from ..printing import LIMIT
from .strings import STRINGS

if TYPE_CHECKING:
    import re


@STRINGS.add("ReplaceRE", "replaceRE")
def _replace_re(pattern: object, new: object, text: object, limit: object = -1) -> str:
    regex, source = searched(pattern, text)
    template, count = to_string(new), to_int(limit)
    if count == 0:
        return source
    size = len(source)

    def replace(match: re.Match[str]) -> str:
        nonlocal size
        result = expand(match, template)
        size += len(result)
        if size > LIMIT:
            msg = f"the replaced text has more than {LIMIT} characters"
            raise BudgetError(msg)
        return result

    return regex.sub(replace, source, count=max(count, 0))


@STRINGS.add("FindRE", "findRE")
def _find_re(pattern: object, text: object, limit: object = -1) -> list[object]:
    return [found.group() for found in _matches(pattern, text, limit)]


@STRINGS.add("FindRESubmatch", "findRESubmatch")
def _find_re_submatch(pattern: object, text: object, limit: object = -1) -> list[object]:
    return [[found.group(), *found.groups("")] for found in _matches(pattern, text, limit)]


def _matches(pattern: object, text: object, limit: object) -> list[re.Match[str]]:
    regex, source = searched(pattern, text)
    found = regex.finditer(source)
    count = to_int(limit)
    return [match for _, match in zip(range(count if count >= 0 else LIMIT), found, strict=False)]
