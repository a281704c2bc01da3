"""What pages draw, in words and shapes alone: for files, and for pages of other sites."""
