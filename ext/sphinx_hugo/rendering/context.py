"""What a shortcode sees of the page it stands in: the renderer behind the wing's Protocol."""

from __future__ import annotations

import os
import re
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from sphinx_hugo._myst import known_directive, known_role
from sphinx_hugo.diagnostics import warn
from sphinx_hugo.domain.crossrefs import pending_reference
from sphinx_hugo.domain.objects import PUBLISHED
from sphinx_hugo.hugo.addresses.addresscheck import runs_script
from sphinx_hugo.hugo.calls.reading import Delimiter, ShortcodeCall, parse_calls
from sphinx_hugo.hugo.calls.reduce import reduce_body
from sphinx_hugo.hugo.content.resources import resource_named
from sphinx_hugo.hugo.problems import Kind
from sphinx_hugo.hugo.references.files import find_file
from sphinx_hugo.hugo.references.links import LinkKind, resolve_link
from sphinx_hugo.hugo.references.refs import find_page, resolve_ref
from sphinx_hugo.shortcodes.base import Markup
from sphinx_hugo.taken import bytes_digest, watched

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sphinx_hugo.domain.objects import HugoDomain
    from sphinx_hugo.hugo.calls.reduce import Reduced
    from sphinx_hugo.hugo.pages import Page
    from sphinx_hugo.hugo.references.refs import RefResult
    from sphinx_hugo.hugo.site import Site
    from sphinx_hugo.rendering.page import PageRenderer
    from sphinx_hugo.shortcodes.base import Shortcode
    from sphinx_hugo.taken import Question


_BACKTICKS = re.compile("`+")


