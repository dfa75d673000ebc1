import Contracts

/// A contractor as the outside knows them, and what ties them to other contractors (ONB-27).
struct ContractorIdentity: Hashable, Sendable {
    let contractor: Identifier
    let source: String
    let workerID: String
    /// Derived from (source, person id): whoever shares it in one source is one person.
    var person: Identifier?
    var personID: String?
    /// The event time of the claim that `personID` comes from.
    var personSince: Timestamp?
    /// The earliest event time of any accepted record about them, so that who is older does not depend on arrival.
    var firstSeen: Timestamp
    /// Whom an operator linked them with.
    var joinedTo: Identifier?
    /// Whether an operator said that they are nobody else, whatever person id they share.
    var apart = false
    /// Who stands for them, as last announced.
    var canonical: Identifier
    /// The sequence of that announcement.
    var linkSequence: Int64 = 0

    init(contractor: Identifier, source: String, workerID: String, firstSeen: Timestamp) {
        self.contractor = contractor
        self.source = source
        self.workerID = workerID
        self.firstSeen = firstSeen
        canonical = contractor
    }

    /// Takes in one more record about them; says whether anything changed.
    ///
    /// Of several person ids the one claimed last by event time counts, the greater one among equals.
    mutating func see(personID claimed: String?, at time: Timestamp) -> Bool {
        var changed = false
        if time < firstSeen {
            firstSeen = time
            changed = true
        }
        if let claimed, claims(claimed, at: time) {
            person = ContractorIdentity.person(source: source, personID: claimed)
            personID = claimed
            personSince = time
            changed = true
        }
        return changed
    }

    private func claims(_ claimed: String, at time: Timestamp) -> Bool {
        guard let personID, let personSince else { return true }
        return time == personSince ? claimed > personID : time > personSince
    }

    /// The key of a person id, which means something inside one source only.
    static func person(source: String, personID: String) -> Identifier {
        Identifier.derived("person", source, personID)
    }
}
