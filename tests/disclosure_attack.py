#!/usr/bin/env python3
"""An attack on published tables, written apart from the program that published them and with another solver (HiGHS).

Reads JSON lines from `cargo run -p caseward-disclosure --example releases`. From what was published it works out the interval in which
each `[c]` is known to lie: printed numbers and what rounding lets them stand for, headings and how they add up, cells that tables
share, every edition of a series, and what was open before and after with what opened and closed between. It is told more than a reader: which hidden cells are small. Only then is the truth opened, to say
whether an interval is narrower than the rule allows. Ends with 1 and the names of the tables if any is.

The rule: a cell that is 1 to T may be anything from 1 to T. Any other hidden cell, one that is none too, may have at least T values. The
difference of a cell between two editions is none, or beyond T, or may have at least T values (with rounding: as many as the base). 
Where quarters, their year and what stood open leave no room for the first of these, the publisher says so of the cell (it is "untold"):
then not even the attacker is told that it is small, and at least T values must be possible. How many there are is printed.

    pip install scipy
    python3 tests/disclosure_attack.py                      500 tables, 25 series and 25 registers, made here
    python3 tests/disclosure_attack.py --full               10,000 tables, 500 series and 500 registers
    python3 tests/disclosure_attack.py --file releases.jsonl
"""

import argparse
import itertools
import json
import multiprocessing
import pathlib
import subprocess
import sys
import time

import numpy
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_matrix

INFINITY = numpy.inf
FAR = 1e6


def nodes(category, parts_of, found):
    """The categories of a dimension in the order of printing, and the parts of each."""
    place = len(found)
    found.append(category["name"])
    parts_of[place] = [nodes(part, parts_of, found) for part in category.get("parts", [])]
    return place


