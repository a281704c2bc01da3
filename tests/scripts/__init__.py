"""The logic of the site's scripts."""
