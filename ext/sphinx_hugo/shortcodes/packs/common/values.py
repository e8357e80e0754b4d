"""Words that a site keeps elsewhere: versions and names of products, headings, states."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes

from sphinx_hugo.hugo.problems import Kind
from sphinx_hugo.nodes.components import badge
from sphinx_hugo.shortcodes.base import InnerUse, Parameter, Shortcode
from sphinx_hugo.shortcodes.builtin.param import MISSING, look_up, page_params, printed

if TYPE_CHECKING:
    from collections.abc import Mapping

_SEPARATORS = re.compile(r"[-_.\s]")


class _Words(Shortcode):
    """A call that stands for words; a subclass says which."""

    def to_nodes(self) -> list[nodes.Node]:
        """Return the words as text."""
        text = self.to_text()
        return self.flow([nodes.Text(text)]) if text else []

    def to_markdown(self) -> str:
        """Return the words, which become part of the page's Markdown."""
        return self.to_text()


class NamedValue(_Words):
    """A version or a name: the parameter of the page or the site that is called like the call.

    Hyphens, underscores and capitals do not matter: ``latest-version`` is ``latestVersion`` too.
    """

    names: ClassVar[tuple[str, ...]] = (
        "version", "current-version", "latest-version", "latest", "stable-version", "release",
        "release-version", "current-release", "latest-release", "latest-semver", "latest_version",
        "current_version", "product-version", "product", "product-name", "productname",
        "product_name", "project-name", "company", "company-name", "short-name", "shortname",
        "edition", "docs-version", "app-version", "appversion", "chart-version", "min-version",
    )  # fmt: skip
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("key", "Name of the parameter, if it is not called like the call.", 0),
    )
    example = "{{< version >}}"
    gives_way = True

    def to_text(self) -> str:
        """Return the value; a missing one is reported."""
        wanted = self.params.text("key", "name", 0) or self.call.name
        own = page_params(self.context.page)
        for values in (own, self.context.site.config.params):
            value = look_up(values, wanted)
            if value is MISSING:
                value = _like(values, wanted)
            if value is not MISSING:
                return printed(value)
        self.context.report(
            Kind.SHORTCODE_PARAM,
            f"neither the page nor the site has a parameter '{wanted}', which the shortcode "
            f"'{self.call.name}' stands for; set it below [params] in the configuration.",
        )
        return ""


def _like(values: Mapping[str, Any], name: str) -> Any:
    wanted = _SEPARATORS.sub("", name).lower()
    return next(
        (value for key, value in values.items() if _SEPARATORS.sub("", key).lower() == wanted),
        MISSING,
    )


class SiteValue(NamedValue):
    """A parameter of the page or of the site, by its name."""

    names = ("site-param", "site_param", "siteparameter", "variable", "var", "get-param", "setting")
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("key", "Name of the parameter; a dot leads into a map.", 0, required=True),
    )
    example = "{{< var version >}}"
    gives_way = True

    def to_text(self) -> str:
        """Return the value; nothing if no name is given, which is reported."""
        return super().to_text() if self.params.text("key", "name", 0) else ""


class Skew(_Words):
    """A version that is some minor versions away from the latest one."""

    names = ("skew",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter(
            "which",
            "`latestVersion`, `currentVersion`, `nextMinorVersion`, `prevMinorVersion`, "
            "`oldestMinorVersion`, or one of the first two with `AddMinor`.",
            0,
            required=True,
        ),
        Parameter("minor", "How many minor versions, behind `AddMinor`.", 1, default=0),
    )
    example = "{{< skew nextMinorVersion >}}"
    gives_way = True

    _STEPS: ClassVar[Mapping[str, int]] = {
        "nextminorversion": 1,
        "prevminorversion": -1,
        "oldestminorversion": -2,
    }

    def to_text(self) -> str:
        """Return the version; empty if the site does not say which is the latest, or current."""
        which = self.params.text("which", 0).lower()
        params = self.context.site.config.params
        name = "version" if which.startswith("current") else "latest"
        base = params.get(name) or params.get("latest") or params.get("version")
        match = re.match(r"v?(\d+)\.(\d{1,9})", str(base or ""))
        if match is None:
            self.context.report(
                Kind.SHORTCODE_PARAM,
                f"the site has no parameter '{name}' with a version such as v1.2, which the "
                "shortcode 'skew' counts from; set it below [params] in the configuration.",
            )
            return ""
        step = self._STEPS.get(which, self.params.number("minor", 1))
        return f"{match[1]}.{max(int(match[2]) + step, 0)}"


