"""The pictures of metrics as files that say what they show, when and from where."""
