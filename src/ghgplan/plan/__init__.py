"""text -> plan: YAML with positions, the typed model, units."""
