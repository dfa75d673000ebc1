import Contracts
import Programmes

/// A line of the list of experiments.
struct ExperimentSummary: Encodable, Sendable {
    let programme: String
    let experiment: String
    let hypothesis: String
    let variants: [String]
    let primary: String
    let from: String
    let until: String
    let registeredVersion: Int64
    let registeredAt: String
    let digest: String
    let deviations: Int

    init(programme: String, _ register: ExperimentRegister) {
        self.programme = programme
        experiment = register.plan.id
        hypothesis = register.plan.hypothesis
        variants = register.plan.variants.map(\.id)
        primary = register.plan.primary
        from = "\(register.plan.from)"
        until = "\(register.plan.until)"
        registeredVersion = register.version
        registeredAt = "\(register.registeredAt)"
        digest = register.registered.digest
        deviations = register.deviations.count
    }
}
