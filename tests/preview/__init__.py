"""Tests of generator/preview/."""
