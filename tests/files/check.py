#!/usr/bin/env python3
"""Checks the files of packs with other people's programs: poppler, qpdf, three PDF/UA checkers, LibreOffice, a CSVW validator.

    check.py FOLDER

FOLDER holds packs as Caseward writes them: STEM.pdf, STEM.xlsx, STEM.csv, STEM.csv-metadata.json, STEM.html. Every program is also
given a file that was spoilt on purpose, so that one that checks nothing is noticed. Ends with 0 when all checks pass.
"""

import csv
import json
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import page
import pikepdf

HERE = Path(sys.executable).parent
TOLERANCE = 0.05


def run(*command, may_fail=False):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, errors="replace")
    if done.returncode and not may_fail:
        raise AssertionError(f"{command[0]} ended with {done.returncode}:\n{done.stdout[-3000:]}{done.stderr[-1000:]}")
    return done


def need(condition, *said):
    if not condition:
        raise AssertionError(" ".join(str(part) for part in said))


# What a file holds, as table -> row label -> cells.


def squeezed(text):
    """Without spaces: a reader of PDF may lose one where a line ends."""
    return re.sub(r"\s+", "", text)


def number(text):
    """`1,204` and `66.7%` as numbers; a sign as it is."""
    bare = text.replace(",", "").rstrip("%").strip()
    return float(bare) if re.fullmatch(r"-?\d+(\.\d+)?", bare) else bare


def same(one, other):
    if isinstance(one, float) and isinstance(other, float):
        return abs(one - other) <= TOLERANCE
    return one == other


def tables_of_csv(path):
    found, titles = {}, {}
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["unit"] in ("count", "per cent", "days", "none"):
                titles[row["table_id"]] = row["table"]
                found.setdefault(row["table_id"], {}).setdefault(squeezed(row["row"].lstrip("'")), []).append(number(row["value"]))
    need(found, path, "holds no number")
    return found, titles


def words_of_csv(path):
    with open(path, newline="", encoding="utf-8") as file:
        return [row["text"] for row in csv.DictReader(file) if row["text"] and row["unit"] == "text"]


class Tag:
    def __init__(self, name):
        self.name, self.text, self.kids = name, "", []

    def all(self, name):
        for kid in self.kids:
            if kid.name == name:
                yield kid
            else:
                yield from kid.all(name)

    def words(self):
        return self.text + "".join(kid.words() for kid in self.kids)


def tags_of(pdf):
    """The structure tree, as `pdfinfo -struct-text` prints it: a tag a line, text in quotes, deeper by two spaces."""
    root = Tag("root")
    path = [(-1, root)]
    for line in run("pdfinfo", "-struct-text", pdf).stdout.splitlines():
        said = line.strip()
        depth = len(line) - len(line.lstrip())
        if said.startswith('"'):
            path[-1][1].text += said.strip('"')
            continue
        if not said:
            continue
        while path[-1][0] >= depth:
            path.pop()
        tag = Tag(re.split("[ :]", said)[0])
        path[-1][1].kids.append(tag)
        path.append((depth, tag))
    return root


def same_tables(name, found, wanted):
    need(set(found) == set(wanted), name, "rows:", set(found) ^ set(wanted))
    for label, cells in wanted.items():
        got = found[label]
        need(len(got) == len(cells) and all(map(same, got, cells)), f"{name}, {label}: {got} is not {cells}")


# The checks. Each is given the stem of a pack.


def pdf_is_sound(stem):
    """qpdf finds no fault in the PDF"""
    run("qpdf", "--check", f"{stem}.pdf")


def pdf_says_what_it_is(stem):
    """pdfinfo reads a tagged PDF/UA-1 with a title, a language and embedded fonts"""
    pdf = f"{stem}.pdf"
    info = run("pdfinfo", pdf).stdout
    need(re.search(r"^Tagged:\s+yes$", info, re.M), info)
    need(re.search(r"^Title:\s+\S", info, re.M), info)
    need(re.search(r"^PDF subtype:\s+PDF/UA-1", info, re.M) or b"pdfuaid:part>1" in Path(pdf).read_bytes(), info)
    need(re.search(r"^JavaScript:\s+no$", info, re.M) and re.search(r"^Encrypted:\s+no$", info, re.M), info)
    with pikepdf.open(pdf) as document:
        need(str(document.Root.Lang) == "en-GB", "language:", document.Root.Lang)
        need(bool(document.Root.ViewerPreferences.DisplayDocTitle), "the title is not displayed")
    fonts = run("pdffonts", pdf).stdout.splitlines()[2:]
    need(fonts and all("LiberationSans" in font and re.search(r"\syes\s+yes\s+yes\s", font) for font in fonts), *fonts)


