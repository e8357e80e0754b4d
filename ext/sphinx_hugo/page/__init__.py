"""What a page shows besides its text: head, lead, dates, children, pictures, raw HTML."""
