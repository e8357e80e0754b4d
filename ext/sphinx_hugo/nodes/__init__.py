"""What pages are made of beside docutils's own nodes, and how it looks in each format."""