def pdf_holds_the_numbers_of_the_csv(stem):
    """pdfinfo -struct-text finds every number of the CSV in a table of the PDF, under its headings"""
    wanted, titles = tables_of_csv(f"{stem}.csv")
    tags = tags_of(f"{stem}.pdf")
    # The table of facts at the beginning has no row of headings.
    tables = [table for table in tags.all("Table") if not next(next(table.all("TR")).all("TD"), None)]
    need(len(tables) == len(wanted), len(tables), "tables in the PDF,", len(wanted), "in the CSV")
    for (name, rows), table in zip(wanted.items(), tables):
        found = {}
        for row in list(table.all("TR"))[1:]:
            label = "".join(cell.words() for cell in row.all("TH"))
            found[squeezed(label)] = [number(cell.words()) for cell in row.all("TD")]
        same_tables(name, found, rows)
    read = squeezed(tags.words())
    headings = [squeezed(tag.words()) for tag in tags.all("H2")]
    need(all(squeezed(title) in headings for title in titles.values()), "headings:", headings)
    for text in words_of_csv(f"{stem}.csv"):
        need(squeezed(text.lstrip("'")) in read, "not in the PDF:", text)


def pdfua_failures(pdf):
    """What each of the three checkers finds in a file."""
    found = {}
    report = run(HERE / "pdfua", "check", pdf, may_fail=True)
    found["pdfua"] = [] if report.returncode == 0 else report.stdout.splitlines()
    # That a human being still has to look is an info, and no finding. TBL-010 guesses that headings were cut to pieces where a table has
    # more headings than numbers, which one column of numbers under a heading has; each heading is read whole above.
    report = run(HERE / "outloud", "--no-info", "--fail-on", "warning", "--skip", "TBL-010", pdf, may_fail=True)
    found["outloud"] = [] if report.returncode == 0 else report.stdout.splitlines()
    report = page.validate_pdf(str(pdf), profile="ua1")
    found["page-validation"] = [f"{failure.rule_id}: {failure.message}" for failure in report.failures]
    return found


def pdf_passes_the_checkers(stem):
    """pdfua, outloud and page-validation find nothing against PDF/UA-1"""
    for checker, failures in pdfua_failures(f"{stem}.pdf").items():
        need(not failures, checker, "\n".join(failures[:40]))


def the_checkers_check(stem):
    """the same checkers find faults once tags, language and title are taken away"""
    with tempfile.TemporaryDirectory() as folder:
        spoilt = Path(folder) / "spoilt.pdf"
        with pikepdf.open(f"{stem}.pdf") as document:
            for key in ("/StructTreeRoot", "/MarkInfo", "/Lang"):
                del document.Root[key]
            document.save(spoilt)
        for checker, failures in pdfua_failures(spoilt).items():
            need(failures, checker, "found nothing in a PDF without tags")


def csv_is_what_its_metadata_says(stem):
    """csvwvalidate accepts the CSV with its metadata, and refuses it with a word among the numbers"""
    run(HERE / "csvwvalidate", f"{stem}.csv-metadata.json")
    with tempfile.TemporaryDirectory() as folder:
        for name in (f"{stem}.csv", f"{stem}.csv-metadata.json"):
            shutil.copy(name, folder)
        spoilt = Path(folder) / Path(f"{stem}.csv").name
        text = spoilt.read_bytes()
        broken = re.sub(rb",\d+,count,\r\n", b",many,count,\r\n", text, count=1)
        need(broken != text, "no number to spoil")
        spoilt.write_bytes(broken)
        refused = run(HERE / "csvwvalidate", Path(folder) / Path(f"{stem}.csv-metadata.json").name, may_fail=True)
        need(refused.returncode != 0, "csvwvalidate accepts a word for a number")
    metadata = json.loads(Path(f"{stem}.csv-metadata.json").read_text(encoding="utf-8"))
    need(metadata["url"] == Path(f"{stem}.csv").name, metadata["url"])