class Reader:
    """Everything that a reader of these tables knows, as bounds and sums over numbered cells."""

    def __init__(self, tables):
        self.cells, self.low, self.high, self.hidden = {}, [], [], {}
        self.sums, self.series, self.place = [], {}, []
        for table in tables:
            self.read(table)
        self.every_quarter()
        self.differences = []
        self.subtract(tables)

    def cell(self, key):
        if key not in self.cells:
            self.cells[key] = len(self.low)
            self.low.append(0)
            self.high.append(INFINITY)
        return self.cells[key]

    def read(self, table):
        shape, names, parts = [], [], []
        for dimension in table["dimensions"]:
            found, parts_of = [], {}
            nodes(dimension["total"], parts_of, found)
            shape.append(len(found))
            # A quarter is a part of all time: its name narrows a cell, as a category does.
            names.append([(dimension["name"], name) if node or dimension.get("part") else None for node, name in enumerate(found)])
            parts.append(parts_of)
        population = table["population"]
        self.series[population["name"], population["edition"]] = population["series"]
        numbered = numpy.empty(shape, dtype=int)
        limit, base = table["hidden_to"], table["rounded_to"]
        for at, printed in zip(itertools.product(*map(range, shape)), table["cells"]):
            narrowed = frozenset(names[axis][node] for axis, node in enumerate(at) if names[axis][node])
            number = numbered[at] = self.cell((population["name"], population["edition"], narrowed))
            if printed == "[c]":
                self.hidden[number] = limit
            elif printed == "0":
                self.high[number] = 0
            else:
                shown = int(printed)
                self.low[number] = max(self.low[number], shown - base // 2, limit + 1)
                self.high[number] = min(self.high[number], shown + (base - 1) // 2)
        for axis, parts_of in enumerate(parts):
            for total, below in parts_of.items():
                for at in itertools.product(*(range(size) for other, size in enumerate(shape) if other != axis)) if below else ():
                    cell = lambda node: numbered[at[:axis] + (node,) + at[axis:]]
                    self.sums.append((cell(total), [cell(part) for part in below]))
        self.place.append((table["title"], numbered, names))

    def every_quarter(self):
        """Of a register: open before each quarter and opened is as much as closed and open after, whether its publisher thought of that or
        not. Both are the same unknown number, and a cell that is printed nowhere may be anything."""
        for name in {name[: -len(" open")] for name, _ in self.series if name.endswith(" open")}:
            for quarter in range(1, 5):
                during = frozenset([("Period", f"Q{quarter}")])
                stock = [self.cell((name + " open", edition, frozenset())) for edition in (quarter - 1, quarter)]
                flow = [self.cell((name + what, 0, during)) for what in (" opened", " closed")]
                self.low.append(0)
                self.high.append(INFINITY)
                self.sums += [(len(self.low) - 1, [stock[0], flow[0]]), (len(self.low) - 1, [stock[1], flow[1]])]

    def subtract(self, tables):
        limit, base = tables[-1]["hidden_to"], tables[-1]["rounded_to"]
        editions = {}
        for (name, edition, narrowed), number in self.cells.items():
            editions.setdefault((name, narrowed), []).append((edition, number))
        for (name, _), found in editions.items():
            found.sort()
            # Of editions that were published: what changed since one that never was is no more than what opened and closed.
            published = [(edition, number) for edition, number in found if (name, edition) in self.series]
            for (_, before), (edition, after) in itertools.combinations(published, 2):
                kind = self.series[name, edition]
                if kind != "apart":
                    self.low.append(0 if kind == "cumulative" else -INFINITY)
                    self.high.append(INFINITY)
                    self.sums.append((after, [before, len(self.low) - 1]))
                    self.differences.append((len(self.low) - 1, after, limit, min(base, limit) if base > 1 else limit))

    def name(self, number):
        for title, numbered, names in self.place:
            found = numpy.argwhere(numbered == number)
            if len(found):
                return title + ": " + ", ".join(names[axis][node][1] for axis, node in enumerate(found[0]) if names[axis][node])
        return "?"


def told(reader, truth, untold):
    """What the attacker is told beyond the print: a small cell is 1 to T; none to T where it stands below a small total or is none."""
    low, high = list(reader.low), list(reader.high)
    for number, limit in reader.hidden.items():
        if truth[number] <= limit and number not in untold:
            low[number], high[number] = (1 if truth[number] else 0), limit
    below = {}
    for total, parts in reader.sums:
        below.setdefault(total, []).append([part for part in parts if part in reader.hidden])
    open_totals = [number for number, limit in reader.hidden.items() if truth[number] <= limit]
    for total in open_totals:
        for parts in below.get(total, []):
            if len(parts) > 1:
                for part in parts:
                    low[part] = 0
    return low, high


class Attack:
    """Least and greatest value of each cell that the rest leaves open, in whole numbers."""

    def __init__(self, reader, low, high):
        self.low, self.high = numpy.array(low, dtype=float), numpy.array(high, dtype=float)
        self.settle(reader.sums)
        self.open = numpy.flatnonzero(self.low < self.high)
        free = {int(cell): at for at, cell in enumerate(self.open)}
        rows, columns, values, right = [], [], [], []
        for total, parts in reader.sums:
            terms = [(total, -1.0)] + [(part, 1.0) for part in parts]
            if any(cell in free for cell, _ in terms):
                for cell, by in terms:
                    if cell in free:
                        rows.append(len(right))
                        columns.append(free[cell])
                        values.append(by)
                right.append(-sum(by * self.low[cell] for cell, by in terms if cell not in free))
        self.right = numpy.array(right)
        self.matrix = coo_matrix((values, (rows, columns)), shape=(len(right), len(free))).tocsr()

    def settle(self, sums):
        """A cell that is the only open one in a sum is known: no solver is needed for it."""
        moved = True
        while moved:
            moved = False
            for total, parts in sums:
                cells = [total, *parts]
                free = [cell for cell in cells if self.low[cell] < self.high[cell]]
                if len(free) == 1:
                    cell = free[0]
                    rest = self.low[total] * (cell != total) - sum(self.low[part] for part in parts if part != cell)
                    self.low[cell] = self.high[cell] = rest if cell != total else -rest
                    moved = True

    def table(self, goal):
        """A whole table that agrees with everything published and makes the goal least, as an array over the open cells."""
        low, high = self.low[self.open], self.high[self.open]
        # Bounded on the far side, so that no answer runs away.
        bounds = Bounds(numpy.where(numpy.isinf(low), -FAR, low), numpy.where(numpy.isinf(high), FAR, high))
        sums = LinearConstraint(self.matrix, self.right, self.right)
        answer = milp(goal, constraints=sums, bounds=bounds)
        if answer.x is not None and numpy.abs(answer.x - answer.x.round()).max() > 1e-6:
            answer = milp(goal, constraints=sums, bounds=bounds, integrality=numpy.ones(len(goal)))
        if answer.x is None:
            raise RuntimeError(f"no table agrees with what was published: {answer.message}")
        return answer.x.round()

    def intervals(self, wide):
        """The interval of each cell. Once `wide` says that what was found is wide enough, it is not pursued: a few tables that move many
        cells at once settle most of them, and the rest are pursued to their very ends, one by one."""
        least, most = self.low.copy(), self.high.copy()
        if not len(self.open):
            return least, most
        least[self.open], most[self.open] = INFINITY, -INFINITY
        at = {int(cell): place for place, cell in enumerate(self.open)}

        def see(goal):
            point = self.table(goal)
            least[self.open] = numpy.minimum(least[self.open], point)
            most[self.open] = numpy.maximum(most[self.open], point)

        narrow = [cell for cell in wide if cell in at]
        for way in (1, -1, 1, -1, 1, -1):
            narrow = [cell for cell in narrow if not wide[cell](least[cell], most[cell])]
            if narrow:
                goal = numpy.zeros(len(self.open))
                goal[[at[cell] for cell in narrow]] = way * numpy.linspace(1, 2, len(narrow))
                see(goal)
        for cell in narrow:
            for way in (1, -1):
                if not wide[cell](least[cell], most[cell]):
                    goal = numpy.zeros(len(self.open))
                    goal[at[cell]] = way
                    see(goal)
        return least, most


def attack(pair):
    """Attacks one line of releases; gives its name, how many cells (and untold ones) and changes were attacked, and what leaks."""
    published, opened = map(json.loads, pair)
    assert published["release"] == opened["truth"]
    name, tables = published["release"], published["tables"]
    if not tables:
        return name, 0, 0, 0, []
    reader = Reader(tables)
    truth = {}
    for (_, numbered, _), counts in zip(reader.place, opened["counts"]):
        truth.update(zip(numbered.ravel().tolist(), counts))
    untold = {int(numbered.ravel()[cell]) for (_, numbered, _), cells in zip(reader.place, opened.get("untold", [])) for cell in cells}
    leaks = []
    for number, count in truth.items():
        if number not in reader.hidden and not reader.low[number] <= count <= reader.high[number]:
            leaks.append(f"{reader.name(number)} is printed wrongly")
    solver = Attack(reader, *told(reader, truth, untold))
    small = lambda limit: lambda low, high: low <= 1 and high >= limit
    cover = lambda limit: lambda low, high: high - low + 1 >= limit
    is_small = lambda number, limit: 0 < truth[number] <= limit and number not in untold
    wide = {number: (small if is_small(number, limit) else cover)(limit) for number, limit in reader.hidden.items()}
    wide.update({number: cover(values) for number, _, _, values in reader.differences})
    least, most = solver.intervals(wide)
    changes = {number: after for number, after, *_ in reader.differences}
    telling = {number: limit for number, _, limit, _ in reader.differences}
    for number, is_wide in wide.items():
        low, high = least[number], most[number]
        harmless = number in changes and (low == high == 0 or low > telling[number] or high < -telling[number])
        if not is_wide(low, high) and not harmless:
            which = f"the change in {reader.name(changes[number])}" if number in changes else reader.name(number)
            leaks.append(f"{which} is known to lie from {low:.0f} to {high:.0f}")
    return name, len(reader.hidden), len(untold), len(reader.differences), leaks


def leak_is_seen():
    """An attacker who finds nothing must be one who can: a row of which everything but one cell is shown."""
    total = {"name": "All", "parts": [{"name": "a"}, {"name": "b"}]}
    table = {"title": "known leak", "population": {"name": "People", "edition": 1, "series": "apart"}, "hidden_to": 5, "rounded_to": 1,
             "dimensions": [{"name": "Letter", "total": total}], "cells": ["23", "[c]", "20"]}
    pair = {"release": "known leak", "tables": [table]}, {"truth": "known leak", "counts": [[23, 3, 20]]}
    return len(attack(tuple(map(json.dumps, pair)))[-1]) == 1


def made_here(tables, series, registers, seed):
    root = pathlib.Path(__file__).resolve().parent.parent
    command = ["cargo", "run", "-q", "-p", "caseward-disclosure", "--example", "releases", "--",
               "--tables", str(tables), "--series", str(series), "--registers", str(registers), "--seed", str(seed)]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as making:
        yield from making.stdout
    if making.returncode:
        raise SystemExit("the releases could not be made")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--file", type=pathlib.Path)
    arguments.add_argument("--full", action="store_true")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--workers", type=int, default=2)
    asked = arguments.parse_args()
    if not leak_is_seen():
        sys.exit("The attacker no longer finds a leak that is there")
    if asked.file:
        lines = asked.file.open(encoding="utf-8")
    else:
        lines = made_here(*((10_000, 500, 500) if asked.full else (500, 25, 25)), asked.seed)
    lines = iter(lines)
    started = time.perf_counter()
    count, hidden, untold, differences, leaking = 0, 0, 0, 0, []
    with multiprocessing.Pool(asked.workers) as pool:
        for name, cells, unsaid, changes, leaks in pool.imap_unordered(attack, zip(lines, lines), chunksize=8):
            count, hidden, untold, differences = count + 1, hidden + cells, untold + unsaid, differences + changes
            if leaks:
                leaking.append(name)
                for leak in leaks:
                    print(f"{name}: {leak}")
    print(f"{count} releases attacked, {hidden} hidden cells ({untold} untold), {differences} differences, {len(leaking)} releases leak, "
          f"{time.perf_counter() - started:.0f} s")
    if not count:
        print("Nothing was attacked: the file is empty")
    sys.exit(0 if count and not leaking else 1)


if __name__ == "__main__":
    main()
