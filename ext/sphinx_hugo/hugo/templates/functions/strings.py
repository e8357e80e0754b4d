"""``strings`` and its short names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_hugo.hugo.content.titles import title_case

from ..casts import to_int, to_string, to_strings
from ..errors import BudgetError, FunctionError
from ..escape.escapers import strip_tags
from ..printing import LIMIT
from ..values import SafeHTML
from .registry import Namespace

if TYPE_CHECKING:
    from ..runtime import Runtime

STRINGS = Namespace("strings")
_GO_SPACE = " \t\n\v\f\r\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"  # noqa: E501


@STRINGS.add("ToLower", "lower")
def _lower(text: object) -> str:
    return to_string(text).lower()


@STRINGS.add("ToUpper", "upper")
def _upper(text: object) -> str:
    return "".join([_upper_char(char) for char in to_string(text)])


def _upper_char(char: str) -> str:
    upper = char.upper()
    # Go maps characters one by one: ß stays.
    return upper if len(upper) == 1 else char


@STRINGS.add("Title", "title")
def _title(runtime: Runtime, text: object) -> str:
    return title_case(to_string(text), runtime.host.site.config.title_case_style)


@STRINGS.add("FirstUpper")
def _first_upper(text: object) -> str:
    word = to_string(text)
    return word[:1].upper() + word[1:]


@STRINGS.add("Trim", "trim")
def _trim(text: object, cutset: object) -> str:
    return to_string(text).strip(to_string(cutset) or "\0\0")


@STRINGS.add("TrimSpace")
def _trim_space(text: object) -> str:
    return to_string(text).strip(_GO_SPACE)


@STRINGS.add("TrimLeft")
def _trim_left(cutset: object, text: object) -> str:
    return to_string(text).lstrip(to_string(cutset))


@STRINGS.add("TrimRight")
def _trim_right(cutset: object, text: object) -> str:
    return to_string(text).rstrip(to_string(cutset))


@STRINGS.add("TrimPrefix")
def _trim_prefix(prefix: object, text: object) -> str:
    return to_string(text).removeprefix(to_string(prefix))


@STRINGS.add("TrimSuffix")
def _trim_suffix(suffix: object, text: object) -> str:
    return to_string(text).removesuffix(to_string(suffix))


@STRINGS.add("Chomp", "chomp")
def _chomp(text: object) -> str:
    result = to_string(text).rstrip("\r\n")
    return SafeHTML(result) if isinstance(text, SafeHTML) else result


@STRINGS.add("HasPrefix", "hasPrefix")
def _has_prefix(text: object, prefix: object) -> bool:
    return to_string(text).startswith(to_string(prefix))


@STRINGS.add("HasSuffix", "hasSuffix")
def _has_suffix(text: object, suffix: object) -> bool:
    return to_string(text).endswith(to_string(suffix))


@STRINGS.add("Contains")
def _contains(text: object, part: object) -> bool:
    return to_string(part) in to_string(text)


@STRINGS.add("ContainsAny")
def _contains_any(text: object, chars: object) -> bool:
    return not set(to_string(text)).isdisjoint(to_string(chars))


@STRINGS.add("ContainsNonSpace")
def _contains_non_space(text: object) -> bool:
    return bool(to_string(text).strip(_GO_SPACE))


@STRINGS.add("Count")
def _count(part: object, text: object) -> int:
    return to_string(text).count(to_string(part))


@STRINGS.add("CountRunes", "countrunes")
def _count_runes(text: object) -> int:
    return sum(not char.isspace() for char in strip_tags(to_string(text)))


@STRINGS.add("RuneCount")
def _rune_count(text: object) -> int:
    return len(to_string(text))


_CJK = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]")


@STRINGS.add("CountWords", "countwords")
def _count_words(text: object) -> int:
    plain = strip_tags(to_string(text))
    return sum(
        max(len(_CJK.findall(word)), 1) if _CJK.search(word) else 1 for word in plain.split()
    )


@STRINGS.add("Repeat")
def _repeat(count: object, text: object) -> str:
    times, part = to_int(count), to_string(text)
    if times < 0:
        msg = "strings: negative Repeat count"
        raise FunctionError(msg)
    if times * len(part) > LIMIT:
        msg = f"strings.Repeat: the result has more than {LIMIT} characters"
        raise BudgetError(msg)
    return part * times


@STRINGS.add("Replace", "replace")
def _replace(text: object, old: object, new: object, limit: object = -1) -> str:
    source, part, other = to_strings((text, old, new))
    return _replaced(source, part, other, to_int(limit))


def _replaced(source: str, part: str, other: str, limit: int) -> str:
    count = source.count(part) if limit < 0 else min(source.count(part), limit)
    if len(source) + count * len(other) > LIMIT:
        msg = f"the replaced text has more than {LIMIT} characters"
        raise BudgetError(msg)
    return source.replace(part, other, limit if limit >= 0 else -1)


@STRINGS.add("ReplacePairs")
def _replace_pairs(*args: object) -> str:
    if not args:
        msg = "ReplacePairs takes pairs of old and new, then the text"
        raise FunctionError(msg)
    *pairs, text = args
    flat: list[object] = []
    for item in pairs:
        flat.extend(item if isinstance(item, list) else [item])
    if isinstance(text, list) or len(flat) % 2:
        msg = "ReplacePairs takes pairs of old and new, then the text"
        raise FunctionError(msg)
    words = to_strings(flat)
    table = dict(reversed(list(zip(words[::2], words[1::2], strict=True))))
    if not table:
        return to_string(text)
    pattern = "|".join(re.escape(word) for word in words[::2])
    return re.sub(pattern, lambda match: table[match.group()], to_string(text))


@STRINGS.add("Split", "split")
def _split(text: object, separator: object) -> list[object]:
    parts, sign = to_string(text), to_string(separator)
    return list(parts.split(sign)) if sign else list(parts)


@STRINGS.add("SliceString", "slicestr")
def _slice_string(text: object, *bounds: object) -> str:
    source = to_string(text)
    if len(bounds) > 2:
        msg = "too many arguments"
        raise FunctionError(msg)
    start = to_int(bounds[0]) if bounds else 0
    end = to_int(bounds[1]) if len(bounds) > 1 else len(source)
    if not 0 <= start <= max(len(source) - 1, 0) or not start <= end <= len(source):
        msg = f"slice bounds out of range: {start} to {end} of {len(source)} characters"
        raise FunctionError(msg)
    return source[start:end]


@STRINGS.add("Substr", "substr")
def _substr(text: object, *bounds: object) -> str:
    source = to_string(text)
    if not 1 <= len(bounds) <= 2:
        msg = "Substr takes a text, a start and maybe a length"
        raise FunctionError(msg)
    start = to_int(bounds[0])
    length = to_int(bounds[1]) if len(bounds) > 1 else len(source)
    if start < 0:
        start = max(len(source) + start, 0)
    if start > len(source):
        return ""
    end = start + length if length >= 0 else len(source) + length
    return source[start : max(end, start)]


@STRINGS.add("Diff")
def _diff(*args: object) -> object:
    if len(args) != 4:
        msg = "Diff takes the name and text of the old, then of the new"
        raise FunctionError(msg)
    old_name, old, new_name, new = to_strings(args)
    if old == new:
        return ""
    import difflib  # noqa: PLC0415 — rarely used

    marks = difflib.unified_diff(
        old.splitlines(keepends=True), new.splitlines(keepends=True), old_name, new_name
    )
    unended = "\n\\ No newline at end of file\n"
    lines = [line if line.endswith("\n") else line + unended for line in marks]
    return f"diff {old_name} {new_name}\n{''.join(lines)}"
