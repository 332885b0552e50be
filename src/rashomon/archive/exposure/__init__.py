"""Who is not simply to be named: noted as readings come, and asked for by whoever shows them to others."""
