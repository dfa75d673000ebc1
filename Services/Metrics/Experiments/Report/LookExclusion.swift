/// Why a look does not count towards the p-value.
enum LookExclusion: Saying {
    /// The smaller arm has fewer matured units than the floor.
    case belowFloor(units: Int, floor: Int)
    /// The variants had filled otherwise than meant (EXP-09).
    case ratioFails(p: Double)
    /// Too few have the rarer outcome for a normal approximation.
    case rare(outcomes: Int, least: Int)
    /// The values do not vary.
    case noVariance

    var code: String {
        switch self {
        case .belowFloor: "below-floor"
        case .ratioFails: "ratio-fails"
        case .rare: "rare"
        case .noVariance: "no-variance"
        }
    }

    var text: String {
        switch self {
        case .belowFloor(let units, let floor): "The smaller group has \(units) of at least \(floor)."
        case .ratioFails(let p): "The variants had filled otherwise than meant (p \(ReadingNumbers.p(p)))."
        case .rare(let outcomes, let least): "Only \(outcomes) of at least \(least) have the rarer outcome."
        case .noVariance: "The values do not vary."
        }
    }

    var values: [String: SaidValue] {
        switch self {
        case .belowFloor(let units, let floor): ["units": .count(units), "floor": .count(floor)]
        case .ratioFails(let p): ["p": .number(p)]
        case .rare(let outcomes, let least): ["outcomes": .count(outcomes), "least": .count(least)]
        case .noVariance: [:]
        }
    }
}
