"""The site's own shortcode templates, run by :mod:`sphinx_hugo.hugo.templates`."""
