"""A published file into a first version of a plan's files, for an editor to finish."""
