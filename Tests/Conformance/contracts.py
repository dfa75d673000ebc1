#!/usr/bin/env python3
"""Checks docs/contracts with tools that share no code with Guildhall.

1. docs/contracts/asyncapi.json against the official JSON Schema of AsyncAPI 3.0.0, found in
   $GUILDHALL_SHARED/conformance/asyncapi/3.0.0.json (default ../shared); every $ref in it resolves.
2. Every schema is a valid JSON Schema (draft 7), and every sample is valid by its own.
3. Broken variants of every sample are judged alike by the schema and by `guildhall contracts check`, if the program
   has been built ($GUILDHALL, or .build/release/guildhall, or .build/debug/guildhall).
4. The ids and partitions of docs/contracts/README.md, by the Python code printed there.

Exit status: 0 all good, 1 something is wrong, 2 the official schema is not there.
"""
import copy
import json
import os
import re
import subprocess
import sys
import warnings
from pathlib import Path

import jsonschema

warnings.simplefilter("ignore", DeprecationWarning)

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs" / "contracts"
SHARED = Path(os.environ.get("GUILDHALL_SHARED", ROOT.parent / "shared"))
problems = []


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def problem(text):
    problems.append(text)
    print(f"  WRONG {text}")


def resolve(document, reference):
    node = document
    for part in reference.removeprefix("#/").split("/"):
        node = node[part.replace("~1", "/").replace("~0", "~")]
    return node


def references(node):
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        for value in node.values():
            yield from references(value)
    elif isinstance(node, list):
        for value in node:
            yield from references(value)


def official_schema():
    """The official schema, or None; every part of it has an id of its own, by which the others refer to it."""
    path = SHARED / "conformance" / "asyncapi" / "3.0.0.json"
    return load(path) if path.exists() else None


