"""Mutate the example again and again and count what is told of it: `python -m tools.fuzz check 5000`.

Whatever fails is printed with its number: `--first NUMBER` with one run makes it again.
"""

from __future__ import annotations

import argparse

from tests.hostile.fuzzing import MODES, fuzz


def main() -> None:
    """Mutate, and print by family how many runs there were, how many passed the first gate, and what failed."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("mode", choices=MODES)
    parser.add_argument("runs", type=int)
    parser.add_argument("--first", type=int, default=0, metavar="NUMBER")
    options = parser.parse_args()
    print(fuzz(MODES[options.mode], options.first, options.runs))


if __name__ == "__main__":
    main()
