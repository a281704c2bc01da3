"""Everything published that is no page: data, search, feeds, pictures, redirects, sitemap."""
