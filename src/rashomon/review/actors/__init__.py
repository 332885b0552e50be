"""What the actors' pages are made of: who is listed, whom an actor is tied to, and in what it took part."""
