"""Everything published that is no page: data, search, feeds, social cards, redirects, sitemap."""
