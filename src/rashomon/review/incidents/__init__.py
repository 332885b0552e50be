"""The list of incidents: what is asked of it, by what else it can be narrowed, where and when they are, and taking it along."""
