#!/usr/bin/env python3
"""statistics.py [--cases N] [PROGRAM]: holds every method of `guildhall statistics` against other people's libraries.

Each method answers 200 generated cases or more, extreme ones included, in one process; --cases takes only the first N.
References: SciPy, statsmodels, lifelines and scikit-learn at the versions of requirements-statistics.txt; where a
method is a plain formula or a library loses digits on the extreme cases, exact fractions stand in. The exit status is 1
if any answer is off by more than 1e-9 * max(1, |reference|), or defined where the reference is not.

  python3 -m venv V && V/bin/pip install -r Tests/Conformance/requirements-statistics.txt
  V/bin/python Tests/Conformance/statistics.py .build/release/guildhall
"""
import argparse
import fractions
import itertools
import json
import math
import pathlib
import random
import subprocess
import sys
import warnings

# Only the folder of this very file would hide the standard library's module of the same name.
HERE = pathlib.Path(__file__).resolve().parent
sys.path = [entry for entry in sys.path if pathlib.Path(entry or ".").resolve() != HERE]

import lifelines
import lifelines.statistics
import numpy as np
import scipy.optimize
import scipy.stats
import sklearn.metrics
import statsmodels.api
import statsmodels.duration.survfunc
import statsmodels.stats.inter_rater
import statsmodels.stats.multitest
import statsmodels.stats.power
import statsmodels.stats.proportion

ROOT = HERE.parents[1]
TOLERANCE = 1e-9
METHODS = {}


def method(generate):
    METHODS[generate.__name__] = generate
    return generate


def undefined(value):
    return None if value is None or not math.isfinite(value) else float(value)


# --- values to try -------------------------------------------------------------------------------------------------

def count(rng, largest=7):
    return int(10 ** rng.uniform(0, largest))


def trials(rng):
    """Successes and trials: ordinary, rare, nearly certain, none, all."""
    n = count(rng)
    kind = rng.randrange(5)
    if kind == 0:
        return 0, n
    if kind == 1:
        return n, n
    if kind == 2:
        return min(n, rng.randrange(4)), n
    if kind == 3:
        return n - min(n, rng.randrange(4)), n
    return rng.randrange(n + 1), n


def level(rng):
    return rng.choice([0.5, 0.8, 0.9, 0.95, 0.99, 0.999, rng.uniform(0.01, 0.9999)])


def sample(rng, size=None):
    """A sample: normal, skewed, whole numbers with ties, large offset, tiny or huge values."""
    size = size or rng.choice([2, 3, 5, 8, 20, 60, 200])
    kind = rng.randrange(6)
    if kind == 0:
        return [rng.gauss(rng.uniform(-3, 3), 10 ** rng.uniform(-2, 2)) for _ in range(size)]
    if kind == 1:
        return [rng.lognormvariate(0, 1.5) for _ in range(size)]
    if kind == 2:
        return [float(rng.randrange(5)) for _ in range(size)]
    if kind == 3:
        return [1e6 + rng.gauss(0, 1) for _ in range(size)]
    if kind == 4:
        return [rng.gauss(0, 1) * 1e-8 for _ in range(size)]
    return [rng.gauss(1, 1) * 1e8 for _ in range(size)]


def exact_moments(values):
    """Mean and variance (n - 1) without any rounding."""
    fraction = [fractions.Fraction(value) for value in values]
    mean = sum(fraction) / len(fraction)
    if len(fraction) < 2:
        return mean, None
    return mean, sum((value - mean) ** 2 for value in fraction) / (len(fraction) - 1)


def root(fraction):
    """The square root of a fraction, also where it is far too large or small for a float."""
    if fraction == 0:
        return 0.0
    shift = (fraction.numerator.bit_length() - fraction.denominator.bit_length()) // 2
    scaled = fraction / fractions.Fraction(4) ** shift
    return math.ldexp(math.sqrt(scaled), shift)


def welch(a, b, confidence):
    """Welch from exact moments; Student's t by SciPy."""
    (mean_a, var_a), (mean_b, var_b) = exact_moments(a), exact_moments(b)
    want = {"difference": float(mean_a - mean_b), "standard_error": None, "t": None, "df": None, "p_two_sided": None,
            "ci_low": None, "ci_high": None}
    if var_a is None or var_b is None:
        return want
    part_a, part_b = var_a / len(a), var_b / len(b)
    error = want["standard_error"] = root(part_a + part_b)
    if part_a + part_b == 0:
        return want
    df = float((part_a + part_b) ** 2 / (part_a ** 2 / (len(a) - 1) + part_b ** 2 / (len(b) - 1)))
    squared = (mean_a - mean_b) ** 2 / (part_a + part_b)
    t = math.copysign(root(squared), mean_a - mean_b)
    bound = scipy.stats.t.isf((1 - confidence) / 2, df)
    return want | {"t": t, "df": df, "p_two_sided": 2 * scipy.stats.t.sf(abs(t), df),
                   "ci_low": want["difference"] - bound * error, "ci_high": want["difference"] + bound * error}