class CallContext:
    """The context of one call; implements :class:`sphinx_hugo.shortcodes.base.Context`."""

    def __init__(
        self,
        renderer: PageRenderer,
        call: ShortcodeCall,
        *,
        inline: bool,
        parent: Shortcode | None,
        verbatim: bool = False,
    ) -> None:
        self._renderer = renderer
        self._call = call
        self._inner: Markup | None = None
        self.inline = inline
        self.parent = parent
        self.verbatim = verbatim

    @property
    def page(self) -> Page:
        """The page the call stands in."""
        return self._renderer.state.page

    @property
    def site(self) -> Site:
        """The whole site; what is asked of it, the page depends on."""
        return watched(self._site, self.takes)

    @property
    def _site(self) -> Site:
        return self._renderer.state.state.documents.site

    @property
    def line(self) -> int:
        """1-based source line of the call."""
        return self._call.line

    def unique_id(self, prefix: str) -> str:
        """Return an id that no other node of the document has."""
        return self._renderer.unique_id(prefix)

    def markup(self, text: str) -> Markup:
        """Wrap composed text; the placeholders of the inner content keep their meaning in it."""
        inner = self.inner()
        lines = [self.line] * (text.count("\n") + 2)
        return Markup(text, lines, inner.reduced if inner else None)

    def markup_with_calls(self, text: str) -> Markup:
        """Wrap Markdown of another file; its lines count as the call's line."""
        state = self._renderer.state
        takes_inner = state.wing.takes_inner
        calls = parse_calls(text, takes_inner=takes_inner, first_line=self.line, generated=True)
        reduced = reduce_body(calls, expand=state.expand, takes_inner=takes_inner)
        return Markup(reduced.text, reduced.line_map, reduced)

    def inner(self) -> Markup | None:
        """Return the inner content, deindented."""
        if self._call.inner is None:
            return None
        if self._inner is None:
            reduced = self._renderer.state.reduce_inner(self._call)
            self._inner = Markup(reduced.text, reduced.line_map, reduced)
        return self._inner

    def inner_calls(self) -> tuple[ShortcodeCall, ...]:
        """Return the calls directly in the inner content."""
        return self._call.nested

    def render(self, markup: Markup, shortcode: Shortcode | None = None) -> list[nodes.Node]:
        """Render Markdown to block nodes."""
        # In a call with percent signs it is a part of the page, but not in one within another.
        apart = self._call.delimiter is not Delimiter.PERCENT or self.parent is not None
        return self._renderer.render_markup(markup, shortcode, apart=apart)

    def render_source(self, text: str, pack: str) -> list[nodes.Node]:
        """Render text that holds calls, with the shortcodes of one pack; for showing examples."""
        return self._renderer.render_source(text, pack, self.line)

    def render_inline(self, text: str) -> list[nodes.Node]:
        """Render one line of Markdown to inline nodes."""
        return self._renderer.render_line(text)

    def render_phrase(self, markup: Markup, shortcode: Shortcode | None = None) -> list[nodes.Node]:
        """Render Markdown that stands in a line to inline nodes."""
        return self._renderer.render_phrase(markup, shortcode)

    def plain_text(self, markup: Markup) -> str:
        """Return the text with each nested call as characters."""
        if markup.reduced is None:
            return markup.text
        # What stands between blocks may be code, which is for its shortcode to know.
        text_of = partial(self._renderer.text_of, verbatim=self.verbatim or not self.inline)
        return markup.reduced.restore(markup.text, text_of)

    def directive(
        self,
        name: str,
        argument: str = "",
        options: Mapping[str, str] | None = None,
        content: Markup | None = None,
        shortcode: Shortcode | None = None,
        *,
        literal: bool = False,
    ) -> list[nodes.Node]:
        """Run a directive; what it holds is rendered before, as Markdown of this page."""
        text = ""
        if content is not None and literal:
            text = self.plain_text(content)
        elif content is not None:
            text = self._renderer.slot(self.render(content, shortcode))
        found: list[nodes.Node] = list(
            self._renderer.run_directive(name, argument, text, self.line, dict(options or {}))
        )
        return found

    def html(self, source: Reduced, shortcode: Shortcode) -> list[nodes.Node]:
        """Return HTML as raw nodes around what the calls in it answer."""
        return self._renderer.render_html(
            source, self.line, shortcode, inline=self.inline, verbatim=self.verbatim
        )

    def role(self, name: str, text: str) -> list[nodes.Node]:
        """Return what a role makes of text."""
        if not known_role(name):
            self.report(
                Kind.SHORTCODE_PARAM,
                f"the shortcode '{self._call.name}' becomes the role '{name}', which nobody has "
                f"registered; write another name in hugo_shortcodes[{self._call.name!r}].",
            )
            return [nodes.Text(text)] if text else []
        fence = "`" * (1 + max(map(len, _BACKTICKS.findall(text)), default=0))
        pad = " " if text[:1] == "`" or text[-1:] == "`" else ""
        return self.render_inline(f"{{{name}}}{fence}{pad}{text}{pad}{fence}")

    def has_directive(self, name: str) -> bool:
        """Tell whether a directive is registered."""
        return known_directive(name)

    def reference(
        self, target: str, children: Sequence[nodes.Node], *, title: str = ""
    ) -> nodes.Element:
        """Return a link: to a page by Hugo ref if there is one, else as a plain link."""
        if runs_script(target):  # Hugo's templates do not print such an address either
            return nodes.inline("", "", *children)
        start = self.page
        kind = "link"
        link = resolve_link(self._site, target, start)
        self.takes(("link", target, start.path))
        if link.kind is LinkKind.NONE and self.resolve_ref(target).page is not None:
            kind = "ref"
        if link.kind is LinkKind.EXTERNAL:
            node: nodes.Element = nodes.reference("", "", *children, refuri=target)
            if title:
                node["reftitle"] = title
            return node
        asset = self._asset(target) if link.kind is LinkKind.NONE and kind == "link" else None
        if asset is not None:
            return addnodes.download_reference(
                "",
                "",
                nodes.inline("", "", *children),
                reftarget=self._renderer.state.wing.source_uri(asset),
                refdoc=self._renderer.state.docname,
                reftype="download",
            )
        node = pending_reference(
            kind, target, children, docname=self._renderer.state.docname, title=title
        )
        node.source, node.line = str(self._renderer.state.filename), self.line
        return node

    def _asset(self, target: str) -> Path | None:
        """Return a file below ``assets/``: Hugo serves one only where a shortcode asks for it."""
        found = find_file(self._site, target, self.page)
        folders = [mount.source for mount in self._site.config.mounts_of("assets")]
        if found is None or not any(found.is_relative_to(folder) for folder in folders):
            return None
        return found

    def ref_reference(
        self,
        ref: str,
        children: Sequence[nodes.Node],
        *,
        language: str = "",
        output_format: str = "",
        title: str = "",
    ) -> nodes.Element:
        """Return a checked link as ``ref`` and ``relref`` find their page."""
        attributes = {
            key: value
            for key, value in (("hugo_language", language), ("hugo_format", output_format))
            if value
        }
        node = pending_reference(
            "ref",
            ref,
            children,
            docname=self._renderer.state.docname,
            title=title,
            attributes=attributes,
        )
        node.source, node.line = str(self._renderer.state.filename), self.line
        return node

    def find_page(self, ref: str) -> Page | None:
        """Return the page that a path names, seen from the page of the call."""
        self.takes(("found", ref, self.page.path))
        return find_page(self._site, ref, self.page)

    def resolve_ref(self, ref: str, *, language: str = "", output_format: str = "") -> RefResult:
        """Say what ``ref`` and ``relref`` find for an argument; reports nothing."""
        self.takes(("ref", ref, self.page.path, language, output_format))
        return resolve_ref(
            self._site,
            ref,
            self.page,
            language=language or None,
            output_format=output_format or None,
        )

    def url(self, ref: str) -> str:
        """Resolve a ref to its address."""
        result = self.resolve_ref(ref)
        if result.problem_text:
            self.report(Kind.REF, result.problem_text)
        return result.url

    def image(self, source: str, *, alt: str | None = None) -> nodes.Element:
        """Return an image node; shortcodes find pictures below ``assets/``, too."""
        named = resource_named(self.page.resources, source)
        source = named.name if named is not None else source
        if resolve_link(self._site, source, self.page).kind is LinkKind.NONE:
            found = self._find_file(source)
            if found is not None:
                picture = nodes.image(uri=self._renderer.state.wing.source_uri(found))
                if alt is not None:
                    picture["alt"] = alt
                picture.source, picture.line = str(self._renderer.state.filename), self.line
                return picture
        node: nodes.Element = self._renderer.image(source, alt, self.line)
        return node

    def file(self, path: str) -> Path | None:
        """Return a file of the site."""
        found = self._find_file(path)
        if found is None:
            self.report(
                Kind.RESOURCE,
                f"there is no file '{path}' beside the page, below the site's folder, "
                "its assets/ or its static/; check the path.",
            )
        return found

    def read_text(self, path: str) -> str | None:
        """Return the text of a file inside the site."""
        found = self.file(path)
        if found is None:
            return None
        self._renderer.note_dependency(found)
        try:
            return found.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            self.report(Kind.RESOURCE, f"'{path}' cannot be read as UTF-8 text: {error}.")
            return None

    def has_file(self, path: str) -> bool:
        """Tell whether there is such a file."""
        return find_file(self.site, path, self.page) is not None

    def data(self, path: str) -> object:
        """Return a value of the site's data."""
        words = self._renderer.state.wing.words
        for filename in words.data_files:
            self._renderer.note_dependency(filename)
        return words.data(path)

    def translate(self, key: str) -> str:
        """Return a string of ``i18n/``."""
        words = self._renderer.state.wing.words
        for filename in words.translation_files:
            self._renderer.note_dependency(filename)
        return words.translate(key)

    def depends_on(self, filename: Path) -> None:
        """Read the page again when a file changes."""
        self._renderer.note_dependency(filename)

    def publish(self, target: str, data: bytes) -> None:
        """Serve a file at a path below the output folder.

        It is kept beside the doctrees, so that builds that read nothing still have it.
        """
        env = self._renderer.sphinx_env
        folder = bytes_digest(data)
        filename = Path(env.doctreedir, PUBLISHED, folder, PurePosixPath(target).name or "file")
        try:
            if not filename.is_file():
                filename.parent.mkdir(parents=True, exist_ok=True)
                # Another process may write the same file.
                part = filename.with_name(f".{os.getpid()}")
                part.write_bytes(data)
                part.replace(filename)
        except OSError as error:
            self.report(Kind.RESOURCE, f"'{target}' cannot be published: {error.strerror}.")
            return
        domain: HugoDomain = env.get_domain("hugo")  # type: ignore[assignment]
        domain.publish(self._renderer.state.docname, target, filename)

    def takes(self, question: Question) -> None:
        """Read the page again when the answer to a question about the site is another one."""
        self._renderer.takes(question)

    def _find_file(self, path: str) -> Path | None:
        self.takes(("file", path, self.page.path))
        return find_file(self._site, path, self.page)

    def report(self, kind: Kind, message: str) -> None:
        """Warn at the line of the call; once, for the calls of an included file are all on that line."""
        state = self._renderer.state
        if (state.filename, self.line, message) not in state.failed:
            state.failed.add((state.filename, self.line, message))
            self._renderer.warn(kind, message, self.line)

    def report_template(
        self, message: str, filename: Path | str, line: int | None, *, fails: bool = True
    ) -> None:
        """Warn of a template that fails, or has something to say, where it stands; once a page."""
        state = self._renderer.state
        if not filename:  # there is none for this call
            filename, line = state.filename, self.line
        if (filename, line, message) in state.failed:
            return
        state.failed.add((filename, line, message))
        warn(
            Kind.TEMPLATE,
            f"{message} (shortcode '{self._call.name}', called in {state.filename}:{self.line}"
            + ("; its inner text is kept)" if fails else ")"),
            filename,
            line,
            called=(self._call.name, str(state.filename)),
        )