class Heading(_Words):
    """Words of a heading that many pages have: those of the site's ``i18n/`` folder, if any."""

    names = ("heading",)
    any_parameter = True
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("name", "Which heading: `prerequisites`, `whatsnext`...", 0),
    )
    example = '{{% heading "prerequisites" %}}'
    gives_way = True

    _WORDS: ClassVar[Mapping[str, str]] = {
        "prerequisites": "Before you begin",
        "whatsnext": "What's next",
        "seealso": "See also",
        "cleanup": "Clean up",
    }

    def to_text(self) -> str:
        """Return the words."""
        name = self.params.text("name", 0)
        found = self.context.translate(f"{name}_heading")
        return found or self._WORDS.get(name, name.replace("_", " ").capitalize())


class FeatureState(Shortcode):
    """How far a feature is: alpha, beta, stable or deprecated, and since which version."""

    names = ("feature-state", "feature_state", "featurestate", "stability", "maturity")
    any_parameter = True
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("state", "`alpha`, `beta`, `stable` or `deprecated`.", 0),
        Parameter("for_version", "Since which version; also as `for_k8s_version` or `version`."),
    )
    example = '{{< feature-state state="beta" for_version="v1.2" >}}'
    gives_way = True

    _COLORS: ClassVar[Mapping[str, str]] = {
        "alpha": "warning",
        "beta": "info",
        "stable": "success",
        "ga": "success",
        "deprecated": "danger",
    }

    def to_nodes(self) -> list[nodes.Node]:
        """Return the words, the state as a badge."""
        state = self.params.text("state", "stage", "status", 0)
        version = self._version()
        found: list[nodes.Node] = [nodes.Text("Feature state: ")]
        if version:
            found += [nodes.Text(version), nodes.Text(" ")]
        if state:
            found.append(badge([nodes.Text(state)], self._COLORS.get(state.lower(), "")))
        return self.flow(found)

    def to_text(self) -> str:
        """Return the words."""
        state = self.params.text("state", "stage", "status", 0)
        return " ".join(word for word in ("Feature state:", self._version(), state) if word)

    def _version(self) -> str:
        return self.params.text(
            "for_version", "for_k8s_version", "version", "since", "feature_gate_name", 1
        )


class Progress(Shortcode):
    """How far something is, in per cent."""

    names = ("progress", "progress-bar", "progressbar")
    inner_use = InnerUse.OPTIONAL
    any_parameter = True
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("value", "How much it is, in per cent.", 0),
        Parameter("title", "What is meant, Markdown."),
    )
    example = '{{< progress title="Docs" value="65" >}}'
    gives_way = True

    def to_nodes(self) -> list[nodes.Node]:
        """Return title and value as words."""
        title = self.params.text("title", "label", "name")
        words = self.context.render_inline(f"{title}: " if title else "")
        value = self.params.text("value", "percent", "percentage", 0).strip("% ")
        if value:
            words = [*words, nodes.Text(f" {value} %" if title else f"{value} %")]
        return [*self.flow(words), *self.body()]


SHORTCODES: tuple[type[Shortcode], ...] = (
    FeatureState,
    Heading,
    NamedValue,
    Progress,
    SiteValue,
    Skew,
)
