import Contracts
import Programmes

/// What a policy may check of a claim, and nothing else (INC-10): category, dates, repeated receipts, amount.
///
/// It never asks who sold something or what it is; no merchant and no product is chosen or approved here.
enum ClaimPolicy {
    /// Who says so, as the actor of the step.
    static let actor = "claim-policy/1"

    /// What is wrong with a claim, each as a sentence that says what to do; empty where nothing is.
    static func findings(
        _ receipts: [Receipt], handedIn: Timestamp, _ terms: GrantTerms, taken: (String) -> Bool
    ) -> [String] {
        var findings: [String] = []
        if handedIn < terms.from || terms.until <= handedIn {
            findings.append("The claim was not handed in while the grant could be claimed.")
        }
        var seen: Set<String> = []
        for receipt in receipts {
            if !terms.plan.categories.contains(receipt.category) {
                findings.append(
                    "Receipt \(receipt.id) is for \(receipt.category.rawValue), which this grant does not pay.")
            }
            if receipt.date < terms.earnedAt.day || terms.until.day < receipt.date {
                findings.append("Receipt \(receipt.id) is dated outside the grant's time.")
            }
            if receipt.amount.currency != terms.plan.amount.currency {
                findings.append("Receipt \(receipt.id) is not in \(terms.plan.amount.currency), the grant's currency.")
            }
            if taken(receipt.hash) || !seen.insert(receipt.hash).inserted {
                findings.append("Receipt \(receipt.id) was claimed before; leave it out.")
            }
        }
        return findings
    }
}
