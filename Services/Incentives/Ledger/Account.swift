import Contracts

/// Names of accounts: who, and what for.
enum Account {
    /// Where a programme's premium uses come from.
    static func premiums(of programme: String) -> String { "programme:\(programme):premium" }
    /// What a programme spends.
    static func budget(of programme: String) -> String { "programme:\(programme):budget" }
    /// Premium uses that a contractor has left; never below zero at rest.
    static func entitlement(of contractor: Identifier) -> String { "contractor:\(contractor):entitlement" }
    /// Money that is owed to a contractor.
    static func payable(to contractor: Identifier) -> String { "contractor:\(contractor):payable" }
    /// Premium uses that an engagement took.
    static func used(by engagement: Identifier) -> String { "engagement:\(engagement):used" }
}
