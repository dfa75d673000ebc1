import Contracts

/// A step of an onboarding case.
struct CaseStep: Hashable, Sendable {
    /// What has to be done before somebody starts in a role.
    enum Kind: String, CaseIterable, Comparable, Sendable {
        case consent
        case credential
        case terms
        case verification

        static func < (left: Kind, right: Kind) -> Bool {
            left.rawValue < right.rawValue
        }
    }

    let caseID: Identifier
    let kind: Kind
    let contractor: Identifier
    let engagement: Identifier
    var programme: String
    /// When it was done; nil while it is open.
    var doneAt: Timestamp?
}
