"""Permalink patterns: ``[permalinks]`` in all its forms, and the tokens in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sphinx_hugo.hugo import globs
from sphinx_hugo.hugo.addresses.paths import lower, sanitize
from sphinx_hugo.hugo.pages import PageKind
from sphinx_hugo.hugo.problems import Kind, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

_TOKEN = re.compile(r"\\:|:(\w+)(\[[^\]]*\])?")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenSource:
    """What the tokens of a pattern may ask about a page."""

    date: datetime | None
    title: str
    """To be one segment, see :func:`as_segment`; a term's may be more."""
    slug: str
    filename: str
    """Base name of the file (a leaf bundle: its directory); empty for a branch bundle."""
    content_basename: str
    """The same, a branch bundle's directory included."""
    sections: tuple[str, ...]
    """Names of the sections from the top down to the page's own."""
    section_slugs: tuple[str, ...]
    """Their slugs, else titles, each to be one or more segments."""
    section: str
    """First segment of the logical path."""
    keep_case: bool = False
    """Whether values keep their capitals (``disablePathToLower``)."""

    def clean(self, text: str) -> str:
        """Return *text* as it stands in a URL: cleaned as a segment, often in lower case."""
        return sanitize(text) if self.keep_case else lower(sanitize(text))


def as_segment(title: str) -> str:
    """Return a title for use as one segment; the slashes of a slug, in contrast, make several."""
    return title.replace("/", "-")


class TokenError(ValueError):
    """A token that Hugo does not know."""


@dataclass(frozen=True, slots=True)
class PermalinkRule:
    """One pattern and the pages it is for."""

    pattern: str
    kinds: frozenset[PageKind] | None = None
    section: str | None = None
    """Path of the section without slashes; empty: pages at the root; None: any."""
    path_glob: globs.Glob | None = None
    kind_glob: globs.Glob | None = None


def read_permalinks(
    settings: Mapping[str, Any] | Sequence[Any],
) -> tuple[tuple[PermalinkRule, ...], tuple[Problem, ...]]:
    """Return the rules of the ``permalinks`` setting, the most specific section first."""
    problems: list[Problem] = []
    rules: list[PermalinkRule] = []
    if isinstance(settings, (list, tuple)):
        for item in settings:
            rule = _target_rule(item, problems)
            if rule:
                rules.append(rule)
        return tuple(rules), tuple(problems)
    kinds = {kind.value: kind for kind in PageKind}
    old_form = frozenset({PageKind.PAGE, PageKind.TERM})
    for key, value in dict(settings).items():
        if isinstance(value, dict) and key in kinds:
            only = frozenset({kinds[key]})
            rules += [_section_rule(str(k), v, only) for k, v in value.items()]
        elif isinstance(value, str):
            rules.append(_section_rule(str(key), value, old_form))
    rules.sort(key=lambda rule: -len(rule.section or ""))
    return tuple(rules), tuple(problems)


def _section_rule(key: str, pattern: object, kinds: frozenset[PageKind]) -> PermalinkRule:
    return PermalinkRule(str(pattern), kinds, key.strip("/").lower())


def _target_rule(item: object, problems: list[Problem]) -> PermalinkRule | None:
    if not isinstance(item, dict):
        return None
    lowered = {str(key).lower(): value for key, value in item.items()}
    target = lowered.get("target") or {}
    try:
        path = globs.compile_glob(str(target["path"]).lower()) if "path" in target else None
        kind = globs.compile_glob(str(target["kind"]).lower()) if "kind" in target else None
    except globs.GlobError as error:
        problems.append(Problem(Kind.CONFIG, f"permalinks: {error}; the pattern is left out"))
        return None
    return PermalinkRule(str(lowered.get("pattern", "")), path_glob=path, kind_glob=kind)


def find_pattern(rules: Sequence[PermalinkRule], kind: PageKind, path: str) -> str:
    """Return the pattern for a page, or an empty string."""
    for rule in rules:
        if rule.kinds is not None and kind not in rule.kinds:
            continue
        if rule.kind_glob and not rule.kind_glob.fits(kind):
            continue
        if rule.path_glob and not rule.path_glob.fits(path):
            continue
        if rule.section is not None and not _covers(rule.section, kind, path):
            continue
        return rule.pattern
    return ""


