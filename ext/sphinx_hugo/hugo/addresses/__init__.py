"""Addresses: where a page is written and served, its slugs, permalinks and aliases."""
