"""Recomputes the published vectors of docs/assignment.md; exit status 1 when one does not hold."""
import hashlib, pathlib, re, sys

def point(*texts):
    return int.from_bytes(hashlib.sha256("\n".join(texts).encode()).digest()[:8], "big")

def variant(unit, salt, experiment, variants, namespace="-", places="-"):
    if namespace != "-":
        first, end = map(int, places.split("-"))
        if not first <= point(namespace, unit) % 100 < end:
            return "-"
    shares = [(name, int(weight)) for name, weight in (part.split(":") for part in variants.split())]
    ticks = [name for name, weight in shares for _ in range(weight)]
    return ticks[point(salt, experiment, unit) % len(ticks)]

page = (pathlib.Path(__file__).parents[2] / "docs" / "assignment.md").read_text(encoding="utf-8").splitlines()
lines = [line for line in page if re.match(r"\| (`[0-9a-f]{8}-|\d)", line)]
rows = [[cell.strip(" `") for cell in line.split("|")[1:-1]] for line in lines]
plain, shared = [row for row in rows if len(row) == 6], [row for row in rows if len(row) == 10]
wrong = [row for row in plain if (str(point(row[1], row[2], row[0])), variant(*row[:4])) != (row[4], row[5])]
wrong += [row for row in shared if variant(row[2], *row[6:9], row[3], row[4]) != row[9]]
wrong += [row for row in shared if row[3] != "-" and str(point(row[3], row[2]) % 100) != row[5]]
print(f"{len(plain)} vectors of workers, {len(shared)} of namespaces and clients, {len(wrong)} of them wrong", *wrong)
sys.exit(1 if wrong or not plain or not shared else 0)
