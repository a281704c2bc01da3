"""Make a first version of a plan's files from a published document, for an editor to finish."""
