import Contracts

extension PublishedProgramme {
    /// The reward statement of a pathway, for a worker who follows these variants (by the experiments' ids).
    public func rewardStatement(for pathway: Pathway, variants: [String: String] = [:]) -> RewardStatement {
        let rewards = definition.rewards
        let passed = "the credential \(pathway.credential.name) is earned"
        let held =
            "as long as the credential is valid: \(pathway.credential.validityMonths) months, longer when renewed"
        var lines: [RewardStatementLine] = []
        for pool in rewards.pools {
            lines.append(
                RewardStatementLine(
                    kind: .preferredPool, title: pool.title, condition: passed,
                    amount: "a place, without any exclusivity", term: held))
        }
        for tier in rewards.tiers {
            lines.append(
                RewardStatementLine(
                    kind: .tieredAccess, title: tier.title, condition: passed,
                    amount: "\(tier.hours) hours before everybody else", term: held))
        }
        if let premium = rewards.premium {
            let points = premiumBasisPoints(premium, variants)
            lines.append(
                RewardStatementLine(
                    kind: .payPremium, title: "Pay premium", condition: passed,
                    amount:
                        "\(Decimal6(millionths: points * (Decimal6.one / 100))) % on the next \(premium.uses) engagements",
                    term: held))
        }
        for grant in rewards.grants where grant.pathway == pathway.id {
            lines.append(
                RewardStatementLine(
                    kind: .microGrant, title: grant.title, condition: passed,
                    amount: "up to \(grant.amount) against receipts for "
                        + grant.categories.map(\.rawValue).joined(separator: " or "),
                    term: "\(grant.claimDays) days"))
        }
        for story in rewards.stories where story.pathway == pathway.id {
            lines.append(
                RewardStatementLine(
                    kind: .caseStudy, title: "Case study and testimonial", condition: passed,
                    amount: "published only after a release (\(story.release))", term: "at any time, or never"))
        }
        for priority in rewards.priorities where priority.pathway == pathway.id {
            lines.append(
                RewardStatementLine(
                    kind: .priorityAssignment, title: "Priority", condition: passed,
                    amount: priority.hasBriefPriority
                        ? "first in the order of briefs" : "marked as eligible for rehire",
                    term: held))
        }
        if let stipend = pathway.assessment?.practical.stipend {
            lines.append(
                RewardStatementLine(
                    kind: .wageTopUp, title: "Stipend of the practical task", condition: "the task is handed in",
                    amount: "\(stipend), whatever the result", term: "once for each attempt"))
        }
        return RewardStatement(lines: lines)
    }

    /// The rate of a premium for somebody who follows these variants, in hundredths of a percent.
    public func premiumBasisPoints(_ premium: Premium, _ variants: [String: String]) -> Int64 {
        for (experiment, variant) in variants.sorted(by: { $0.key < $1.key }) {
            let chosen = definition.experiment(experiment)?.variants.first { $0.id == variant }
            if let points = chosen?.premiumBasisPoints { return points }
        }
        return premium.rateBasisPoints
    }
}
