"""Tests of generator/project/."""
