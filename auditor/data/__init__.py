"""The tables of facts, one TOML file each, and their typed, cached readers (`load`). Code never lists names."""
