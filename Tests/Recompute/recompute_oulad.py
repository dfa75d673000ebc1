#!/usr/bin/env python3
"""Recomputes from the OULAD files every figure that the suite reports after a replay of them.

Plain Python over the CSV files: it shares no code with the services, so that an agreement of both means something.

    recompute_oulad.py DIR                                   prints the figures as JSON
    recompute_oulad.py DIR --as-of 2014-12-31                rehire figures for other days
    recompute_oulad.py DIR --compare RECONCILE.json          prints every difference; exit status 1 if there is one
    recompute_oulad.py DIR --awards FILE --premiums FILE     one line a credential, one line a premium use
"""
import argparse
import calendar
import csv
import json
import os
import sys
from bisect import bisect_right
from collections import Counter, defaultdict
from datetime import date, timedelta
from fractions import Fraction

FIRST_DAY = {
    "2013B": date(2013, 2, 1),
    "2013J": date(2013, 10, 1),
    "2014B": date(2014, 2, 1),
    "2014J": date(2014, 10, 1),
}
PASS_MARK = Fraction(40)
VALIDITY_MONTHS = 12
PREMIUM_USES = 2
WINDOW_DAYS = 90


def rows(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def months_later(day, months):
    """The same day of the month, clamped to the month's last day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


class Engagement:
    """A person in an offering: when accepted, when started or cancelled, when and how it ended."""

    def __init__(self, row, last_day):
        module, presentation, self.person = row["code_module"], row["code_presentation"], row["id_student"]
        self.offering = (module, presentation)
        self.id = f"oulad:{module}:{presentation}:{self.person}"
        first = FIRST_DAY[presentation]
        left = first + timedelta(int(row["date_unregistration"])) if row["date_unregistration"] else None
        if row["date_registration"]:
            self.accepted = first + timedelta(int(row["date_registration"]))
        else:
            self.accepted = first if left is None else min(first, left)
        self.start = max(self.accepted, first)
        if left is not None and left < self.start:
            self.status, self.end, self.start = "cancelled", left, None
        elif left is not None and left < last_day:
            self.status, self.end, self.reason = "ended", left, "withdrawn"
        else:
            self.status, self.end, self.reason = "ended", last_day, "completed"


def read_engagements(folder, last_days):
    registrations = {}
    for row in rows(folder, "studentRegistration.csv"):
        registrations[row["code_module"], row["code_presentation"], row["id_student"]] = row
    engagements = []
    for row in rows(folder, "studentInfo.csv"):
        key = row["code_module"], row["code_presentation"], row["id_student"]
        engagements.append(Engagement(registrations.pop(key), last_days[key[:2]]))
    if registrations:
        sys.exit(f"{len(registrations)} registrations have no person")
    return engagements


def read_weights(folder):
    """For each offering the exact weight of each assessment that counts."""
    weights, offering_of = defaultdict(dict), {}
    for row in rows(folder, "assessments.csv"):
        offering = row["code_module"], row["code_presentation"]
        offering_of[row["id_assessment"]] = offering
        if row["assessment_type"] != "Exam":
            weights[offering][row["id_assessment"]] = Fraction(row["weight"])
    for offering, own in weights.items():
        if not any(own.values()):
            weights[offering] = {assessment: Fraction(1) for assessment in own}
    return weights, offering_of


def award_days(folder, weights, offering_of, counts):
    """The day of each credential by (person, offering): the first on which the weighted mean reaches the mark."""
    results, seen = defaultdict(list), set()
    for row in rows(folder, "studentAssessment.csv"):
        key = row["id_assessment"], row["id_student"]
        if key in seen:
            sys.exit(f"two results of {key}")
        seen.add(key)
        if row["score"] == "":
            counts["missing-field"] += 1
            continue
        counts["accepted"] += 1
        offering = offering_of[row["id_assessment"]]
        weight = weights[offering].get(row["id_assessment"])
        if weight is None:
            continue
        day = FIRST_DAY[offering[1]] + timedelta(int(row["date_submitted"]))
        results[row["id_student"], offering].append((day, weight * Fraction(row["score"])))
    awards = {}
    for (person, offering), own in results.items():
        total, reached = sum(weights[offering].values()), Fraction(0)
        for day, points in sorted(own):
            reached += points
            if reached >= PASS_MARK * total:
                awards[person, offering] = day
                break
    return awards


def premium_uses(engagements, awards):
    """Pairs of (engagement, credential), engagements in order of start, the oldest credential with a use left."""
    credentials = defaultdict(list)
    for (person, offering), day in awards.items():
        credentials[person].append((day, f"{offering[0]}-{offering[1]}"))
    left = {(person, name): PREMIUM_USES for person, own in credentials.items() for _, name in own}
    uses = []
    started = (engagement for engagement in engagements if engagement.start is not None)
    for engagement in sorted(started, key=lambda engagement: (engagement.start, engagement.id)):
        for day, name in sorted(credentials.get(engagement.person, [])):
            inside = day < engagement.start < months_later(day, VALIDITY_MONTHS)
            if inside and left[engagement.person, name] > 0:
                left[engagement.person, name] -= 1
                uses.append((engagement, name))
                break
    return uses


def rehire(engagements, as_of):
    """The share of ended engagements whose contractor started again in the window, open windows left out."""
    starts = defaultdict(list)
    for engagement in engagements:
        if engagement.start is not None:
            starts[engagement.person].append(engagement.start)
    for own in starts.values():
        own.sort()
    window, eligible, rehired, censored = timedelta(WINDOW_DAYS), 0, 0, 0
    for engagement in engagements:
        if engagement.start is None or engagement.end > as_of:
            continue
        if engagement.end + window > as_of:
            censored += 1
            continue
        eligible += 1
        own = starts[engagement.person]
        following = bisect_right(own, engagement.end)
        rehired += following < len(own) and own[following] <= engagement.end + window
    return {
        "as_of": as_of.isoformat(),
        "window_days": WINDOW_DAYS,
        "eligible": eligible,
        "rehired": rehired,
        "censored": censored,
    }


def recompute(folder, as_of_days):
    last_days = {}
    for row in rows(folder, "courses.csv"):
        offering = row["code_module"], row["code_presentation"]
        last_days[offering] = FIRST_DAY[offering[1]] + timedelta(int(row["module_presentation_length"]))
    engagements = read_engagements(folder, last_days)
    weights, offering_of = read_weights(folder)
    results = Counter()
    awards = award_days(folder, weights, offering_of, results)
    uses = premium_uses(engagements, awards)
    statuses = Counter(engagement.status for engagement in engagements)
    # accepted, then started and ended or cancelled
    revisions = sum(2 if engagement.status == "cancelled" else 3 for engagement in engagements)
    opt_ins = len(engagements)
    refused = results["missing-field"]
    accepted = revisions + opt_ins + results["accepted"]
    report = {
        "received": accepted + refused,
        "accepted": accepted,
        "refused": refused,
        "refused_by_reason": {"missing-field": refused},
        "received_by_type": {
            "guildhall.assessment-result.recorded.v1": results["accepted"] + refused,
            "guildhall.consent.recorded.v1": opt_ins,
            "guildhall.engagement.recorded.v1": revisions,
        },
        "contractors": len({engagement.person for engagement in engagements}),
        "engagements": dict(statuses),
        "end_reasons": dict(Counter(e.reason for e in engagements if e.status == "ended")),
        "results": {"accepted": results["accepted"], "refused": refused},
        "credentials": dict(Counter(offering[0] for _, offering in awards)),
        "credentials_by_offering": dict(Counter("-".join(offering) for _, offering in awards)),
        "premium_uses": len(uses),
        "rehire": [rehire(engagements, day) for day in as_of_days],
    }
    return report, engagements, awards, uses


def differences(ours, theirs, path=""):
    """Every figure of ours that theirs lacks or has otherwise; what only theirs has is theirs to have."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for key in sorted(ours):
            if key in theirs:
                yield from differences(ours[key], theirs[key], f"{path}.{key}" if path else key)
            elif path or key not in OPTIONAL:
                yield f"{path}.{key}" if path else key, ours[key], "missing"
        if path in COMPLETE:
            for key in sorted(set(theirs) - set(ours)):
                if theirs[key] != 0:
                    yield f"{path}.{key}", "missing", theirs[key]
    elif isinstance(ours, list) and isinstance(theirs, list):
        by_day = {item.get("as_of"): item for item in theirs}
        for item in ours:
            place = f"{path}[{item['as_of']}]"
            if item["as_of"] in by_day:
                yield from differences(item, by_day[item["as_of"]], place)
            else:
                yield place, item, "missing"
    elif ours != theirs:
        yield path, ours, theirs


# Broken down further than every report does.
OPTIONAL = {"received_by_type", "end_reasons", "credentials_by_offering"}
# Where another key would be another figure that does not agree.
COMPLETE = {"refused_by_reason", "engagements", "credentials", "credentials_by_offering"}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", metavar="DIR", help="the folder with the CSV files")
    parser.add_argument("--as-of", metavar="DAY", nargs="+", type=date.fromisoformat,
                        default=[date(2014, 12, 31), date(2015, 12, 31)], help="days of the rehire figures")
    parser.add_argument("--compare", metavar="FILE", help="a report of the suite, as JSON; '-' for standard input")
    parser.add_argument("--ignore", metavar="KEY", nargs="+", default=[],
                        help="figures to leave out, such as 'received' after a second import")
    parser.add_argument("--awards", metavar="FILE", help="write contractor, offering and award day of each credential")
    parser.add_argument("--premiums", metavar="FILE", help="write contractor, engagement and offering of each use")
    arguments = parser.parse_args()
    report, engagements, awards, uses = recompute(arguments.folder, arguments.as_of)
    if arguments.awards:
        with open(arguments.awards, "w", encoding="utf-8") as file:
            for person, offering, day in sorted((f"oulad:{p}", "-".join(o), d) for (p, o), d in awards.items()):
                print(person, offering, day.isoformat(), sep="\t", file=file)
    if arguments.premiums:
        with open(arguments.premiums, "w", encoding="utf-8") as file:
            for person, engagement, name in sorted((f"oulad:{e.person}", e.id, name) for e, name in uses):
                print(person, engagement, name, sep="\t", file=file)
    if not arguments.compare:
        print(json.dumps(report, indent=2, sort_keys=True))
        return 0
    with sys.stdin if arguments.compare == "-" else open(arguments.compare, encoding="utf-8") as file:
        theirs = json.load(file)
    ours = {key: value for key, value in report.items() if key not in arguments.ignore}
    found = list(differences(ours, theirs))
    for path, expected, got in found:
        print(f"{path}: recomputed {json.dumps(expected)}, reported {json.dumps(got)}")
    print(f"{len(found)} differences" if found else "no differences")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
