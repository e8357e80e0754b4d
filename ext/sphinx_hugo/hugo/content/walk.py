"""Finding files: the content mounts and static mounts, as one list each."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_hugo.hugo import globs
from sphinx_hugo.hugo.addresses.paths import (
    CONTENT_EXTENSIONS,
    HTML_EXTENSIONS,
    PathInfo,
    parse_path,
)
from sphinx_hugo.hugo.content.allowing import allows_html
from sphinx_hugo.hugo.expressions.regexps import ExpressionError, compile_expression
from sphinx_hugo.hugo.problems import Kind, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sphinx_hugo.hugo.config.components import Mount
    from sphinx_hugo.hugo.config.site_config import SiteConfig


@dataclass(frozen=True, slots=True)
class ContentFile:
    """A file below the content root."""

    filename: str
    """Absolute path."""
    info: PathInfo
    language: str
    """The language it is for: by its name, else by its mount; empty if neither says."""


def find_content(config: SiteConfig) -> tuple[list[ContentFile], list[Problem]]:
    """Return every file of the content mounts, by path; the first mount wins on a clash."""
    problems: list[Problem] = []
    ignored = _ignore_rule(config.ignore_files, problems)
    languages = {language.key for language in config.languages}
    # A file in a language that is switched off is that language's all the same.
    configured = config.values.get("languages")
    if isinstance(configured, dict):
        languages.update(str(key) for key in configured)
    content = CONTENT_EXTENSIONS | (HTML_EXTENSIONS if allows_html(config) else frozenset())
    found: dict[tuple[str, str], ContentFile] = {}
    for mount in config.mounts_of("content"):
        for filename, written in _walk_mount(mount, ignored, problems):
            relative = _readable(written)
            if relative != written:
                text = f"the file name {relative!r} is not UTF-8; rename the file"
                problems.append(Problem(Kind.CONTENT, text, Path(filename), 1))
            info = parse_path(relative, languages, content)
            language = info.language or mount.language
            found.setdefault((language, relative), ContentFile(filename, info, language))
    return sorted(found.values(), key=lambda file: file.info.relative), problems


def find_static(config: SiteConfig) -> dict[str, Path]:
    """Return every file of the static mounts: path below the output folder → absolute file."""
    return find_files(config, "static")


def find_files(config: SiteConfig, component: str) -> dict[str, Path]:
    """Return the files that are mounted as *component*: path below its root → absolute file."""
    found: dict[str, Path] = {}
    language = config.language.key
    for mount in config.mounts_of(component):
        if mount.language and mount.language != language:
            continue
        for filename, relative in _walk_mount(mount, None, []):
            found.setdefault(_readable(relative), Path(filename))
    return found


def _readable(relative: str) -> str:
    """Return a path as text that can be written: bytes that are not UTF-8 become U+FFFD."""
    if relative.isascii():
        return relative
    return relative.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _never(_filename: str) -> bool:
    return False


def _ignore_rule(patterns: Sequence[str], problems: list[Problem]) -> Callable[[str], bool]:
    if not patterns:
        return _never
    compiled = []
    for pattern in patterns:
        try:
            compiled.append(compile_expression(pattern).regex)
        except ExpressionError as error:
            text = f"ignoreFiles: {pattern!r} cannot be used ({error}); it is left out"
            problems.append(Problem(Kind.CONFIG, text))
    return lambda filename: any(regex.search(filename) for regex in compiled)


def _walk_mount(
    mount: Mount, ignored: Callable[[str], bool] | None, problems: list[Problem]
) -> Iterator[tuple[str, str]]:
    """Yield (absolute file, path below the component's root); see :func:`_walk`."""
    below = mount.target.partition("/")[2]
    source = str(mount.source)
    if mount.source.is_file():
        yield source, below
        return
    accepted = _file_filter(mount, problems)
    prefix = f"{below}/" if below else ""
    for filename, relative in _walk(source, ignored):
        if accepted(relative):
            yield filename, prefix + relative


def _walk(root: str, ignored: Callable[[str], bool] | None) -> Iterator[tuple[str, str]]:
    """Yield the files below *root*; like Hugo, follow no symbolic links.

    With an *ignored* rule, names that Hugo never takes for content are left out as well.
    """
    stack = [(root, "")]
    while stack:
        directory, prefix = stack.pop()
        try:
            with os.scandir(directory) as listing:
                entries = list(listing)
        except OSError:
            continue  # not there, or not ours to read: Hugo builds on, too
        for entry in entries:
            name = entry.name
            if ignored and (name.startswith((".", "#")) or name.endswith("~")):
                continue
            if entry.is_dir(follow_symlinks=False):
                stack.append((entry.path, f"{prefix}{name}/"))
            elif entry.is_file(follow_symlinks=False) and not (ignored and ignored(entry.path)):
                yield entry.path, prefix + name


@dataclass(frozen=True, slots=True)
class _FilePattern:
    """One of a mount's ``files``."""

    excludes: bool
    path: globs.Glob
    above: tuple[globs.Glob, ...]
    """The folders that must be walked to reach what the pattern takes in."""


def _file_filter(mount: Mount, problems: list[Problem]) -> Callable[[str], bool]:
    """Return the rule for paths below the mount's source: the first pattern that matches decides.

    What none of them names is taken if all of them exclude. A folder that is not taken is not
    walked, so ``**.md`` does not reach into folders, while ``**/*.md`` does.
    """
    patterns = []
    for pattern in mount.files:
        try:
            patterns.append(_file_pattern(pattern))
        except globs.GlobError as error:
            problems.append(Problem(Kind.CONFIG, f"module.mounts: {error}; it is left out"))
    rest = all(pattern.excludes for pattern in patterns)
    folders = {"": True}

    def decide(path: str, *, is_folder: bool) -> bool:
        for pattern in patterns:
            if pattern.path.fits(path):
                return not pattern.excludes
            if is_folder and any(glob.fits(path) for glob in pattern.above):
                return True
        return rest

    def walked(folder: str) -> bool:
        if folder not in folders:
            above = folder.rpartition("/")[0]
            folders[folder] = walked(above) and decide(folder, is_folder=True)
        return folders[folder]

    def accepted(relative: str) -> bool:
        path = relative.lower()
        return walked(path.rpartition("/")[0]) and decide(path, is_folder=False)

    return accepted if patterns else lambda _relative: True


def _file_pattern(pattern: str) -> _FilePattern:
    excludes = pattern.startswith("!")
    text = pattern.removeprefix("!").strip().removeprefix("/").lower()
    above = []
    parts = text.split("/")
    for count in range(1, 1 if excludes else len(parts)):
        # Alternatives with a slash in them cannot be cut; Hugo refuses such a pattern.
        with contextlib.suppress(globs.GlobError):
            above.append(globs.compile_glob("/".join(parts[:count])))
    return _FilePattern(excludes, globs.compile_glob(text), tuple(above))
