"""Tests of generator/parts/pictures/."""
