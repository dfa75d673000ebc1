import Contracts

/// The onboarding of a contractor for one engagement: opened at the first sight of it and never again (ONB-01).
struct OnboardingCase: Hashable, Sendable {
    let id: Identifier
    let engagement: Identifier
    let contractor: Identifier
    let role: String
    let programme: String?
    let programmeVersion: Int64?

    /// The id of an engagement's case.
    static func id(of engagement: Identifier) -> Identifier {
        Identifier.derived("onboarding-case", engagement)
    }
}
