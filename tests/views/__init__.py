"""Tests of generator/views/."""
