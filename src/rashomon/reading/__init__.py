"""Report → Reading: times, places, figures, actors, statements, incidents, accounts and ties, each a spaCy component."""
