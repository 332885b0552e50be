"""Who may do what at the desk: analysts and their roles, sessions, and what keeps other people's pages out."""
