import Contracts
import Programmes

/// Whether a worker may perform an action on a class of assets: from valid credentials alone (CRD-16).
enum GateRule {
    /// The rule's name and version in answers and in the audit trail.
    static let rule = "credential-gate/1"

    /// The answer to a question.
    ///
    /// Nothing is guessed: where no programme has such a gate, where nobody of that id is known, or where programmes
    /// that were not chosen between disagree, the answer is unknown.
    static func answer(
        _ query: CredentialQueryAsked, held: [HeldCredential]?, _ programmes: ProgrammeCatalogue, now: Timestamp
    ) -> CredentialQueryAnswered {
        func unknown(_ reason: String) -> CredentialQueryAnswered {
            CredentialQueryAnswered(.gate, .unknown, reason: reason, rule: rule, decidedAt: now)
        }
        let found = gates(query, programmes)
        guard let first = found.first else {
            return unknown("No programme in force says which credentials open this action on this class of assets.")
        }
        guard let held else {
            var answer = unknown("Nobody of this id is known here.")
            answer.cite(first.programme, first.gate)
            return answer
        }
        let answers = found.map { judge($0.programme, $0.gate, held, now) }
        guard let answer = answers.first, answers.allSatisfy({ $0.verdict == answer.verdict }) else {
            let names = found.map(\.programme.id).joined(separator: ", ")
            return unknown("The programmes \(names.prefix(800)) answer in different ways; name the one that is meant.")
        }
        return answer
    }

    private static func gates(
        _ query: CredentialQueryAsked, _ programmes: ProgrammeCatalogue
    ) -> [(programme: PublishedProgramme, gate: ActionGate)] {
        programmes.latest.filter { query.programme == nil || $0.id == query.programme }.flatMap { programme in
            programme.definition.gates
                .filter { $0.action == query.action && $0.assetClass == query.assetClass }
                .map { (programme, $0) }
        }
    }

    private static func judge(
        _ programme: PublishedProgramme, _ gate: ActionGate, _ held: [HeldCredential], _ now: Timestamp
    ) -> CredentialQueryAnswered {
        let own = held.filter { $0.programme == programme.id && gate.requirement.pathways.contains($0.pathway) }
        let valid = own.filter { $0.standing(at: now) == .valid }
        let missing = gate.requirement.missing(holding: Set(valid.map(\.pathway)))
        var answer = CredentialQueryAnswered(
            .gate, missing.isEmpty ? .yes : .no,
            reason: missing.isEmpty ? granted(valid) : wanting(gate, missing), rule: rule, decidedAt: now)
        answer.cite(programme, gate)
        answer.credentials = Array(valid.map(\.ground).prefix(1000))
        answer.checks = gate.requirement.pathways.prefix(100).map { check($0, own, now) }
        return answer
    }

    private static func granted(_ valid: [HeldCredential]) -> String {
        let pathways = Set(valid.map(\.pathway)).sorted().joined(separator: ", ")
        return "A valid credential is held of: \(pathways.prefix(900))."
    }

    private static func wanting(_ gate: ActionGate, _ missing: [String]) -> String {
        let names = missing.joined(separator: ", ").prefix(900)
        return switch gate.requirement {
        case .any: "A valid credential of one of these pathways is needed: \(names)."
        case .all: "A valid credential of each of these pathways is still needed: \(names)."
        }
    }

    private static func check(_ pathway: String, _ own: [HeldCredential], _ now: Timestamp) -> CredentialCheck {
        let standings = own.filter { $0.pathway == pathway }.map { $0.standing(at: now) }
        if standings.contains(.valid) { return CredentialCheck(pathway, .passed, "held and valid") }
        let others = Set(standings.map(\.rawValue)).sorted().joined(separator: ", ")
        return CredentialCheck(pathway, .failed, others.isEmpty ? "not held" : "held, but \(others)")
    }
}

extension CredentialQueryAnswered {
    /// Names the gate that answered.
    fileprivate mutating func cite(_ programme: PublishedProgramme, _ gate: ActionGate) {
        self.programme = programme.id
        programmeVersion = programme.version
        basis = gate.basis
        rule = "\(GateRule.rule) \(gate.id)"
    }
}
