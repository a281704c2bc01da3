"""Tests of generator/finish/."""
