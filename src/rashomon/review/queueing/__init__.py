"""What awaits a person, one thing after the other."""