def library_welch(a, b, confidence):
    """Welch by SciPy, which loses digits where the values lie far from zero."""
    result = scipy.stats.ttest_ind(a, b, equal_var=False)
    interval = result.confidence_interval(confidence)
    difference = float(np.mean(a) - np.mean(b))
    return {"difference": difference, "standard_error": difference / result.statistic, "t": result.statistic,
            "df": result.df, "p_two_sided": result.pvalue, "ci_low": interval.low, "ci_high": interval.high}


def hypergeometric(table):
    """All three p-values from SciPy's point probabilities, with the slack of 1e-7."""
    (a, b), (c, d) = table
    total = a + b + c + d
    if total == 0:
        return {"p_two_sided": 1.0, "p_less": 1.0, "p_greater": 1.0}
    law = scipy.stats.hypergeom(total, a + b, a + c)
    support = np.arange(max(0, a - d), min(a + b, a + c) + 1)
    chances = law.pmf(support)
    two_sided = math.fsum(chances[chances <= law.pmf(a) * (1 + 1e-7)])
    return {"p_two_sided": min(1.0, two_sided), "p_less": float(law.cdf(a)), "p_greater": float(law.sf(a - 1))}


# --- methods -------------------------------------------------------------------------------------------------------

@method
def two_proportion(rng):
    for _ in range(400):
        (x1, n1), (x2, n2), confidence = trials(rng), trials(rng), level(rng)
        z, p = statsmodels.stats.proportion.proportions_ztest([x1, x2], [n1, n2])
        low, high = statsmodels.stats.proportion.confint_proportions_2indep(
            x1, n1, x2, n2, compare="diff", method="newcomb", alpha=1 - confidence)
        yield ({"x1": x1, "n1": n1, "x2": x2, "n2": n2, "confidence": confidence},
               {"p1": x1 / n1, "p2": x2 / n2, "difference": x1 / n1 - x2 / n2, "z": undefined(z),
                "p_two_sided": undefined(p), "newcombe_low": low, "newcombe_high": high})


@method
def wilson_interval(rng):
    for _ in range(400):
        (x, n), confidence = trials(rng), level(rng)
        low, high = statsmodels.stats.proportion.proportion_confint(x, n, alpha=1 - confidence, method="wilson")
        yield ({"x": x, "n": n, "confidence": confidence},
               {"proportion": x / n, "low": max(0.0, low), "high": min(1.0, high)})


@method
def fisher_exact(rng):
    for number in range(400):
        largest = rng.choice([1, 2, 3, 4, 5])
        table = [[rng.choice([0, count(rng, largest)]) if rng.random() < 0.1 else count(rng, largest)
                  for _ in range(2)] for _ in range(2)]
        if number % 4 == 0:
            table[1] = [table[0][0] + rng.randrange(3), table[0][1]]
        (a, b), (c, d) = table
        want = hypergeometric(table) | {"odds_ratio": a * d / (b * c) if b * c else None}
        yield {"table": table}, want
        # SciPy's own test has another slack, which matters only where two probabilities nearly tie.
        law = scipy.stats.hypergeom(a + b + c + d, a + b, a + c)
        chances = law.pmf(np.arange(max(0, a - d), min(a + b, a + c) + 1)) / max(law.pmf(a), 1e-300)
        if not np.any((abs(chances - 1) < 1e-6) & (abs(chances - 1) > 0)):
            yield {"table": table}, {
                "p_two_sided": scipy.stats.fisher_exact(table)[1],
                "p_less": scipy.stats.fisher_exact(table, "less")[1],
                "p_greater": scipy.stats.fisher_exact(table, "greater")[1]}


