"""Absolute addresses, as feeds, sitemaps and the readers of a page's head need them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from sphinx_hugo.hugo.references.links import LinkKind, resolve_link
from sphinx_hugo.hugo.values.mediatypes import media_type

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinx_hugo.documents import Documents
    from sphinx_hugo.hugo.pages import Page
    from sphinx_hugo.hugo.site import Site


def site_url(app: Sphinx) -> str:
    """Return the address of the home page with a final slash; empty if the site has none.

    It is ``html_baseurl``, which ``baseURL`` fills in where ``conf.py`` is silent.
    """
    base: str = app.config.html_baseurl
    return f"{base.rstrip('/')}/" if base else ""


def page_url(app: Sphinx, docname: str) -> str:
    """Return the absolute address of a document."""
    builder: Any = app.builder
    uri: str = builder.get_target_uri(docname)
    return site_url(app) + uri


def image_urls(app: Sphinx, documents: Documents, page: Page) -> list[str]:
    """Return the addresses of the pictures for previews of a page, found where Hugo looks.

    They are those that its front matter names, else a picture beside it whose name says that it is
    meant, else the first that the site names.
    """
    of_site = _names(documents.site.config.params.get("images"))
    named = _names(page.params.get("images")) or _featured(page) or of_site[:1]
    return [url for image in named if (url := _image_url(app, documents, page, image))]


def _names(images: object) -> list[str]:
    if isinstance(images, str):
        images = [images]
    if not isinstance(images, list | tuple):
        return []
    return [image for image in images if isinstance(image, str) and image.strip()]


def _featured(page: Page) -> list[str]:
    """Return the picture beside a page that shows what it is about, if there is one."""
    names = [each.name for each in page.resources if media_type(each.name).startswith("image/")]
    for words in (("feature",), ("cover", "thumbnail")):
        for name in names:
            if "/" not in name and any(word in name.lower() for word in words):
                return [quote(name)]
    return []


def _image_url(app: Sphinx, documents: Documents, page: Page, image: str) -> str:
    result = resolve_link(documents.site, image, page)
    if result.kind is LinkKind.EXTERNAL:
        return image if image.startswith(("https://", "http://", "//")) else ""
    address = image
    if result.kind in {LinkKind.RESOURCE, LinkKind.STATIC} and result.address:
        address = result.address.removeprefix(documents.site.config.base_path)
    return site_url(app) + address.lstrip("/").removeprefix(documents.prefix)


def translations(page: Page, site: Site) -> list[tuple[str, str]]:
    """Return (language, absolute address) of a page in all its languages, itself included.

    Empty if there is but one.
    """
    others = site.translations(page)
    if not others:
        return []
    origin = site.config.base_url.removesuffix(f"{site.config.base_path}/")
    here = (site.config.language.key, page.rel_permalink)
    return [(key, origin + address) for key, address in sorted([here, *others]) if address]
