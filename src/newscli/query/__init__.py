"""What the user asked, and the one meaning of a hit: fields, dates, filters, patterns, sort keys."""
