import Contracts
import Database
import Messaging

/// The identities that a batch touches: takes in sightings and operators' commands, then links and announces.
struct ContractorBook: Sendable {
    private(set) var identities: [Identifier: ContractorIdentity] = [:]
    private var changed: Set<Identifier> = []
    private var causes: [Identifier: Item] = [:]
    private var lastCause: Item?
    /// Whether anybody stands for somebody else than before.
    private(set) var hasRelinked = false

    init(_ known: [ContractorIdentity] = []) {
        identities.reserveCapacity(known.count)
        for identity in known { identities[identity.contractor] = identity }
    }

    /// Takes in an accepted record about somebody, who becomes known by it.
    mutating func see(_ contractor: Identifier, _ record: some PersonalRecord, _ item: Item) {
        let person = record.person
        let known = identities[contractor]
        var identity =
            known
            ?? ContractorIdentity(
                contractor: contractor, source: item.source, workerID: person.workerId, firstSeen: record.eventTime)
        if identity.see(personID: person.personId, at: record.eventTime) || known == nil {
            set(identity, because: item)
        }
    }

    /// Carries out an operator's link or its undoing; a refusal when it cannot be.
    mutating func command(_ link: ContractorLink, undo: Bool, _ item: Item) -> Refusal? {
        guard var alias = identities[link.contractor] else { return .unknownContractor("data.contractor") }
        if undo {
            alias.joinedTo = nil
            alias.apart = true
            for var other in identities.values where other.joinedTo == alias.contractor {
                other.joinedTo = nil
                set(other, because: item)
            }
        } else {
            guard link.canonical != link.contractor else { return .linkedWithItself }
            guard identities[link.canonical] != nil else { return .unknownContractor("data.canonical") }
            alias.joinedTo = link.canonical
            alias.apart = false
        }
        set(alias, because: item)
        return nil
    }

    private mutating func set(_ identity: ContractorIdentity, because item: Item) {
        identities[identity.contractor] = identity
        changed.insert(identity.contractor)
        causes[identity.contractor] = item
        lastCause = item
    }

    /// Decides who stands for whom now; the changes, sorted by alias.
    mutating func link() -> [LinkChange] {
        let concerned = identities.values.contains {
            $0.person != nil || $0.joinedTo != nil || $0.canonical != $0.contractor
        }
        guard !changed.isEmpty, concerned else { return [] }
        let canonicals = Linking.canonicals(of: identities.values)
        let joined = Set(identities.values.compactMap(\.joinedTo))
        var changes: [LinkChange] = []
        for (contractor, canonical) in canonicals {
            guard var identity = identities[contractor], identity.canonical != canonical else { continue }
            identity.canonical = canonical
            identity.linkSequence += 1
            identities[contractor] = identity
            let byOperator = identity.joinedTo != nil || joined.contains(contractor) || identity.apart
            changes.append(
                LinkChange(
                    alias: contractor, canonical: canonical, sequence: identity.linkSequence,
                    basis: byOperator ? .operator : .personID))
        }
        return changes.sorted { $0.alias < $1.alias }
    }

    /// Links, announces and writes.
    mutating func finish(_ context: DecisionContext, _ out: inout Decisions) {
        let changes = link()
        hasRelinked = !changes.isEmpty
        let written = changed.sorted().compactMap { identities[$0] }
        if !written.isEmpty { out.write(ContractorStatements.upsert(written)) }
        guard let lastCause, !changes.isEmpty else { return }
        out.write(ContractorStatements.setCanonical(changes))
        out.write(ContractorStatements.endLinks(changes, at: context.now))
        out.write(ContractorStatements.addLinks(changes.filter { !$0.isUndone }, at: context.now))
        for change in changes {
            let cause = causes[change.alias] ?? causes[change.canonical] ?? lastCause
            out.emit(
                change.isUndone ? .contractorUnlinked : .contractorLinked, change.payload, about: change.alias,
                because: cause)
            out.audit(ContractorBook.audit(change), because: cause)
        }
    }

    private static func audit(_ change: LinkChange) -> AuditEntry {
        var inputs = AuditInputs()
        inputs.add("contractor", change.alias)
        inputs.add("canonical", change.canonical)
        inputs.add("basis", change.basis.rawValue)
        inputs.add("sequence", change.sequence)
        return AuditEntry(
            decision: change.isUndone ? "contractor.unlinked" : "contractor.linked", contractor: change.alias,
            rule: "linking/1", inputs: inputs.text,
            outcome: change.isUndone ? "stands for themselves" : "is the same person as the canonical contractor")
    }
}

extension Refusal {
    static func unknownContractor(_ path: String) -> Refusal {
        Refusal(
            code: "unknown-contractor", path: path,
            message: "No record about this contractor has arrived; look up the contractor's id and send it again.")
    }

    static let linkedWithItself = Refusal(
        code: "linked-with-itself", path: "data.canonical",
        message: "A contractor cannot be linked with itself; name two contractors.")
}
