"""Tests of generator/filling/."""
