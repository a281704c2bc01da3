"""What pages draw as files that say what they show, when and from where."""