@method
def welch_t(rng):
    for number in range(400):
        a, b, confidence = sample(rng), sample(rng), level(rng)
        if number % 5 == 0:
            scale = 10 ** rng.choice([-200, -150, 150])
            a, b = [value * scale for value in a], [value * scale for value in sample(rng)]
        if number % 40 == 0:
            a = [2.5] * len(a)
        if number % 80 == 0:
            b = [0.1] * len(b)
        if number % 50 == 1:
            a = a[:1]
        want = welch(a, b, confidence)
        want |= {"mean_a": float(exact_moments(a)[0]), "mean_b": float(exact_moments(b)[0])}
        yield {"a": a, "b": b, "confidence": confidence}, want
        ordinary = [[rng.gauss(1, 2) for _ in range(rng.randrange(2, 50))] for _ in range(2)]
        yield ({"a": ordinary[0], "b": ordinary[1], "confidence": confidence},
               library_welch(*ordinary, confidence))


@method
def mann_whitney(rng):
    for number in range(250):
        a, b = sample(rng), sample(rng)
        result = scipy.stats.mannwhitneyu(a, b, method="asymptotic", use_continuity=True)
        yield {"a": a, "b": b, "method": "asymptotic"}, ranks(a, b, result.pvalue)
        sizes = rng.randrange(1, 25), rng.randrange(1, 25)
        shift = rng.choice([0, 0.5, 2, 10])
        a = [rng.gauss(shift, 1) for _ in range(sizes[0])]
        b = [rng.gauss(0, 1) for _ in range(sizes[1])]
        yield {"a": a, "b": b, "method": "exact"}, ranks(a, b, scipy.stats.mannwhitneyu(a, b, method="exact").pvalue)
        yield {"a": a, "b": b}, ranks(a, b, scipy.stats.mannwhitneyu(a, b).pvalue)
        if number % 4:
            continue
        # With ties SciPy's exact law does not hold: every assignment of the pooled values is counted instead.
        a = [rng.randrange(4) for _ in range(rng.randrange(1, 6))]
        b = [rng.randrange(4) for _ in range(rng.randrange(1, 6))]
        yield {"a": a, "b": b, "method": "exact"}, ranks(a, b, enumerated(a, b))


def pairs_won(a, b):
    return sum((x > y) + (x == y) / 2 for x in a for y in b)


def ranks(a, b, p):
    u = float(scipy.stats.mannwhitneyu(a, b, method="asymptotic").statistic)
    return {"u_a": u, "u_b": len(a) * len(b) - u, "p_two_sided": min(1.0, float(p)),
            "probability_of_superiority": u / (len(a) * len(b))}


def enumerated(a, b):
    u, pool = pairs_won(a, b), a + b
    half = len(a) * len(b) / 2
    if u == half:
        return 1.0
    hits = total = 0
    for chosen in itertools.combinations(range(len(pool)), len(a)):
        others = [pool[index] for index in range(len(pool)) if index not in chosen]
        other = pairs_won([pool[index] for index in chosen], others)
        total += 1
        hits += other >= u if u > half else other <= u
    return 2 * hits / total


@method
def sample_size_proportions(rng):
    for _ in range(300):
        p1, p2 = rng.choice([rng.random(), 10 ** rng.uniform(-5, -1)]), rng.choice([0.0, 1.0, rng.random()])
        alpha, power = rng.choice([0.05, 0.01, 1e-6, rng.uniform(0.001, 0.4)]), rng.uniform(0.02, 0.999)
        ratio, sides = rng.choice([1, 0.5, 2, rng.uniform(0.1, 10)]), rng.choice([1, 2])
        n = statsmodels.stats.proportion.samplesize_proportions_2indep_onetail(
            p1 - p2, p2, power, ratio=ratio, alpha=alpha, alternative="two-sided" if sides == 2 else "larger")
        yield ({"p1": p1, "p2": p2, "alpha": alpha, "power": power, "ratio_n2_over_n1": ratio, "sides": sides},
               {"n_group1": n, "n_group1_ceiling": math.ceil(n), "n_group2_ceiling": math.ceil(ratio * n)})
    yield {"p1": 0.3, "p2": 0.3}, {"n_group1": None, "n_group1_ceiling": None, "n_group2_ceiling": None}


@method
def power_proportions(rng):
    for _ in range(300):
        p1, p2 = rng.uniform(0.001, 0.999), rng.uniform(0.001, 0.999)
        if rng.random() < 0.5:
            p2 = min(0.999, p1 + rng.choice([0, 1e-4, 0.01]))
        n, alpha = count(rng, 6), rng.choice([0.05, 0.01, 1e-8, rng.uniform(0.001, 0.9)])
        power = statsmodels.stats.proportion.power_proportions_2indep(
            p1 - p2, p2, n, alpha=alpha, return_results=False)
        yield {"p1": p1, "p2": p2, "n_per_arm": n, "alpha": alpha}, {"power": float(power)}


