"""Which kinds of content a site lets in, as ``security.allowContent`` says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_hugo.hugo.expressions.regexps import ExpressionError, compile_expression
from sphinx_hugo.hugo.values.coercion import to_terms

if TYPE_CHECKING:
    from sphinx_hugo.hugo.config.site_config import SiteConfig

_HTML = "text/html"


def allows_html(config: SiteConfig) -> bool:
    """Tell whether pages may be HTML, which Hugo refuses by default.

    Expressions that begin with ``! `` forbid, and count before the others. Are there none but these,
    what none of them forbids is allowed. A word alone, ``none``, allows nothing.
    """
    rules = [rule for rule in to_terms(config.security.get("allowcontent")) if rule]
    refused = [rule[2:] for rule in rules if rule.startswith("! ")]
    wanted = [rule for rule in rules if not rule.startswith("! ")]
    if any(_matches(rule) for rule in refused) or wanted == ["none"]:
        return False
    return any(_matches(rule) for rule in wanted) if wanted else bool(refused)


def _matches(rule: str) -> bool:
    try:
        return bool(compile_expression(rule).regex.search(_HTML))
    except ExpressionError:
        return False
