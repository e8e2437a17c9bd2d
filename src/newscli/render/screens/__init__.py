"""What a terminal shows: a module a kind of answer, each with `draw(result, terminal)`, which yields lines."""