@method
def sample_size_means_normal(rng):
    for _ in range(300):
        difference, sd = rng.choice([-1, 1]) * 10 ** rng.uniform(-3, 3), 10 ** rng.uniform(-3, 3)
        alpha, power, sides = rng.uniform(1e-4, 0.3), rng.uniform(0.05, 0.999), rng.choice([1, 2])
        n = statsmodels.stats.power.normal_sample_size_one_tail(
            difference, power, alpha / sides, std_null=math.sqrt(2) * sd, std_alternative=math.sqrt(2) * sd)
        yield ({"difference": difference, "sd": sd, "alpha": alpha, "power": power, "sides": sides},
               {"n_per_arm": float(n), "n_per_arm_ceiling": math.ceil(n)})


@method
def cuped(rng):
    for number in range(300):
        sizes = [rng.choice([3, 5, 20, 100]) for _ in range(2)]
        offset, slope = rng.choice([0, 10, 1e5]), rng.choice([0, 0.3, 1, -2])
        x = [[offset + rng.gauss(0, 1) for _ in range(size)] for size in sizes]
        if number % 20 == 0:
            x = [[7.0] * size for size in sizes]
        y = [[slope * value + rng.gauss(arm * 0.3, rng.choice([0.1, 1])) for value in values]
             for arm, values in enumerate(x)]
        confidence = level(rng)
        exact_x, exact_y = [[[fractions.Fraction(v) for v in arm] for arm in arms] for arms in (x, y)]
        every_x, every_y = exact_x[0] + exact_x[1], exact_y[0] + exact_y[1]
        mean_x, mean_y = sum(every_x) / len(every_x), sum(every_y) / len(every_y)
        spread = sum((value - mean_x) ** 2 for value in every_x)
        theta = spread and sum((p - mean_x) * (q - mean_y) for p, q in zip(every_x, every_y)) / spread
        adjusted = [[q - theta * (p - mean_x) for p, q in zip(*arm)] for arm in zip(exact_x, exact_y)]
        want = welch(*adjusted, confidence)
        raw = welch(*exact_y, confidence)
        want |= {"theta": float(theta), "raw_difference": raw["difference"],
                 "adjusted_mean_treatment": float(exact_moments(adjusted[0])[0]),
                 "adjusted_mean_control": float(exact_moments(adjusted[1])[0]),
                 "variance_reduction": 1 - (want["standard_error"] / raw["standard_error"]) ** 2}
        question = {"y_treatment": y[0], "x_treatment": x[0], "y_control": y[1], "x_control": x[1],
                    "confidence": confidence}
        yield question, want
        if spread and offset < 100:
            # statsmodels' least squares as the second opinion on theta, SciPy's test on what it leaves.
            pooled_x, pooled_y = np.concatenate(x), np.concatenate(y)
            fit = statsmodels.api.OLS(pooled_y, statsmodels.api.add_constant(pooled_x)).fit()
            rest = [np.array(q) - fit.params[1] * (np.array(p) - pooled_x.mean()) for p, q in zip(x, y)]
            yield question, library_welch(*rest, confidence) | {"theta": fit.params[1]}


@method
def pre_post_difference(rng):
    for number in range(300):
        sizes, confidence = [rng.choice([2, 3, 10, 80]) for _ in range(2)], level(rng)
        pre = [sample(rng, size) for size in sizes]
        post = [[value + rng.gauss(arm, 1) for value in values] for arm, values in enumerate(pre)]
        if number % 30 == 0:
            pre, post = [[0.1, 0.3], [0.2, 0.5]], [[0.3, 0.5], [0.3, 0.6]]
        changes = [[fractions.Fraction(q) - fractions.Fraction(p) for p, q in zip(*arm)] for arm in zip(pre, post)]
        if number % 30 == 0:
            changes = [[fractions.Fraction(2, 10)] * 2, [fractions.Fraction(1, 10)] * 2]
        question = {"pre_treatment": pre[0], "post_treatment": post[0], "pre_control": pre[1],
                    "post_control": post[1], "confidence": confidence}
        yield question, welch(*changes, confidence)
        if number % 30 and max(abs(v) for arm in pre for v in arm) < 100:
            yield question, library_welch(*[np.subtract(*arm) for arm in zip(post, pre)], confidence)


