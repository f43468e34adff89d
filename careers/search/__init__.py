"""Finding careers by what people type. ``careers.search.engine.search`` is the way in."""
