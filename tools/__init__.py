"""Commands for those who work on the program; none of it is needed to build a site."""