@method
def sample_ratio_mismatch(rng):
    for _ in range(300):
        arms = rng.randrange(2, 7)
        weights = [rng.choice([1, 1, 2, 0.1, rng.uniform(0.01, 5)]) for _ in range(arms)]
        total = count(rng)
        noise = rng.choice([0.01, 0.1, 1])
        observed = [max(0, int(total * w / sum(weights) * (1 + rng.gauss(0, noise)))) for w in weights]
        observed[0] += 1
        result = scipy.stats.chisquare(observed, np.array(weights) / sum(weights) * sum(observed))
        threshold = rng.choice([0.001, 0.01, 0.5])
        yield ({"observed": observed, "weights": weights, "threshold": threshold},
               {"chi_square": result.statistic, "df": arms - 1, "p": result.pvalue,
                "mismatch": bool(result.pvalue < threshold)})


@method
def multiple_testing(rng):
    for _ in range(300):
        values = [rng.choice([rng.random(), 10 ** rng.uniform(-300, 0), 0.0, 1.0, 0.05])
                  for _ in range(rng.choice([1, 2, 3, 10, 200]))]
        adjusted = {name: statsmodels.stats.multitest.multipletests(values, method=name)[1].tolist()
                    for name in ("holm", "fdr_bh", "bonferroni")}
        yield ({"p_values": values}, {"holm": adjusted["holm"], "benjamini_hochberg": adjusted["fdr_bh"],
                                      "bonferroni": adjusted["bonferroni"]})


def lifetimes(rng, size):
    whole = rng.random() < 0.5
    durations = [float(rng.randrange(12)) if whole else rng.expovariate(0.2) for _ in range(size)]
    share = rng.choice([0, 0.1, 0.5, 1, 1])
    return durations, [int(rng.random() < share) for _ in durations]


@method
def kaplan_meier(rng):
    for _ in range(300):
        durations, observed = lifetimes(rng, rng.choice([1, 2, 3, 4, 10, 50, 300]))
        fitter = lifelines.KaplanMeierFitter().fit(durations, observed)
        rows = fitter.event_table[fitter.event_table["observed"] > 0]
        # lifelines has no Greenwood standard error of S itself; statsmodels has.
        curve = statsmodels.duration.survfunc.SurvfuncRight(durations, observed)
        errors = dict(zip(curve.surv_times, curve.surv_prob_se))
        points, exact, median = [], fractions.Fraction(1), None
        for time, row in rows.iterrows():
            at_risk, events = int(row["at_risk"]), int(row["observed"])
            exact *= fractions.Fraction(at_risk - events, at_risk)
            points.append({"time": time, "at_risk": at_risk, "events": events,
                           "survival": float(fitter.survival_function_at_times(time).iloc[0]),
                           "standard_error": undefined(errors[time]) if at_risk > events else None})
            # lifelines compares a rounded product with a half; the fraction decides what is half.
            if median is None and exact <= fractions.Fraction(1, 2):
                median = time
        if not any(abs(point["survival"] - 0.5) < 1e-9 for point in points):
            assert undefined(fitter.median_survival_time_) == median
        yield {"durations": durations, "observed": observed}, {"points": points, "median": median}


@method
def log_rank(rng):
    for _ in range(300):
        arms = [lifetimes(rng, rng.choice([1, 2, 5, 30, 200])) for _ in range(2)]
        (durations_a, observed_a), (durations_b, observed_b) = arms
        events = sorted({time for durations, observed in arms for time, seen in zip(durations, observed) if seen})
        expected = variance = 0.0
        for time in events:
            n_a, n_b = [sum(value >= time for value in durations) for durations, _ in arms]
            dead = sum(value == time and seen for durations, observed in arms
                       for value, seen in zip(durations, observed))
            expected += dead * n_a / (n_a + n_b)
            variance += dead * n_a * n_b * (n_a + n_b - dead) if n_a + n_b > 1 else 0
        want = {"observed_a": sum(observed_a), "expected_a": expected, "chi_square": None, "p": None}
        if variance > 0:
            result = lifelines.statistics.logrank_test(durations_a, durations_b, observed_a, observed_b)
            want |= {"chi_square": result.test_statistic, "p": result.p_value}
        yield {"durations_a": durations_a, "observed_a": observed_a, "durations_b": durations_b,
               "observed_b": observed_b}, want


def correlation(x, y):
    if min(x) == max(x) or min(y) == max(y):
        return None
    return float(scipy.stats.pearsonr(x, y).statistic)


