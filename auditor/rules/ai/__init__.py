"""Rules about pictures made or changed by a model."""
