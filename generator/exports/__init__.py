"""HTML into a site: search index, sitemap, data files, checks, publication. Knows nothing of what the data means."""