def alpha(table):
    items = table.shape[1]
    totals = table.sum(axis=1)
    if items < 2 or len(table) < 2 or totals.min() == totals.max():
        return None
    return items / (items - 1) * (1 - table.var(axis=0, ddof=1).sum() / totals.var(ddof=1))


@method
def item_analysis(rng):
    for number in range(250):
        people, items = rng.choice([2, 3, 10, 100]), rng.choice([1, 2, 3, 8, 30])
        skill = [rng.gauss(0, 1) for _ in range(people)]
        partial = number % 3 == 0
        table = np.array([[float(rng.gauss(s, 1) > level) * (rng.randrange(1, 5) if partial else 1)
                           for level in np.linspace(-2, 3, items)] for s in skill])
        totals = table.sum(axis=1)
        whole = alpha(table)
        sd = float(totals.std(ddof=1))
        yield {"responses": table.tolist()}, {
            "difficulty": table.mean(axis=0).tolist(),
            "point_biserial": [correlation(column, totals) for column in table.T],
            "item_rest_correlation": [correlation(column, totals - column) for column in table.T],
            "cronbach_alpha": whole,
            "alpha_if_dropped": [alpha(np.delete(table, item, axis=1)) for item in range(items)],
            "total_mean": float(totals.mean()), "total_sd": sd,
            "standard_error_of_measurement": None if whole is None else sd * math.sqrt(max(0, 1 - whole))}


@method
def point_biserial(rng):
    for number in range(300):
        size = rng.choice([2, 3, 4, 10, 200])
        binary = [rng.randrange(2) for _ in range(size)]
        noise = rng.choice([0, 0.001, 1, 100])
        score = [rng.choice([0, 50]) + b + noise * rng.gauss(0, 1) if number % 3 else b + noise * rng.gauss(0, 1)
                 for b in binary]
        want = {"r": None, "p_two_sided": None}
        if min(binary) != max(binary) and min(score) != max(score):
            result = scipy.stats.pointbiserialr(binary, score)
            # With three persons p is the arc cosine of r, and SciPy's r has lost the digits that it needs near 1.
            exact = exact_point_biserial(binary, score)
            assert abs(exact["r"] - result.statistic) < 1e-9
            if size > 2 and abs(exact["r"]) < 0.999999:
                assert abs(exact["p_two_sided"] - result.pvalue) < 1e-9
            want = exact
        yield {"binary": binary, "score": score}, want


def exact_point_biserial(binary, score):
    groups = [[fractions.Fraction(value) for flag, value in zip(binary, score) if flag == side] for side in (0, 1)]
    means = [sum(group) / len(group) for group in groups]
    within = sum((value - mean) ** 2 for group, mean in zip(groups, means) for value in group)
    between = (means[1] - means[0]) ** 2 * len(groups[0]) * len(groups[1]) / len(score)
    r = math.copysign(root(between / (between + within)), means[1] - means[0])
    df = len(score) - 2
    if df == 0:
        return {"r": r, "p_two_sided": None}
    return {"r": r, "p_two_sided": 2 * scipy.stats.t.sf(root(df * between / within), df) if within else 0.0}


@method
def cohen_kappa(rng):
    for _ in range(300):
        size, kinds = rng.choice([1, 2, 10, 100, 1000]), rng.choice([1, 2, 3, 6])
        categories = rng.sample(["poor", "fair", "good", "fine", "best", "none"], kinds)
        if rng.random() < 0.5:
            categories = rng.sample(range(10), kinds)
        first = [rng.choice(categories) for _ in range(size)]
        second = [value if rng.random() < rng.choice([0.2, 0.9, 1]) else rng.choice(categories) for value in first]
        weights = rng.choice([None, "linear", "quadratic"])
        kappa = sklearn.metrics.cohen_kappa_score(first, second, labels=categories, weights=weights)
        same = sum(x == y for x, y in zip(first, second)) / size
        question = {"rater_a": first, "rater_b": second, "categories": categories}
        yield (question | ({"weights": weights} if weights or rng.random() < 0.5 else {"weights": "none"}),
               {"kappa": None if len(set(first + second)) == 1 else undefined(kappa), "observed_agreement": same})


@method
def fleiss_kappa(rng):
    for _ in range(300):
        subjects, kinds, raters = rng.choice([1, 2, 10, 200]), rng.choice([1, 2, 5]), rng.choice([2, 3, 10])
        counts = []
        for _ in range(subjects):
            favourite = rng.randrange(kinds)
            row = [0] * kinds
            for _ in range(raters):
                row[favourite if rng.random() < 0.7 else rng.randrange(kinds)] += 1
            counts.append(row)
        used = sum(any(column) for column in zip(*counts))
        kappa = statsmodels.stats.inter_rater.fleiss_kappa(np.array(counts), method="fleiss") if used > 1 else None
        yield {"counts": counts}, {"kappa": kappa}


