import Contracts

extension PublishedProgramme {
    /// The reward statement of a pathway, for a worker who follows these variants (by the experiments' ids).
    ///
    /// - Parameter day: whose roll-outs count; none where it is nil.
    public func rewardStatement(
        for pathway: Pathway, variants: [String: String] = [:], on day: Day? = nil
    ) -> RewardStatement {
        let rewards = definition.rewards
        let earned = "The credential \(pathway.credential.name) is earned."
        let months = counted(pathway.credential.validityMonths, "month")
        let held = "From then on for as long as the credential is valid: \(months), longer when it is renewed."
        var lines = [
            RewardStatementLine(
                kind: .publicBadge, title: pathway.credential.name, condition: pathway.credential.criteria,
                amount: "A signed badge of your own, which costs you nothing.",
                term: "Valid for \(months) from the day it is earned.")
        ]
        for pool in rewards.pools {
            lines.append(
                RewardStatementLine(
                    kind: .preferredPool, title: pool.title, condition: earned,
                    amount: "A place in the pool. You may work for anybody else and decline any offer.", term: held))
        }
        for tier in rewards.tiers {
            lines.append(
                RewardStatementLine(
                    kind: .tieredAccess, title: tier.title, condition: earned,
                    amount: "Such assignments are shown to you \(counted(tier.hours, "hour")) before everybody else.",
                    term: held))
        }
        if let premium = rewards.premium {
            lines.append(
                line(of: premium, earned, held, premiumBasisPoints(premium, variants, in: pathway.id, on: day)))
        }
        for grant in rewards.grants where grant.pathway == pathway.id {
            lines.append(
                RewardStatementLine(
                    kind: .microGrant, title: grant.title, condition: earned,
                    amount: "Up to \(MoneyText.text(of: grant.amount)) once, against receipts for "
                        + grant.categories.map(\.rawValue).joined(separator: " or ") + " that you choose.",
                    term: "To be claimed within \(counted(grant.claimDays, "day")), while the budget lasts."))
        }
        for story in rewards.stories where story.pathway == pathway.id {
            lines.append(
                RewardStatementLine(
                    kind: .caseStudy, title: "Case study and testimonial", condition: earned,
                    amount: "A case study of your work with the client's words, for you to accept, edit or decline.",
                    term: "Nothing is published before you accept the release."))
        }
        for priority in rewards.priorities where priority.pathway == pathway.id && priority.setsAnything {
            lines.append(
                RewardStatementLine(
                    kind: .priorityAssignment, title: "Priority", condition: earned, amount: words(of: priority),
                    term: held))
        }
        if let stipend = pathway.assessment?.practical.stipend {
            lines.append(
                RewardStatementLine(
                    kind: .wageTopUp, title: "Stipend of the practical task",
                    condition: "The practical task is handed in, whatever its result.",
                    amount: MoneyText.text(of: stipend),
                    term: "Once for each attempt, unless an engagement pays for the same work."))
        }
        return RewardStatement(lines: lines, taxNote: rewards.taxNote.flatMap { definition.text($0) })
    }

    /// The rate of a premium for somebody who follows these variants, in hundredths of a percent: never less than what
    /// everybody in the pathway has on the day (INC-22, EXP-15).
    ///
    /// - Parameter day: whose roll-outs count; none where it is nil.
    public func premiumBasisPoints(
        _ premium: Premium, _ variants: [String: String], in pathway: String, on day: Day?
    ) -> Int64 {
        let met = definition.chosen(variants).compactMap(\.premiumBasisPoints)
        return max(definition.premiumBasisPoints(premium, in: pathway, on: day), met.max() ?? 0)
    }

    private func line(of premium: Premium, _ earned: String, _ held: String, _ points: Int64) -> RewardStatementLine {
        let rate = Decimal6(millionths: points * (Decimal6.one / 100))
        return RewardStatementLine(
            kind: .payPremium, title: "Pay premium", condition: earned,
            amount: "\(rate) % more on the next \(counted(premium.uses, "engagement")) that you start.", term: held)
    }

    private func words(of priority: PriorityPlan) -> String {
        guard priority.hasBriefPriority else { return "You are marked as eligible for rehire." }
        return priority.isRehireEligible
            ? "You are marked as eligible for rehire, and briefs are ordered with you first."
            : "Briefs are ordered with you first."
    }

    private func counted(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
}
