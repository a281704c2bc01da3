"""Tests of generator/rules/."""