def _covers(section: str, kind: PageKind, path: str) -> bool:
    if not section:
        return path.count("/") == 1 and (kind is PageKind.PAGE or path == "/")
    return f"{path}/".startswith(f"/{section}/")


def expand(pattern: str, source: TokenSource) -> str:
    """Fill in the tokens; ``\\:`` is a plain colon. Raises :class:`TokenError`."""

    def replace(match: re.Match[str]) -> str:
        if match[0] == "\\:":
            return ":"
        return _token(match[1], match[2] or "", source)

    return _TOKEN.sub(replace, pattern)


def _token(name: str, selection: str, source: TokenSource) -> str:
    low = name.lower()
    if selection or low in ("sections", "sectionslugs"):
        names = source.sections if low == "sections" else source.section_slugs
        if low not in ("sections", "sectionslugs"):
            raise TokenError(f":{name}{selection}")
        return "/".join(source.clean(part) for part in _select(names, selection))
    if low in _TEXTS:
        return source.clean(_TEXTS[low](source))
    return _date_token(name, source.date)


_TEXTS: Mapping[str, Callable[[TokenSource], str]] = {
    "section": lambda s: s.section,
    "sectionslug": lambda s: s.section_slugs[0] if s.section_slugs else "",
    "title": lambda s: s.title,
    "slug": lambda s: s.slug or s.title,
    "slugorfilename": lambda s: s.slug or s.filename,
    "slugorcontentbasename": lambda s: s.slug or s.content_basename,
    "filename": lambda s: s.filename,
    "contentbasename": lambda s: s.content_basename,
}


def _select(names: tuple[str, ...], selection: str) -> tuple[str, ...]:
    """Apply ``[1:]``, ``[0]``, ``[last]``; what lies outside is no error."""
    if not selection:
        return names
    inner = selection[1:-1].strip()
    last = len(names) - 1

    def number(text: str, default: int) -> int:
        if text == "last":
            return last
        return int(text) if text.isdecimal() and len(text) < 10 else default

    if ":" in inner:
        low, _, high = inner.partition(":")
        return names[number(low, 0) : number(high, len(names))]
    index = number(inner, -1)
    return (names[index],) if 0 <= index <= last else ()


# Go's way to write dates: the parts of a reference time, as they would be printed.
_GO_LAYOUT = re.compile("2006|January|Monday|Jan|Mon|01|02|03|04|05|06|15|_2|1|2")


def _date_token(name: str, date: datetime | None) -> str:
    year, month, day = (date.year, date.month, date.day) if date else (1, 1, 1)
    weekday = date.weekday() if date else 0
    low = name.lower()
    simple = {
        "year": str(year),
        "month": f"{month:02d}",
        "monthname": _MONTHS[month - 1],
        "day": f"{day:02d}",
        "weekday": str((weekday + 1) % 7),
        "weekdayname": _DAYS[weekday],
        "yearday": str(date.timetuple().tm_yday if date else 1),
    }
    if low in simple:
        return simple[low]
    if not _GO_LAYOUT.search(name):
        raise TokenError(f":{name}")
    hour, minute, second = (date.hour, date.minute, date.second) if date else (0, 0, 0)
    parts = {
        "2006": f"{year:04d}",
        "06": f"{year % 100:02d}",
        "01": f"{month:02d}",
        "1": str(month),
        "02": f"{day:02d}",
        "2": str(day),
        "_2": f"{day:2d}",
        "January": _MONTHS[month - 1],
        "Jan": _MONTHS[month - 1][:3],
        "Monday": _DAYS[weekday],
        "Mon": _DAYS[weekday][:3],
        "15": f"{hour:02d}",
        "03": f"{(hour - 1) % 12 + 1:02d}",
        "04": f"{minute:02d}",
        "05": f"{second:02d}",
    }
    return _GO_LAYOUT.sub(lambda match: parts[match[0]], name)
