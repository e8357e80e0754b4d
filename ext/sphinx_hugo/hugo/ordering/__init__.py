"""The order of pages, as Hugo sorts them."""
