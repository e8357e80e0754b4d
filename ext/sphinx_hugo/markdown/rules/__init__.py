"""Goldmark's rules, one file each."""
