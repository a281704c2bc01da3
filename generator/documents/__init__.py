"""Documents for paper and for Word: what `build --documents` lays beside the pages."""