@method
def msprt(rng):
    for _ in range(250):
        tau, level_ = 10 ** rng.uniform(-6, 2), rng.choice([0.05, 0.01, rng.uniform(0.001, 0.5)])
        effect = rng.choice([0, 0.01, 0.3, 5])
        looks, want, running = [], [], 1.0
        n = rng.randrange(1, 50)
        for _ in range(rng.choice([1, 3, 10])):
            n += rng.randrange(0, 500)
            look = {"n_a": n, "mean_a": rng.gauss(effect, 1 / math.sqrt(n)), "var_a": rng.uniform(0.1, 4),
                    "n_b": n + rng.randrange(5), "mean_b": rng.gauss(0, 1 / math.sqrt(n)), "var_b": rng.uniform(0, 4)}
            looks.append(look)
            difference = look["mean_a"] - look["mean_b"]
            variance = look["var_a"] / look["n_a"] + look["var_b"] / look["n_b"]

            # The ratio of the two densities of the difference, as SciPy has them.
            def log_ratio(theta):
                return (scipy.stats.norm.logpdf(difference, theta, math.sqrt(variance + tau))
                        - scipy.stats.norm.logpdf(difference, theta, math.sqrt(variance)))

            ratio = math.exp(log_ratio(0)) if log_ratio(0) < 709.7 else None
            running = min(running, math.exp(-log_ratio(0)))
            reach = 60 * math.sqrt(variance + variance * variance / tau) + 1
            solve = [scipy.optimize.brentq(lambda theta: log_ratio(theta) + math.log(level_), difference,
                                           difference + side * reach, xtol=1e-15, rtol=1e-15) for side in (-1, 1)]
            want.append({"likelihood_ratio": ratio, "p_always_valid": running, "difference": difference,
                         "ci_low": solve[0], "ci_high": solve[1]})
        yield ({"looks": looks, "tau_squared": tau, "alpha": level_}, {"looks": want, "stop": running <= level_})


@method
def quantiles(rng):
    for _ in range(300):
        values = sample(rng, rng.choice([1, 2, 3, 10, 11, 101, 400]))
        want = dict(zip(("median", "p75", "p90", "p95"), np.quantile(values, [0.5, 0.75, 0.9, 0.95]).tolist()))
        yield {"values": values}, want
    yield {"values": []}, {"median": None, "p75": None, "p90": None, "p95": None}


@method
def coefficient_of_variation(rng):
    for number in range(300):
        values = sample(rng, rng.choice([1, 2, 10, 100]))
        if number % 50 == 0:
            values = [-1.0, 1.0]
        if number % 50 == 1:
            values = [value * 1e-180 for value in values]
        mean, variance = exact_moments(values)
        sd = root(variance) if variance is not None else None
        cv = None
        if sd is not None and mean != 0:
            cv = math.copysign(root(variance / mean ** 2), mean)
            if 0.01 < abs(cv) < 100 and number % 50 != 1:
                assert abs(scipy.stats.variation(values, ddof=1) - cv) <= 1e-9 * max(1, abs(cv))
        yield {"values": values}, {"mean": float(mean), "sd": sd, "cv": cv}


@method
def adverse_impact(rng):
    for number in range(250):
        groups = {}
        for name in rng.sample(["de", "en", "fr", "pl", "es", "phone", "desk_top"], rng.randrange(1, 6)):
            applicants = rng.choice([0, 5, 40, count(rng, 4)]) if number % 5 == 0 else count(rng, 4)
            share = rng.random()
            groups[name] = {"selected": 0 if number % 25 == 0 else sum(
                rng.random() < share for _ in range(min(applicants, 400))), "applicants": applicants}
        rates = {name: fractions.Fraction(group["selected"], group["applicants"])
                 for name, group in groups.items() if group["applicants"]}
        reference = min(rates, key=lambda name: (-rates[name], name)) if rates else None
        want = {}
        for name, group in groups.items():
            if name not in rates:
                want[name] = {"rate": None, "impact_ratio": None, "below_four_fifths": None, "fisher_p": None}
                continue
            ratio = rates[name] / rates[reference] if rates[reference] else None
            other = groups[reference]
            table = [[side["selected"], side["applicants"] - side["selected"]] for side in (group, other)]
            want[name] = {"rate": float(rates[name]), "impact_ratio": None if ratio is None else float(ratio),
                          "below_four_fifths": None if ratio is None else ratio < fractions.Fraction(4, 5),
                          "fisher_p": 1.0 if name == reference else hypergeometric(table)["p_two_sided"]}
        yield {"groups": groups}, {"reference": reference, "groups": want}


