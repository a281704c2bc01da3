"""What an owner or an editor begins with: a whole publication, or the skeleton of a new park, metric or plan."""
