"""Where things are and what is set: folders, settings, the repository that the publication is edited in."""
