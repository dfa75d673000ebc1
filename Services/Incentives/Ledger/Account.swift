import Contracts

/// Names of accounts: who, and what for.
enum Account {
    /// Where a programme's premium uses come from.
    static func premiums(of programme: String) -> String { "programme:\(programme):premium" }
    /// What a programme spends.
    static func budget(of programme: String) -> String { "programme:\(programme):budget" }
    /// What a programme spends on a line in a quarter; without a line, on what no line limits.
    static func budget(of programme: String, _ allocation: Allocation?) -> String {
        guard let key = allocation?.budget else { return budget(of: programme) }
        return "programme:\(programme):budget:\(key.line):\(key.quarter)"
    }
    /// What a programme has set aside of that.
    static func reserved(of programme: String, _ allocation: Allocation?) -> String {
        guard let key = allocation?.budget else { return "programme:\(programme):reserved" }
        return "programme:\(programme):reserved:\(key.line):\(key.quarter)"
    }
    /// Premium uses that a contractor has left; never below zero at rest.
    static func entitlement(of contractor: Identifier) -> String { "contractor:\(contractor):entitlement" }
    /// Money that is owed to a contractor.
    static func payable(to contractor: Identifier) -> String { "contractor:\(contractor):payable" }
    /// Money that went out to a contractor.
    static func paid(to contractor: Identifier) -> String { "contractor:\(contractor):paid" }
    /// Premium uses that an engagement took.
    static func used(by engagement: Identifier) -> String { "engagement:\(engagement):used" }
}
