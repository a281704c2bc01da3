"""The repository as people meet it: workflows, forms, guides, commands that are named."""
