#!/usr/bin/env python3
"""Draws a sample for audit again from the list that Caseward exported, with nothing but hashlib.

    python3 redraw_sample.py LIST.csv --seed "the seed" --size 12 --allocation proportionate

Prints the references that are drawn, one a line, by stratum and rank. Ends with 1 if the list marks other cases as drawn.
Written apart from the program: it reads only the columns reference, stratum and left_out_because, and compares with drawn.
"""

import argparse
import csv
import hashlib
import sys
from fractions import Fraction


def places(sizes, size, allocation):
    """How many places each stratum gets; strata in the order of their names."""
    given = {name: 0 for name in sizes}
    for _ in range(size):
        open_ones = [name for name in sizes if given[name] < sizes[name]]
        if not open_ones:
            sys.exit("There are fewer cases than places.")
        if allocation == "equal":
            chosen = min(open_ones, key=lambda name: given[name])
        else:
            chosen = max(open_ones, key=lambda name: Fraction(sizes[name], 2 * given[name] + 1))
        given[chosen] += 1
    return given


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("list")
    parser.add_argument("--seed", required=True)
    parser.add_argument("--size", type=int, required=True)
    parser.add_argument("--allocation", choices=["proportionate", "equal"], default="proportionate")
    asked = parser.parse_args()
    with open(asked.list, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    strata = {}
    for row in rows:
        if row["left_out_because"] == "":
            strata.setdefault(row["stratum"], []).append(row["reference"])
    names = sorted(strata, key=lambda name: name.encode("utf-8"))
    given = places({name: len(strata[name]) for name in names}, asked.size, asked.allocation)
    drawn = []
    for name in names:
        rank = lambda reference: hashlib.sha256(f"{asked.seed}\n{reference}".encode("utf-8")).hexdigest()
        drawn += sorted(strata[name], key=rank)[: given[name]]
    print("\n".join(drawn))
    marked = {row["reference"] for row in rows if row["drawn"] == "yes"}
    if marked != set(drawn):
        sys.exit("The list marks other cases as drawn.")


main()
