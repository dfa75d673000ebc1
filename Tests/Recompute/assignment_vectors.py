"""Recomputes the published vectors of docs/assignment.md; exit status 1 when one does not hold."""
import hashlib, pathlib, re, sys

page = pathlib.Path(__file__).parents[2] / "docs" / "assignment.md"
rows = [[cell.strip(" `") for cell in line.split("|")[1:-1]] for line in page.read_text().splitlines()
        if re.match(r"\| `[0-9a-f]{8}-", line)]
wrong = 0
for worker, salt, experiment, variants, point, variant in rows:
    number = int.from_bytes(hashlib.sha256(f"{salt}\n{experiment}\n{worker}".encode()).digest()[:8], "big")
    shares = [(name, int(weight)) for name, weight in (part.split(":") for part in variants.split())]
    place = number % sum(weight for _, weight in shares)
    found = next(name for k, (name, _) in enumerate(shares) if place < sum(weight for _, weight in shares[: k + 1]))
    wrong += (str(number), found) != (point, variant)
print(f"{len(rows)} vectors, {wrong} of them wrong")
sys.exit(1 if wrong or not rows else 0)
