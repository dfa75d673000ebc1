import Contracts

extension Guardrails {
    /// The lines that pay are there, in one currency each, and no quarter of them twice (INC-24).
    func checkMoney() {
        let budgets = root.nearest("budgets")
        var currencies: [String: String] = [:]
        var seen: Set<[String]> = []
        for (budget, place) in zip(programme.budgets, budgets.elements)
        where budgets.elements.count == programme.budgets.count {
            if !seen.insert([budget.line, budget.quarter.text]).inserted {
                place.report(
                    "duplicate-line", "The line '\(budget.line)' stands twice in \(budget.quarter.text).",
                    remedy: "Join both into one amount.")
            }
            let currency = currencies[budget.line] ?? budget.amount.currency
            currencies[budget.line] = currency
            if currency != budget.amount.currency {
                place.nearest("amount").report(
                    "currency", "The line '\(budget.line)' is kept in \(currency).",
                    remedy: "Keep a line in one currency; give the other a line of its own.")
            }
        }
        let known = budgets.texts(under: "line")
        for grant in programme.rewards.grants {
            let place = root.nearest("rewards").nearest("grants").nearest(grant.id, under: "id")
            if !known.contains(grant.line) {
                place.nearest("line").report(
                    "unknown-line", "There is no budget line '\(grant.line)'.",
                    remedy: "Write it under 'budgets'. \(Suggestion.remedy(for: grant.line, among: known))")
            }
            check(grant.amount, currencies[grant.line], place.nearest("amount"))
        }
        for pathway in programme.pathways {
            guard let stipend = pathway.assessment?.practical.stipend else { continue }
            let place = root.nearest("pathways").nearest(pathway.id, under: "id").nearest("assessment")
                .nearest("practical").nearest("stipend")
            if !known.contains(Guardrails.stipends) {
                place.warn(
                    "unbudgeted", "No budget line '\(Guardrails.stipends)' bears this stipend.",
                    remedy: "Write the line under 'budgets', so that it is reserved before it is owed.")
            }
            check(stipend, currencies[Guardrails.stipends], place)
        }
    }

    private func check(_ amount: Money, _ currency: String?, _ place: DocumentValue) {
        guard let currency, currency != amount.currency else { return }
        place.report(
            "currency", "The line that pays it is kept in \(currency).",
            remedy: "Write both in the same currency.")
    }

    /// The line that bears the stipends.
    private static let stipends = "stipends"
}
