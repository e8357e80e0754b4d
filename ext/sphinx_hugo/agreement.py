"""Whether a class of a pack says all that the site's own template of that name says.

Packs know names as themes use them. A site's template may give the same name another meaning: it reads
other parameters, takes its text from data, or prints a sentence of its own. Both are tried on the call
then, and the class answers only if no words, links or pictures of the template would be lost.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_hugo.forms import KIND, Form, texts
from sphinx_hugo.hugo.calls.reading import Delimiter, ShortcodeCall, parse_calls
from sphinx_hugo.saying import Said, said_by_html, said_by_nodes, said_by_parts, words
from sphinx_hugo.shortcodes.rehearsal import Asked, Rehearsal
from sphinx_hugo.site_templates.running import SiteTemplate

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_hugo.hugo.pages import Page
    from sphinx_hugo.shortcodes.base import Context, Shortcode
    from sphinx_hugo.site_templates.running import SiteTemplates

LABEL = 3
"""So many words of a template's own may differ around inner text: "Heads up!" in place of "Warning"."""


class Agreement:
    """Compares the two on calls of one page after another."""

    def __init__(
        self,
        site: SiteTemplates,
        known: Callable[[ShortcodeCall], type[Shortcode] | None],
        find: Callable[[ShortcodeCall, Context], type[Shortcode] | None],
    ) -> None:
        self._site = site
        self._known = known
        """Who answers a call by its name and the names of its parameters."""
        self._find = find
        """Who answers it on its page."""
        self._page: Page | None = None
        self._found: dict[tuple[int, str], tuple[ShortcodeCall, bool]] = {}
        self._forms: dict[object, bool | None] = {}

    def holds(
        self,
        found: type[Shortcode],
        call: ShortcodeCall,
        context: Context,
        around: ShortcodeCall | None,
    ) -> bool:
        """Tell whether a class says what the site's template does; True if the template fails."""
        form = Form.of(call, context, self._site) if around is None else None
        if form is not None and (holds := self._holds_for_form(form, found, context)) is not None:
            return holds
        if context.page is not self._page:
            self._page = context.page
            self._found.clear()
        key = id(call), around.name if around else ""
        if key not in self._found:
            # The call is kept with the answer, so that its id stays its own.
            self._found[key] = call, self._try(found, call, context, around, Asked())
        return self._found[key][1]

    def _holds_for_form(self, form: Form, found: type[Shortcode], context: Context) -> bool | None:
        """Tell it for all calls of a form; None if the class asks for what made-up words do not name."""
        for filename in form.files:
            context.depends_on(Path(filename))
        key = form, context.parent and type(context.parent)
        if key not in self._forms:
            read = parse_calls(form.text, takes_inner=lambda _name: None).nodes
            call = next(node for node in read if isinstance(node, ShortcodeCall))
            asked = Asked()
            holds = self._try(found, call, context, None, asked)
            self._forms[key] = None if asked.anything else holds
        return self._forms[key]

    def _try(
        self,
        found: type[Shortcode],
        call: ShortcodeCall,
        context: Context,
        around: ShortcodeCall | None,
        asked: Asked,
    ) -> bool:
        parent = context.parent
        if parent is not None:  # a copy, with which the call may leave what it likes
            around = parent.call
            parent = type(parent)(around, self._trial(context, around, None, asked))
        trial = self._trial(context, call, parent, asked)
        text = self._site.rehearse(call, trial, around)
        if text is None:
            return True
        theirs = said_by_html(text)
        try:
            ours = said_by_nodes(self._nodes(found, call, trial))
        except Exception:  # noqa: BLE001 - a class may do anything with what it is given on trial
            return True
        if parent is not None:
            ours |= said_by_parts(parent.store)
        if asked.a_missing_file and theirs != Said():
            return False
        return not _differs(theirs, ours, call) and not self._invents(theirs, ours, call)

    def _invents(self, theirs: Said, ours: Said, call: ShortcodeCall) -> bool:
        """Tell whether parts give themselves labels, such as "Tab 2", where the template gives none."""
        labels = {found.label_of_its_own for one in call.nested if (found := self._known(one))}
        known = theirs.words | words(" ".join(texts(call)))
        return bool(theirs.words) and not words(" ".join(labels)) & ours.words <= known

    def _trial(
        self,
        context: Context,
        call: ShortcodeCall,
        parent: Shortcode | None,
        asked: Asked,
    ) -> Rehearsal:
        def answer(nested: ShortcodeCall, outer: Shortcode | None) -> list[nodes.Node]:
            trial = self._trial(context, nested, outer, asked)
            found = self._find(nested, trial)
            if found is not None and issubclass(found, SiteTemplate):
                text = self._site.rehearse(nested, trial, call)
                return [] if text is None else [nodes.raw("", text, format="html")]
            return self._nodes(found, nested, trial)

        return Rehearsal(context, call, parent, answer, asked)

    def _nodes(
        self, found: type[Shortcode] | None, call: ShortcodeCall, trial: Rehearsal
    ) -> list[nodes.Node]:
        """Return what a class answers, and what the calls in the inner content do."""
        if found is None:
            inner = trial.inner()
            return [] if inner is None else trial.render(inner)
        instance = found(call, trial)
        markdown = instance.to_markdown() if call.delimiter is Delimiter.PERCENT else None
        if markdown is None:
            return [*instance.to_nodes(), *trial.nested(instance)]
        written = nodes.raw("", markdown, format="html")
        return [nodes.paragraph("", markdown), written, *trial.nested(instance)]


def _differs(theirs: Said, ours: Said, call: ShortcodeCall) -> bool:
    if theirs.pictures and not ours.pictures and ours.lacks(theirs.pictures):
        return True
    if len(theirs.links) > len(ours.links) and ours.lacks(theirs.links - ours.links):
        return True
    lost = {word for word in theirs.words - ours.words if not word.isdecimal()}
    if lost & _given(call):
        return True
    has_text = bool(call.nested) or any(text.strip() for text in texts(call))
    # Without inner text nothing of it can be missing on trial, so that much more is another meaning, too.
    if not has_text and theirs != Said() and len(ours.words - theirs.words) > LABEL:
        return True
    return len(lost) > (LABEL if has_text else bool(_given(call) & theirs.words))


def _given(call: ShortcodeCall) -> set[str]:
    """Return the words of the parameters, of nested calls as well; not those that name a kind."""
    given = call.params.values() if isinstance(call.params, Mapping) else call.params
    texts = [value for value in given if isinstance(value, str) and not KIND.fullmatch(value)]
    found = {word for text in texts for word in words(text)}
    for nested in call.nested:
        found |= _given(nested)
    return found
