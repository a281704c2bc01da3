"""Tests. The tree mirrors generator/."""
