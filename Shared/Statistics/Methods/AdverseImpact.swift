/// Whether a selection leaves some groups behind: the four-fifths rule, with Fisher's test beside it.
///
/// impact ratio = rate / highest rate. Uniform Guidelines on Employee Selection Procedures, 29 CFR 1607.4 D (1978).
public enum AdverseImpact: StatisticalMethod {
    /// How many of a group applied, and how many of them were selected.
    public struct Group: Decodable, Hashable, Sendable {
        let selected, applicants: Double

        /// Takes both counts.
        public init(selected: Double, applicants: Double) {
            (self.selected, self.applicants) = (selected, applicants)
        }
    }

    /// The groups by name.
    public struct Input: Decodable, Hashable, Sendable {
        let groups: [String: Group]

        /// Takes the groups by name.
        public init(groups: [String: Group]) {
            self.groups = groups
        }
    }

    /// A group measured by the reference group.
    public struct Comparison: Encodable, Sendable {
        /// The share selected, undefined without applicants.
        @Defined public var rate: Double?
        /// The rate over the highest one, undefined when nobody was selected anywhere.
        @Defined public var impactRatio: Double?
        /// Whether that ratio is below 0.8, decided in whole numbers.
        @Defined public var belowFourFifths: Bool?
        /// Fisher's two-sided p-value against the reference group.
        @Defined public var fisher: Double?

        enum CodingKeys: String, CodingKey {
            case rate
            case impactRatio = "impact_ratio"
            case belowFourFifths = "below_four_fifths"
            case fisher = "fisher_p"
        }
    }

    /// All groups measured by the one with the highest rate.
    public struct Output: Encodable, Sendable {
        /// The group with the highest rate, the first by name among equals.
        @Defined public var reference: String?
        /// The groups by name.
        public var groups: [String: Comparison] = [:]
    }

    /// Its fields and an example.
    public static let description = MethodDescription(
        "adverse_impact", "Selection rates of groups against the highest one: four-fifths rule and Fisher's test.",
        inputs: [.field("groups", "object of {selected, applicants} by the name of the group, counts")],
        outputs: [
            .field("reference", "text: group with the highest rate, the first by name among equals"),
            .field(
                "groups",
                "object of {rate, impact_ratio, below_four_fifths, fisher_p} by name; "
                    + "null for a group without applicants"
            ),
        ],
        example: """
            {"groups": {"north": {"selected": 48, "applicants": 80}, "south": {"selected": 12, "applicants": 40}}}
            """)

    /// Compares the groups.
    public static func evaluate(_ input: Input) throws(StatisticsError) -> Output {
        let groups = input.groups.sorted { $0.key < $1.key }
        for (name, group) in groups {
            try Check.part(
                group.selected, of: group.applicants, "groups.\(name).selected", "groups.\(name).applicants")
        }
        let measured = groups.filter { $0.value.applicants > 0 }
        guard var reference = measured.first else {
            return Output(reference: nil, groups: input.groups.mapValues { _ in Comparison() })
        }
        for other in measured where other.value.exceeds(reference.value) { reference = other }
        var output = Output(reference: reference.key)
        for (name, group) in groups {
            output.groups[name] = try compare(group, reference.value, isReference: name == reference.key)
        }
        return output
    }

    private static func compare(
        _ group: Group, _ reference: Group, isReference: Bool,
    ) throws(StatisticsError) -> Comparison {
        guard group.applicants > 0 else { return Comparison() }
        var comparison = Comparison(rate: group.selected / group.applicants)
        if reference.selected > 0 {
            comparison.impactRatio =
                (group.selected / reference.selected) * (reference.applicants / group.applicants)
            comparison.belowFourFifths = group.isBelowFourFifths(of: reference)
        }
        if isReference {
            comparison.fisher = 1
            if comparison.impactRatio != nil { comparison.impactRatio = 1 }
        } else {
            let test = FisherExact.Input(table: [
                [group.selected, group.applicants - group.selected],
                [reference.selected, reference.applicants - reference.selected],
            ])
            comparison.fisher = try FisherExact.evaluate(test).twoSided
        }
        return comparison
    }
}

extension AdverseImpact.Group {
    /// Whether its rate is higher, by cross multiplication: quotients would blur what is equal.
    fileprivate func exceeds(_ other: AdverseImpact.Group) -> Bool {
        Int128(selected) * Int128(other.applicants) > Int128(other.selected) * Int128(applicants)
    }

    fileprivate func isBelowFourFifths(of other: AdverseImpact.Group) -> Bool {
        5 * Int128(selected) * Int128(other.applicants) < 4 * Int128(other.selected) * Int128(applicants)
    }
}
