import Contracts
import Programmes

/// An experiment as it was declared first, and every later edit (EXP-01).
///
/// The register is the programme's published versions themselves: immutable, each with its moment of publication. A
/// worker is only ever assigned under a version that declares the experiment, so the declaration comes first.
struct ExperimentRegister: Equatable, Sendable {
    /// A field that a later version declares otherwise.
    struct Change: Encodable, Equatable, Sendable {
        let field: String
        let before: String
        let after: String
    }

    /// A later version with another plan.
    struct Deviation: Encodable, Equatable, Sendable {
        let version: Int64
        let publishedAt: String
        let digest: String?
        let changes: [Change]
    }

    /// The plan that was declared first.
    let registered: ExperimentPlan
    /// The version that declared it.
    let version: Int64
    let registeredAt: Timestamp
    /// The plan in force: the newest that there is.
    let plan: ExperimentPlan
    let deviations: [Deviation]

    /// The register of an experiment; nil where no version declares it.
    init?(_ experiment: String, _ versions: [PublishedProgramme]) {
        let versions = versions.sorted { $0.version < $1.version }
        guard let first = versions.first(where: { $0.definition.experiment(experiment) != nil }),
            let registered = first.definition.experiment(experiment)
        else { return nil }
        var deviations: [Deviation] = []
        var before: ExperimentPlan? = registered
        var newest = registered
        for version in versions where version.version > first.version {
            let after = version.definition.experiment(experiment)
            if after?.digest != before?.digest {
                deviations.append(
                    Deviation(
                        version: version.version, publishedAt: "\(version.publishedAt)", digest: after?.digest,
                        changes: ExperimentRegister.changes(before, after)))
            }
            before = after
            newest = after ?? newest
        }
        self.registered = registered
        self.version = first.version
        registeredAt = first.publishedAt
        plan = newest
        self.deviations = deviations
    }

    /// The ids of all experiments that any version declares, sorted.
    static func experiments(_ versions: [PublishedProgramme]) -> [String] {
        Set(versions.flatMap { $0.definition.experiments.map(\.id) }).sorted()
    }

    private static func changes(_ before: ExperimentPlan?, _ after: ExperimentPlan?) -> [Change] {
        guard let before, let after else {
            let word = { (plan: ExperimentPlan?) in plan == nil ? "not declared" : "declared" }
            return [Change(field: "experiment", before: word(before), after: word(after))]
        }
        return zip(before.declared, after.declared).filter { $0.text != $1.text }.map { old, new in
            Change(field: old.field, before: old.text, after: new.text)
        }
    }
}
