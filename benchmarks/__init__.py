"""How good the reading is: the real reader over ../shared/bench, scored by the scorers there."""
