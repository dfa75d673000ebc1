import Contracts
import Programmes

extension SeasonSummary {
    /// Prints it: what the season was, the gate, the credentials, the money, and the pilot's figures.
    func show() {
        print("A synthetic season of \(programme), \(from) to \(until):")
        print("\(Grouping.text(workers)) workers who do not exist, \(Grouping.text(messages)) messages from outside")
        print("")
        pilot.show()
        print("")
        if let experiment {
            experiment.show()
            print("")
        }
        print("gate         \(SeasonSummary.list(gate)); hours before clearance: \(violations) reports")
        print("credentials  \(SeasonSummary.list(credentials))")
        print("notices      \(SeasonSummary.list(notices))")
        print("")
        Output.table(
            ["money in the ledger", "amount"],
            money.map { [$0.purpose, SeasonSummary.amount($0.minorUnits, $0.currency)] })
        print("")
        Output.table(
            ["budget", "quarter", "amount", "reserved", "committed"],
            budgets.map { budget in
                [budget.line, budget.quarter]
                    + [budget.amount, budget.reserved, budget.committed].map {
                        SeasonSummary.amount($0, budget.currency)
                    }
            })
    }

    private static func list(_ counts: [String: Int64]) -> String {
        counts.sorted { $0.key < $1.key }.map { "\(Grouping.text(Int($0.value))) \($0.key)" }.joined(separator: ", ")
    }

    /// Money to its last digit; what is counted, such as uses of a premium, as it is.
    private static func amount(_ units: Int64, _ currency: String) -> String {
        guard currency.count == 3 else { return "\(units) \(currency)" }
        return MoneyText.text(of: Money(minorUnits: units, currency: currency))
    }
}
