"""Tests of generator/findings/."""
