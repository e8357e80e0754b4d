"""Namespaces that ask the site: os, resources, partials, templates, hugo, site, page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..casts import to_list, to_string
from ..errors import FunctionError
from ..escape.escapers import js_string
from ..objects.hugo import HugoInfo
from ..objects.resource import ResourceView
from ..objects.world import FileInfo
from ..printing import to_text
from ..values import is_truthful
from .registry import Namespace

if TYPE_CHECKING:
    from ..objects.page import PageView
    from ..objects.siteview import SiteView
    from ..runtime import Runtime

OS = Namespace("os")
RESOURCES = Namespace("resources")
PARTIALS = Namespace("partials")
TEMPLATES = Namespace("templates")
GLOBALS = Namespace("globals")
DATA = Namespace("data")


# Files


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
def _getenv(name: object) -> str:
    # Pages must not depend on the machine, nor show its secrets.
    to_string(name)
    return ""


# Assets


def _asset(runtime: Runtime, path: str) -> ResourceView:
    name = "/" + path.lstrip("/")
    config = runtime.host.site.config
    host = runtime.host
    return ResourceView(
        name,
        config.base_path + name,
        config.base_url.rstrip("/") + name,
        lambda: host.read_asset(path),
    )


@RESOURCES.add("Get")
def _get(runtime: Runtime, path: object) -> ResourceView | None:
    name = to_string(path).strip("/")
    return None if runtime.host.read_asset(name) is None else _asset(runtime, name)


@RESOURCES.add("GetMatch")
def _get_match(runtime: Runtime, pattern: object) -> ResourceView | None:
    return next(iter(_match(runtime, pattern)), None)


@RESOURCES.add("Match")
def _match(runtime: Runtime, pattern: object) -> list[ResourceView]:
    return [_asset(runtime, path) for path in runtime.host.match_assets(to_string(pattern))]


@RESOURCES.add("FromString")
def _from_string(runtime: Runtime, path: object, text: object) -> ResourceView:
    name = "/" + to_string(path).lstrip("/")
    config = runtime.host.site.config
    data = to_string(text).encode("utf-8", "replace")
    return ResourceView(
        name, config.base_path + name, config.base_url.rstrip("/") + name, lambda: data
    )


@RESOURCES.add("GetRemote")
def _get_remote(*args: object) -> None:
    address = to_text(args[0]) if args else ""
    msg = (
        f"resources.GetRemote: nothing is fetched from the network while building: {address[:100]}"
    )
    raise FunctionError(msg)


def _unchanged(name: str, *aliases: str) -> None:
    """Processing of styles and scripts: the file itself is good enough for a link to it."""
    RESOURCES.add(name, *aliases)(lambda *args: args[-1] if args else None)


_unchanged("Fingerprint", "fingerprint")
_unchanged("Minify", "minify")
_unchanged("PostProcess")
_unchanged("Publish")


@RESOURCES.add("Copy")
def _copy(runtime: Runtime, path: object, resource: object) -> ResourceView:
    return _from_string(runtime, path, _text_of(resource))


@RESOURCES.add("Concat")
def _concat(runtime: Runtime, path: object, resources: object) -> ResourceView:
    return _from_string(runtime, path, "\n".join(_text_of(item) for item in to_list(resources)))


@RESOURCES.add("ExecuteAsTemplate")
def _execute_as_template(
    runtime: Runtime, path: object, context: object, resource: object
) -> ResourceView:
    return _from_string(runtime, path, runtime.execute_text(_text_of(resource), context))


def _text_of(resource: object) -> str:
    if isinstance(resource, ResourceView):
        return resource.content()
    msg = f"expected a resource, not {to_text(resource)[:60]!r}"
    raise FunctionError(msg)


@RESOURCES.add("ByType")
def _by_type(runtime: Runtime, kind: object) -> list[ResourceView]:
    wanted = to_string(kind)
    return [item for item in _match(runtime, "**") if item.resource_type() == wanted]


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
    for folder in ("partials/", "_partials/"):
        if path.startswith(folder):
            found = runtime.engine.templates.partial(path.removeprefix(folder), runtime.current)
            return found is not None
    return False


@TEMPLATES.add("Current")
def _current(runtime: Runtime) -> object:
    return runtime.current.name if runtime.current else ""


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


@TEMPLATES.add("Defer")
@TEMPLATES.add("Inner")
def _template_blocks(*args: object) -> object:
    del args
    msg = "templates.Defer and templates.Inner are for page layouts, not for shortcodes"
    raise FunctionError(msg)


@DATA.add("GetJSON")
@DATA.add("GetCSV")
def _get_data(*args: object) -> object:
    del args
    msg = (
        "data.GetJSON and data.GetCSV are gone from Hugo: use resources.Get and transform.Unmarshal"
    )
    raise FunctionError(msg)
