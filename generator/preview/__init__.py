"""The live preview: every page as the files stand now, made when it is asked for; the browser follows each edit."""
