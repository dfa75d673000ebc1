import Programmes
import Yams

/// Makes what was decided a new version of the programme.
enum RollOut {
    /// The text of a programme with a decision on one of its experiments.
    ///
    /// - Throws: ``RehearsalError`` where the text has no such experiment or may not be published.
    static func text(_ text: String, experiment: String, _ decision: ExperimentDecision) throws -> String {
        guard var root = try Yams.compose(yaml: text), var experiments = root["experiments"]?.sequence,
            let place = experiments.firstIndex(where: { $0["id"]?.string == experiment })
        else { throw RehearsalError("The programme's text has no experiment '\(experiment)' to decide on.") }
        experiments[place]["decision"] = Node([
            (Node("variant"), Node(decision.variant)), (Node("decided"), Node("\(decision.decidedOn)")),
            (Node("from"), Node("\(decision.from)")), (Node("by"), Node(decision.by)),
            (Node("because"), Node(decision.reason, Tag(.str), .doubleQuoted)),
        ])
        root["experiments"] = .sequence(experiments)
        let decided = try Yams.serialize(node: root, width: 118, allowUnicode: true)
        let report = ProgrammeReport(decided, file: "the decided version")
        guard report.ok else {
            throw RehearsalError("The decision cannot be published: " + report.findings.joined(separator: " "))
        }
        return decided
    }
}
