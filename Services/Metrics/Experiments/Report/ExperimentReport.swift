import Contracts
import Database
import Programmes

/// An experiment: what was declared, who was assigned to and who met which variant, the figures of each, and what may
/// be concluded.
struct ExperimentReport: Encodable, Sendable {
    /// A variant.
    struct Variant: Encodable, Equatable, Sendable {
        let id: String
        let weight: Int64
        let planned: Int
        /// Invited workers whom the assignment puts here.
        let assigned: Int64
        /// Workers who met it first.
        let exposed: Int64
        /// Those of the exposed whom the assignment puts elsewhere, such as after a link of two identities.
        let crossed: Int64
        /// Units whose time for the primary outcome is over.
        let matured: Int64
    }

    let programme: String
    let experiment: String
    let hypothesis: String
    let unit: String
    let eligible: String?
    let pathway: String?
    let primary: String
    let secondary: [String]
    let from: String
    let until: String
    let asOf: String
    let registeredVersion: Int64
    let registeredAt: String
    let digest: String
    let deviations: [ExperimentRegister.Deviation]
    /// Exposures under a version older than the declaration; none, unless something is wrong.
    let exposedBeforeDeclaration: Int64
    let variants: [Variant]
    let analysis: VariantMap.Analysis
    let standing: ExperimentStanding
    let kpis: [KPIReport]
    /// What was declared beside the above.
    let plan: DeclaredPlan
    /// What may be concluded, and why.
    let finding: ExperimentFinding
    let sampleRatio: SampleRatioReading
    /// Every variant against the control by the primary figure; these alone decide.
    let comparisons: [OutcomeComparison]
    /// The same by the other figures, which decide nothing.
    let secondaryComparisons: [OutcomeComparison]
    /// What could be seen of the primary figure on each day.
    let looks: [ExperimentLook]
    /// Time to the next engagement, where rehire is one of the figures.
    let survival: RehireSurvival?
    let guardrails: [GuardrailReading]
    let decision: DecisionReading?
    /// The looks as they were noted on their days.
    let notes: [NotedLook]
    /// The programme's leading indicator.
    let leading: LeadingIndicator?

    init(
        programme: String, register: ExperimentRegister, exposed: VariantMap, assigned: VariantMap,
        exposedBeforeDeclaration: Int64, analysis: VariantMap.Analysis, asOf: Day, kpis: [KPIReport],
        reading: ExperimentReading, notes: [NotedLook], leading: LeadingIndicator?
    ) {
        let plan = register.plan
        self.programme = programme
        experiment = plan.id
        hypothesis = plan.hypothesis
        unit = plan.unit.rawValue
        eligible = plan.eligible
        pathway = plan.pathway
        primary = plan.primary
        secondary = plan.secondary
        from = "\(plan.from)"
        until = "\(plan.until)"
        self.asOf = "\(asOf)"
        registeredVersion = register.version
        registeredAt = "\(register.registeredAt)"
        digest = register.registered.digest
        deviations = register.deviations
        self.exposedBeforeDeclaration = exposedBeforeDeclaration
        variants = ExperimentReport.variants(
            plan, exposed: exposed, assigned: assigned, matured: reading.matured)
        self.analysis = analysis
        standing = ExperimentStanding(
            register, sizes: (analysis == .exposure ? exposed : assigned).sizes, asOf: asOf)
        self.kpis = kpis
        self.plan = DeclaredPlan(plan)
        finding = reading.finding
        sampleRatio = reading.sampleRatio
        comparisons = reading.comparisons
        secondaryComparisons = reading.secondaryComparisons
        looks = reading.looks
        survival = reading.survival
        guardrails = reading.guardrails
        decision = reading.decision
        self.notes = notes
        self.leading = leading
    }

    /// Assigned against exposed, variant by variant (EXP-05).
    static func variants(
        _ plan: ExperimentPlan, exposed: VariantMap, assigned: VariantMap, matured: [String: Int] = [:]
    ) -> [Variant] {
        plan.variants.map { variant in
            let met = exposed.places.filter { $0.value.variant == variant.id }
            return Variant(
                id: variant.id, weight: variant.weight, planned: plan.sizePerVariant,
                assigned: Int64(assigned.places.values.count { $0.variant == variant.id }), exposed: Int64(met.count),
                crossed: Int64(
                    met.count { VariantAssignment.variant(of: $0, client: $1.client, in: plan)?.id != variant.id }),
                matured: Int64(matured[variant.id] ?? 0))
        }
    }
}
