import Pages

/// A comparison as somebody would say it.
struct ComparisonSentence {
    let comparison: OutcomeComparison
    let words: ExperimentWords

    /// What was seen, how much the variants differ, and how sure that is.
    var said: String {
        guard let estimate = comparison.estimate, let treatment = comparison.treatmentValue,
            let control = comparison.controlValue
        else { return words(.chartRowNone, comparison.treatment) }
        let seen = words(
            opening, comparison.treatment, words.value(treatment, comparison.scale), comparison.control,
            words.value(control, comparison.scale), words.figure(comparison.kpi))
        return "\(seen) \(difference(estimate)) \(certainty)"
    }

    private var opening: ExperimentPhrase {
        switch comparison.kpi {
        case Participation.name: .saidParticipation
        case Completion.name: .saidCompletion
        case Clearance.name: .saidClearance
        case Rehire.name: .saidRehire
        default: .saidOther
        }
    }

    private func difference(_ estimate: Double) -> String {
        let amount = words.amount(estimate, comparison.scale)
        guard let low = comparison.low, let high = comparison.high else {
            return words(estimate < 0 ? .lessAlone : .moreAlone, amount)
        }
        return words(
            estimate < 0 ? .less : .more, amount, words.difference(low, comparison.scale),
            words.difference(high, comparison.scale))
    }

    private var certainty: String {
        guard let p = comparison.p else { return words(.noLookCounted) }
        var always = words(.alwaysValid, words.p(p))
        // The p-value is the smallest of all days, the interval that of this one.
        if p <= ExperimentFinding.alpha, let low = comparison.low, let high = comparison.high, low <= 0, high >= 0 {
            always += " \(words(.shownEarlier))"
        }
        guard let holm = comparison.holm, holm != p else { return always }
        return "\(always) \(words(.adjustedP, words.p(holm)))"
    }

    /// What the comparison can carry: the floor, and what could have been found.
    var trust: [String] {
        let smaller = min(comparison.controlUnits, comparison.treatmentUnits)
        let floor =
            comparison.isFloorMet
            ? words(.floorMet, words.count(comparison.floor))
            : words(.floorMissed, words.count(smaller), words.count(comparison.floor))
        return [floor] + power
    }

    private var power: [String] {
        let power = comparison.power
        var told: [String] = []
        if let effect = power.smallestEffect, let chance = power.power {
            told.append(words(.powerChance, words.amount(effect, comparison.scale), words.chance(chance)))
        }
        if let effect = power.detectableEffect {
            told.append(words(.powerDetectable, words.amount(effect, comparison.scale)))
        }
        if let effect = power.smallestEffect, let needed = power.neededPerVariant {
            told.append(words(.powerNeeded, words.amount(effect, comparison.scale), words.count(needed)))
        }
        return told.isEmpty ? [words(.powerUnknown)] : told
    }
}
