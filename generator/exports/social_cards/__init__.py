"""Social cards, the pictures of shared links: what is written on them, and how they are drawn."""
