"""Namespaces that ask the site: os, resources, partials, templates, hugo, site, page."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING

from sphinx_hugo.hugo.addresses.addresscheck import climbs
from sphinx_hugo.hugo.addresses.paths import escape

from ..casts import to_list, to_string
from ..errors import FunctionError
from ..escape.escapers import js_string
from ..objects.hugo import HugoInfo
from ..objects.resource import Resources, ResourceView
from ..objects.running import CurrentTemplate, Deferred
from ..objects.world import FileInfo
from ..options import lower_keys
from ..printing import to_text
from ..values import is_truthful
from .registry import Namespace

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..objects.page import PageView
    from ..objects.resource import Named
    from ..objects.siteview import SiteView
    from ..runtime import Runtime

OS = Namespace("os")
RESOURCES = Namespace("resources")
PARTIALS = Namespace("partials")
TEMPLATES = Namespace("templates")
GLOBALS = Namespace("globals")
DATA = Namespace("data")


# Files


def _warn_of_way_out(runtime: Runtime, function: str, path: str) -> None:
    """Warn of a path that climbs out of the project, where the answer is only that nothing is there."""
    if climbs(path):
        runtime.warnings.append(
            f"{function}: {path!r} leads out of the site; it is not followed. Put a copy inside"
        )


@OS.add("ReadFile", "readFile")
def _read_file(runtime: Runtime, path: object) -> str:
    name = to_string(path)
    text = runtime.host.read_file(name)
    if text is None:
        # Hugo too goes on with nothing.
        runtime.warnings.append(f"readFile: {name!r} is not there below the project's directory")
        return ""
    return text


@OS.add("FileExists", "fileExists")
def _file_exists(runtime: Runtime, path: object) -> bool:
    name = to_string(path)
    if not name:
        msg = "fileExists needs a path to a file"
        raise FunctionError(msg)
    _warn_of_way_out(runtime, "fileExists", name)
    return runtime.host.read_file(name) is not None or runtime.host.read_dir(name) is not None


@OS.add("ReadDir", "readDir")
def _read_dir(runtime: Runtime, path: object) -> list[object]:
    name = to_string(path)
    entries = runtime.host.read_dir(name)
    if entries is None:
        runtime.warnings.append(f"readDir: {name!r} is not there below the project's directory")
        return []
    return [FileInfo(entry) for entry in sorted(entries, key=lambda entry: entry.name)]


@OS.add("Stat")
def _stat(runtime: Runtime, path: object) -> FileInfo:
    folder, _, name = to_string(path).strip("/").rpartition("/")
    for entry in runtime.host.read_dir(folder or ".") or ():
        if entry.name == name:
            return FileInfo(entry)
    msg = f"failed to stat file {to_string(path)!r}"
    raise FunctionError(msg)


@OS.add("Getenv", "getenv")
def _getenv(runtime: Runtime, name: object) -> str:
    # Pages must not depend on the machine, nor show its secrets. Hugo fails for all other names
    # unless the site allows them, and gives nothing for these on a machine that has not set them.
    asked = to_string(name)
    if not asked.startswith("HUGO_") and asked != "CI":
        runtime.warnings.append(
            f"getenv: {asked!r} is not given: pages see no environment variables. "
            "Put the value into params of the configuration"
        )
    return ""


# Assets


def _made(runtime: Runtime, path: str, read: Callable[[], bytes | None]) -> ResourceView:
    """Give a resource that is published at its own path, when somebody takes its address."""
    name = "/" + path.lstrip("/")
    return _published(runtime, ResourceView(name, "", "", read), name)


def _published(runtime: Runtime, resource: ResourceView, name: str) -> ResourceView:
    """Give the same file at another address, where it will be if somebody takes that."""
    config, host = runtime.host.site.config, runtime.host
    target = escape(name.lstrip("/"))
    found = resource.derived(
        resource.name(), f"{config.base_path}/{target}", f"{config.base_url.rstrip('/')}/{target}"
    )
    found.target = name.lstrip("/")
    if climbs(name):
        runtime.warnings.append(
            f"{name.lstrip('/')!r} would lie outside the output folder; it is not written"
        )
        return found
    found.publishing = lambda: host.publish(found.target, found.read_bytes())
    return found


def _asset(runtime: Runtime, path: str) -> ResourceView:
    host = runtime.host
    return _made(runtime, path, lambda: host.read_asset(path.lstrip("/")))


@RESOURCES.add("Get")
def _get(runtime: Runtime, path: object) -> ResourceView | None:
    name = to_string(path).strip("/")
    _warn_of_way_out(runtime, "resources.Get", name)
    return None if runtime.host.read_asset(name) is None else _asset(runtime, name)


@RESOURCES.add("GetMatch")
def _get_match(runtime: Runtime, pattern: object) -> Named | None:
    return next(iter(_match(runtime, pattern)), None)


@RESOURCES.add("Match")
def _match(runtime: Runtime, pattern: object) -> Resources:
    glob = to_string(pattern)
    _warn_of_way_out(runtime, "resources.Match", glob)
    paths = runtime.host.match_assets(glob)
    return Resources([_asset(runtime, path) for path in paths])


@RESOURCES.add("FromString")
def _from_string(runtime: Runtime, path: object, text: object) -> ResourceView:
    data = to_string(text).encode("utf-8", "replace")
    return _made(runtime, to_string(path), lambda: data)


@RESOURCES.add("GetRemote")
def _get_remote(*args: object) -> None:
    address = to_text(args[0]) if args else ""
    msg = (
        f"resources.GetRemote: nothing is fetched from the network while building: {address[:100]}"
    )
    raise FunctionError(msg)


@RESOURCES.add("PostProcess")
def _post_process(resource: object) -> ResourceView:
    return _resource(resource)


_SMALLER = frozenset({"css", "html", "js", "json", "mjs", "svg", "xml"})


@RESOURCES.add("Minify", "minify")
def _minify(runtime: Runtime, resource: object) -> ResourceView:
    """Give the file as it is; it only looks smaller."""
    found = _resource(resource)
    stem, _, ending = found.name().rpartition(".")
    if ending.lower() not in _SMALLER:
        msg = f"MINIFY: no minifier is there for {found.name()!r}"
        raise FunctionError(msg)
    return _published(runtime, found, f"{stem}.min.{ending}")


@RESOURCES.add("Fingerprint", "fingerprint")
def _fingerprint(runtime: Runtime, *args: object) -> ResourceView:
    if not 1 <= len(args) <= 2:
        msg = "must not provide more arguments than resource object and hash algorithm"
        raise FunctionError(msg)
    found = _resource(args[-1])
    algorithm = to_string(args[0]).lower() if len(args) == 2 else "sha256"
    if algorithm not in {"md5", "sha256", "sha384", "sha512"}:
        msg = f"unsupported hash algorithm {algorithm!r}: use md5, sha256, sha384 or sha512"
        raise FunctionError(msg)
    digest = hashlib.new(algorithm, found.read_bytes(), usedforsecurity=False)
    sign = base64.b64encode(digest.digest()).decode()
    stem, _, ending = (found.target or found.name()).rpartition(".")
    result = _published(runtime, found, f"{stem}.{digest.hexdigest()}.{ending}")
    return result.derived(found.name(), data={"Integrity": f"{algorithm}-{sign}"})


@RESOURCES.add("Copy")
def _copy(runtime: Runtime, path: object, resource: object) -> ResourceView:
    name = "/" + to_string(path).lstrip("/")
    found = _resource(resource)
    return _published(runtime, found.derived(name), name)


@RESOURCES.add("Concat")
def _concat(runtime: Runtime, path: object, resources: object) -> ResourceView:
    found = [_resource(item) for item in to_list(resources)]
    if not found:
        msg = "must provide one or more Resource objects to concat"
        raise FunctionError(msg)
    # A script may end without the semicolon that the next one needs.
    between = "\n;\n" if found[0].media_type().sub_type() == "javascript" else ""
    return _from_string(runtime, path, between.join(item.content() for item in found))


@RESOURCES.add("ExecuteAsTemplate")
def _execute_as_template(
    runtime: Runtime, path: object, context: object, resource: object
) -> ResourceView:
    text = runtime.execute_text(_resource(resource).content(), context)
    return _from_string(runtime, path, text)


def _resource(value: object) -> ResourceView:
    if isinstance(value, ResourceView):
        return value
    msg = f"expected a resource, not {to_text(value)[:60]!r}"
    raise FunctionError(msg)


@RESOURCES.add("ByType")
def _by_type(runtime: Runtime, kind: object) -> Resources:
    return _match(runtime, "**").by_type(to_string(kind))


# Templates


@PARTIALS.add("Include", "partial")
def _partial(runtime: Runtime, name: object, *context: object) -> object:
    if len(context) > 1:
        msg = "partial takes a name and one value"
        raise FunctionError(msg)
    return runtime.partial(to_string(name), context[0] if context else None)


@PARTIALS.add("IncludeCached", "partialCached")
def _partial_cached(runtime: Runtime, name: object, context: object, *variants: object) -> object:
    # Not shared between pages: which of them comes first differs from build to build.
    page = runtime.page.record.path if runtime.page is not None else ""
    key = "\0".join([page, to_string(name), *(to_text(variant) for variant in variants)])
    cached = runtime.engine.cached
    if key not in cached:
        cached[key] = runtime.partial(to_string(name), context)
    return cached[key]


@TEMPLATES.add("Exists")
def _exists(runtime: Runtime, name: object) -> bool:
    path = to_string(name)
    if path.startswith("_partials/"):
        found = runtime.engine.templates.partial(path.removeprefix("_partials/"), runtime.current)
        return found is not None
    return runtime.engine.templates.has_file(path)


@TEMPLATES.add("Current")
def _current(runtime: Runtime) -> CurrentTemplate | None:
    running = runtime.running
    return CurrentTemplate(running, len(running) - 1) if running else None


@TEMPLATES.add("Defer")
def _defer(options: object = None) -> Deferred:
    """Run the block at once: there is nothing that would be known only later."""
    named = lower_keys(options) if isinstance(options, dict) else {}
    return Deferred(named.get("data"))


# Global objects


@GLOBALS.add("site", "site")
def _site(runtime: Runtime) -> SiteView:
    return runtime.engine.site


@GLOBALS.add("page", "page")
def _page(runtime: Runtime) -> PageView | None:
    return runtime.page


@GLOBALS.add("hugo", "hugo")
def _hugo(runtime: Runtime) -> HugoInfo:
    return HugoInfo(runtime.engine)


@GLOBALS.add("len", "len")
def _len(value: object) -> int:
    if isinstance(value, str):
        return len(value.encode("utf-8", "replace"))
    if isinstance(value, (list, dict)):
        return len(value)
    msg = f"len of {'nil pointer' if value is None else to_text(value)}"
    raise FunctionError(msg)


@GLOBALS.add("not", "not")
def _not(value: object) -> bool:
    return not is_truthful(value)


@GLOBALS.add("js", "js")
def _js(*values: object) -> str:
    return "".join(js_string(value) for value in values)


def _control(name: str) -> None:
    """Names that the executor treats itself, so that the parser knows them."""

    def call(*args: object) -> object:
        msg = f"{name} cannot be used here"
        raise FunctionError(msg)

    GLOBALS.add(name, name)(call)


for _name in ("and", "or", "try", "return"):
    _control(_name)


@TEMPLATES.add("Inner")
def _template_blocks(*args: object) -> object:
    del args
    msg = "templates.Inner is for page layouts, not for shortcodes"
    raise FunctionError(msg)


@DATA.add("GetJSON")
@DATA.add("GetCSV")
def _get_data(*args: object) -> object:
    del args
    msg = (
        "data.GetJSON and data.GetCSV are gone from Hugo: use resources.Get and transform.Unmarshal"
    )
    raise FunctionError(msg)