def check_asyncapi(official):
    document = load(DOCS / "asyncapi.json")
    store = {name: part for name, part in official["definitions"].items()}
    resolver = jsonschema.RefResolver.from_schema(official, store=store)
    validator = jsonschema.Draft7Validator(official, resolver=resolver)
    errors = sorted(validator.iter_errors(document), key=lambda error: list(error.absolute_path))
    for error in errors[:20]:
        problem(f"asyncapi.json: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
    count = 0
    for reference in references(document):
        count += 1
        try:
            resolve(document, reference)
        except (KeyError, TypeError):
            problem(f"asyncapi.json: {reference} leads nowhere")
    unbound = [name for name, channel in document["channels"].items()
               if channel.get("bindings", {}).get("amqp", {}).get("bindingVersion") != "0.3.0"]
    for name in unbound:
        problem(f"asyncapi.json: channel {name} has no AMQP binding 0.3.0")
    for name, message in document["components"]["messages"].items():
        schema = resolve(document, message["payload"]["$ref"])
        for example in message["examples"]:
            for error in jsonschema.Draft7Validator(schema).iter_errors(example["payload"]):
                problem(f"asyncapi.json: example of {name}: {error.message[:200]}")
    # A validator that takes everything proves nothing: a wrong document must be refused.
    for spoil in (lambda d: d.pop("info"), lambda d: next(iter(d["channels"].values()))["bindings"]["amqp"].pop("exchange")):
        wrong = copy.deepcopy(document)
        spoil(wrong)
        if validator.is_valid(wrong):
            problem("the official schema takes a document that is wrong on purpose: the check proves nothing")
    print(f"asyncapi.json: {len(document['channels'])} channels, {len(document['operations'])} operations, "
          f"{count} references, {len(errors)} errors by the official schema of AsyncAPI 3.0.0")


def check_samples():
    schemas = {}
    paths = sorted((DOCS / "schemas").glob("*.json"))
    for path in paths:
        schema = load(path)
        jsonschema.Draft7Validator.check_schema(schema)
        sample = load(DOCS / "samples" / path.name)
        validator = jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker())
        for error in validator.iter_errors(sample):
            problem(f"samples/{path.name}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
        schemas[path.name] = (validator, sample)
    if not paths or {p.name for p in (DOCS / "samples").glob("*.json")} != set(schemas):
        problem("schemas and samples do not pair up")
    print(f"schemas and samples: {len(paths)} pairs checked")
    return schemas


def leaves(node, path=()):
    for key, value in node.items() if isinstance(node, dict) else enumerate(node):
        yield path + (key,), value
        if isinstance(value, (dict, list)):
            yield from leaves(value, path + (key,))


def variants(sample):
    """(name, event): each field of the data absent, null, and of every other type; numbers and texts out of range."""
    def changed(path, value=None, remove=False):
        event = copy.deepcopy(sample)
        node = event
        for key in path[:-1]:
            node = node[key]
        if remove:
            del node[path[-1]]
        else:
            node[path[-1]] = value
        return event

    for path, value in list(leaves(sample["data"], ("data",))) + [(("data",), sample["data"])]:
        name = ".".join(map(str, path))
        if not isinstance(path[-1], int):
            yield f"{name} absent", changed(path, remove=True)
        others = [None, True, 7, -7, 1.5, 10**19, -10**19, "", "text", "\u00e9\u4e16\u0001", "x" * 70000, [], {}, [1], {"a": 1}]
        for other in others:
            if type(other) is not type(value) or other != value:
                yield f"{name} = {json.dumps(other)[:40]}", changed(path, other)
    yield "an unknown field", changed(("data", "unheardOf"), {"deeply": [1, 2.5, None]})


# Rules between fields, and what is inside a text, are more than a schema of this draft can say.
BEYOND = re.compile(r"must lie between|must be greater than minimum|must not be before|must be the currency of gross"
                    r"|must be a JSON object as text|U\+0000")


def check_agreement(schemas):
    candidates = [os.environ.get("GUILDHALL"), ROOT / ".build/release/guildhall", ROOT / ".build/debug/guildhall"]
    program = next((str(c) for c in candidates if c and Path(c).exists()), None)
    if program is None:
        print("broken variants: not compared, since the guildhall program has not been built")
        return
    cases = [(name, label, event) for name, (_, sample) in schemas.items() for label, event in variants(sample)]
    text = "\n".join(json.dumps(event) for _, _, event in cases)
    run = subprocess.run([program, "contracts", "check", "-"], input=text, capture_output=True, text=True, check=False)
    lines = [json.loads(line) for line in run.stdout.splitlines()]
    if len(lines) != len(cases):
        problem(f"guildhall contracts check answered {len(lines)} of {len(cases)} events: {run.stderr[:300]}")
        return
    refused = 0
    for (name, label, event), line in zip(cases, lines):
        by_schema = schemas[name][0].is_valid(event)
        beyond = not line["ok"] and all(BEYOND.search(error) for error in line["errors"])
        refused += not line["ok"]
        if by_schema != line["ok"] and not (by_schema and beyond):
            problem(f"{name}: {label}: the schema says {by_schema}, the program {line['ok']} {line['errors'][:2]}")
    print(f"broken variants: {len(cases)} judged alike by the schemas and the program, {refused} of them refused")


def check_vectors():
    text = (DOCS / "README.md").read_text(encoding="utf-8")
    names = {}
    exec(re.search(r"```python\n(.*?)```", text, re.S).group(1), names)  # the code that the page tells readers to use
    rows = re.findall(r"^\| `([^`]+)` \| `([^`]+)` \| `([0-9a-f-]{36})` \| (\d\d) \|$", text, re.M)
    for source, worker, contractor, partition in rows:
        found = names["contractor"](source, worker)
        if str(found) != contractor or names["partition"](found) != int(partition):
            problem(f"README.md: {source} {worker}: Python has {found} in {names['partition'](found)}")
    if len(rows) < 10:
        problem(f"README.md: only {len(rows)} vectors")
    print(f"README.md: {len(rows)} contractors and partitions computed again")


def main():
    official = official_schema()
    if official is None:
        print(f"the official AsyncAPI schema is not at {SHARED}/conformance/asyncapi/3.0.0.json; set GUILDHALL_SHARED")
    else:
        check_asyncapi(official)
    schemas = check_samples()
    check_agreement(schemas)
    check_vectors()
    if problems:
        print(f"{len(problems)} wrong")
        return 1
    return 0 if official is not None else 2


if __name__ == "__main__":
    sys.exit(main())