def wrong_units(path):
    """Rows whose unit is not the one that their heading says; what is hidden has the unit of what it hides."""
    with open(path, newline="", encoding="utf-8") as file:
        numbers = [row for row in csv.DictReader(file) if row["value"]]
    is_share = lambda row: row["row"].endswith("(per cent)") or row["column"].endswith("(per cent)")
    need(any(map(is_share, numbers)), path, "has no per cent")
    return [row for row in numbers if is_share(row) != (row["unit"] == "per cent")]


def csv_units_are_what_the_headings_say(stem):
    """every number under a heading in per cent has that unit, hidden ones too, and a wrong unit is noticed"""
    wrong = wrong_units(f"{stem}.csv")
    need(not wrong, len(wrong), "wrong units, the first:", wrong[:1])
    with tempfile.TemporaryDirectory() as folder:
        spoilt = Path(folder) / "spoilt.csv"
        text = Path(f"{stem}.csv").read_bytes()
        for sign in (rb"\[c\]", rb"[\d.]+"):
            broken, times = re.subn(b"(," + sign + b"),per cent,\r\n", rb"\1,count,\r\n", text, count=1)
            spoilt.write_bytes(broken)
            need(not times or len(wrong_units(spoilt)) == 1, "a wrong unit was not noticed")


NAMES = {
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
}


def workbook_holds_the_numbers_of_the_csv(stem):
    """LibreOffice opens the workbook, finds no formula in it, real dates, and the numbers of the CSV"""
    wanted, _ = tables_of_csv(f"{stem}.csv")
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation=file://{folder}/profile"
        run("soffice", profile, "--headless", "--convert-to", "fods", "--outdir", folder, f"{stem}.xlsx")
        tree = ElementTree.parse(Path(folder) / Path(f"{stem}.fods").name)
    qualified = lambda name: "{%s}%s" % (NAMES[name.split(":")[0]], name.split(":")[1])
    formulas = [cell for cell in tree.iter() if qualified("table:formula") in cell.attrib]
    need(not formulas, len(formulas), "formula cells")
    sheets = {}
    dates = 0
    for sheet in tree.iter(qualified("table:table")):
        rows = []
        for row in sheet.iter(qualified("table:table-row")):
            cells = []
            for cell in row.findall("table:table-cell", NAMES):
                kind = cell.get(qualified("office:value-type"))
                dates += kind == "date"
                words = "".join("".join(part.itertext()) for part in cell.findall("text:p", NAMES))
                said = float(cell.get(qualified("office:value"))) if kind in ("float", "percentage") else words
                cells += [said] * min(int(cell.get(qualified("table:number-columns-repeated"), 1)), 100)
            rows.append(cells)
        sheets[sheet.get(qualified("table:name"))] = rows
    need(dates == 3, dates, "dates on the cover")
    need({"cover", "contents", "notes"} <= set(sheets), *sheets)
    for name, rows in wanted.items():
        # A title, a finding, a link to the notes, the headings.
        found = {squeezed(row[0]): row[1 : 1 + len(next(iter(rows.values())))] for row in sheets[name][4:] if row and row[0] != ""}
        same_tables(name, found, rows)


CHECKS = [
    pdf_is_sound,
    pdf_says_what_it_is,
    pdf_holds_the_numbers_of_the_csv,
    pdf_passes_the_checkers,
    the_checkers_check,
    csv_is_what_its_metadata_says,
    csv_units_are_what_the_headings_say,
    workbook_holds_the_numbers_of_the_csv,
]


def main(folder):
    stems = sorted(path.with_suffix("") for path in Path(folder).resolve().glob("*.pdf"))
    passed = failed = 0
    for stem in stems:
        print(stem.name)
        for check in CHECKS:
            try:
                check(stem)
                passed += 1
                print(f"  ok: {check.__doc__}")
            except Exception as error:  # noqa: BLE001 - whatever it is, the other checks go on
                failed += 1
                print(f"  FAILED: {check.__doc__}\n    {type(error).__name__}: {error}")
    print(f"# pass {passed}\n# fail {failed}")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
