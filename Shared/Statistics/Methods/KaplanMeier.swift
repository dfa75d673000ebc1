/// How many are still without the event, by time.
///
/// S(t) = product over event times of (n - d) / n; Greenwood: se = S sqrt(sum d / (n (n - d))). E. L. Kaplan and
/// P. Meier, "Nonparametric estimation from incomplete observations", JASA 53 (1958).
public enum KaplanMeier: StatisticalMethod {
    /// Durations, and whether each ended with the event or was cut off.
    public struct Input: Decodable, Hashable, Sendable {
        let durations: [Double]
        let observed: [YesNo]

        /// Takes durations; one that is not observed is censored.
        public init(durations: [Double], observed: [YesNo]) {
            (self.durations, self.observed) = (durations, observed)
        }
    }

    /// The curve and its median.
    public struct Output: Encodable, Sendable {
        /// The event times.
        public var points: [Point] = []
        /// The first time at which half or fewer are left; undefined when that is not reached.
        @Defined public var median: Double?
    }

    /// The curve at an event time.
    public struct Point: Encodable, Sendable {
        /// The time.
        public let time: Double
        /// How many were there just before, those censored at this very time included.
        public let atRisk: Int
        /// How many had the event.
        public let events: Int
        /// The share without the event.
        public let survival: Double
        /// Greenwood's standard error, undefined where nobody is left.
        @Defined public var standardError: Double?

        enum CodingKeys: String, CodingKey {
            case time, events, survival
            case atRisk = "at_risk"
            case standardError = "standard_error"
        }
    }

    /// Its fields and an example.
    public static let description = MethodDescription(
        "kaplan_meier", "Share without the event by time (Kaplan-Meier), with Greenwood's standard error.",
        inputs: [
            .field("durations", "numbers: how long each was watched, 0 or more"),
            .field("observed", "flags: 1 if it ended with the event, 0 if it was cut off"),
        ],
        outputs: [
            .field(
                "points",
                "list of {time, at_risk, events, survival, standard_error} at event times; "
                    + "standard_error is null where nobody is left"
            ),
            .field("median", "number: first time with survival 0.5 or less, null when not reached"),
        ],
        example: #"{"durations": [6, 7, 10, 15, 19], "observed": [1, 0, 1, 1, 0]}"#)

    /// The curve.
    public static func evaluate(_ input: Input) throws(StatisticsError) -> Output {
        try Check.lifetimes(input.durations, input.observed, "durations", "observed")
        var output = Output()
        var curve = Curve()
        for step in Lifetimes(input.durations, input.observed).steps {
            if step.events > 0 {
                let survival = curve.pass(step)
                output.points.append(
                    Point(
                        time: step.time, atRisk: step.atRisk, events: step.events, survival: survival,
                        standardError: step.events < step.atRisk ? survival * curve.greenwood.squareRoot() : nil))
                // Half is half, whatever the last digit of a product says.
                if output.median == nil, survival <= 0.5 * (1 + 1e-12) { output.median = step.time }
            }
            if step.censored > 0 { curve.restart() }
        }
        return output
    }

    /// The product: as long as nobody is censored it telescopes into one fraction, which rounds once.
    private struct Curve {
        private var base = 1.0
        private var start: Double?
        private var survival = 1.0
        private(set) var greenwood = 0.0

        mutating func pass(_ step: Lifetimes.Step) -> Double {
            let (atRisk, events) = (Double(step.atRisk), Double(step.events))
            let first = start ?? atRisk
            start = first
            survival = base * ((atRisk - events) / first)
            if events < atRisk { greenwood += events / (atRisk * (atRisk - events)) }
            return survival
        }

        mutating func restart() {
            base = survival
            start = nil
        }
    }
}
