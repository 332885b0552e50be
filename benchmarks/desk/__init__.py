"""How fast the desk answers when a team works at it over a large record."""
