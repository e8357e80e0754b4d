"""What templates see: shortcode, page, site and the small things they hand out."""
