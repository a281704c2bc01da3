"""The build: render, run the engine, check the result, publish."""
