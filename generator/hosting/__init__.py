"""What hosts need of a finished site: compressed files, settings of servers, lists of files, a package."""