@method
def angoff_cut_score(rng):
    for _ in range(250):
        judges, items = rng.choice([1, 2, 3, 10, 40]), rng.choice([1, 2, 10, 80])
        table = np.array([[rng.choice([0, 1, rng.random(), round(rng.random(), 1)]) for _ in range(items)]
                          for _ in range(judges)])
        sums = table.sum(axis=1)
        yield {"judge_by_item": table.tolist()}, {
            "cut_score": float(sums.mean()), "cut_fraction": float(sums.mean() / items),
            "standard_error": float(scipy.stats.sem(sums)) if judges > 1 else None}


# --- the judge -----------------------------------------------------------------------------------------------------

class Verdict:
    """The largest disagreement of a method, and what is plainly wrong."""

    def __init__(self):
        self.largest, self.place, self.wrong = 0.0, "", []

    def compare(self, got, want, place):
        if isinstance(want, dict):
            for name, value in want.items():
                if not isinstance(got, dict) or name not in got:
                    self.wrong.append(f"{place}.{name} is missing")
                else:
                    self.compare(got[name], value, f"{place}.{name}")
        elif isinstance(want, list):
            if not isinstance(got, list) or len(got) != len(want):
                self.wrong.append(f"{place} has another length")
            else:
                for index, value in enumerate(want):
                    self.compare(got[index], value, f"{place}[{index}]")
        elif want is None or isinstance(want, (bool, str)):
            if got is not want and got != want:
                self.wrong.append(f"{place} is {got}, not {want}")
        elif got is None or isinstance(got, (bool, str, list, dict)):
            self.wrong.append(f"{place} is {got}, not {want}")
        else:
            apart = abs(got - want) / max(1.0, abs(want))
            if apart > TOLERANCE:
                self.wrong.append(f"{place} is {got!r}, not {float(want)!r}")
            if apart > self.largest:
                self.largest, self.place = apart, place


def answers(program, name, questions):
    text = "".join(json.dumps(question, allow_nan=False) + "\n" for question in questions)
    done = subprocess.run([program, "statistics", name, "--input", "-", "--json"], input=text, capture_output=True,
                          text=True, check=False)
    lines = done.stdout.splitlines()
    if len(lines) != len(questions):
        raise SystemExit(f"{name}: {len(questions)} questions, {len(lines)} answers: {done.stderr.strip()[:500]}")
    return [json.loads(line) for line in lines]


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", nargs="?", default=ROOT / ".build" / "release" / "guildhall", type=pathlib.Path)
    parser.add_argument("--cases", type=int, help="take only so many cases of each method")
    given = parser.parse_args()
    if not given.program.is_file():
        parser.error(f"there is no program {given.program}: build guildhall, or name where it is")
    return given


def main():
    warnings.simplefilter("ignore")
    np.seterr(all="ignore")
    given, failed = arguments(), False
    program = given.program
    listed = json.loads(subprocess.run([program, "statistics", "list", "--json"], capture_output=True, text=True,
                                       check=True).stdout)
    missing = {entry["name"] for entry in listed} ^ set(METHODS)
    if missing:
        print(f"only one side knows {', '.join(sorted(missing))}")
        failed = True
    print(f"{'method':28} {'cases':>6} {'largest disagreement':>22}  where")
    for name, generate in METHODS.items():
        cases = list(itertools.islice(generate(random.Random(f"guildhall {name}")), given.cases))
        verdict = Verdict()
        for number, (got, (question, want)) in enumerate(
                zip(answers(program, name, [question for question, _ in cases]), cases)):
            before = len(verdict.wrong)
            verdict.compare(got, want, f"case {number}")
            if len(verdict.wrong) > before:
                verdict.wrong[before] += f" in {json.dumps(question)[:400]}"
        print(f"{name:28} {len(cases):6} {verdict.largest:22.3e}  {verdict.place}")
        for text in verdict.wrong[:5]:
            print(f"    {text}")
        failed = failed or bool(verdict.wrong) or not cases or given.cases is None and len(cases) < 200
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
