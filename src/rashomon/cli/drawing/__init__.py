"""Drawing for the terminal: what `rashomon show` and `rashomon explain` print."""
