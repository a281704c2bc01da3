"""Tests of generator/starting/."""
