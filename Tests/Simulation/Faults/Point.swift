/// A place in a message's way at which something can go wrong.
struct Point: Hashable, Comparable, CustomStringConvertible {
    /// The steps of a message, a timer, a lease, in the order in which they come.
    enum Step: String, CaseIterable, Comparable {
        case receive, inbox, commit, publish, confirm, forget, acknowledge
        case timer, retry, setAside, lease, sweep, seal, open

        static func < (left: Step, right: Step) -> Bool { left.rawValue < right.rawValue }
    }

    enum Moment: String, CaseIterable, Comparable {
        case before, after

        static func < (left: Moment, right: Moment) -> Bool { left == .before && right == .after }
    }

    let step: Step
    let moment: Moment

    init(_ step: Step, _ moment: Moment) {
        self.step = step
        self.moment = moment
    }

    var description: String { "\(moment) \(step)" }

    static func < (left: Point, right: Point) -> Bool { (left.step, left.moment) < (right.step, right.moment) }

    /// The points of a message's straight way.
    static let path: [Point] = all.filter {
        [.receive, .inbox, .commit, .publish, .confirm, .forget, .acknowledge].contains($0.step)
    }

    /// Points that few messages pass.
    static let seldom: [Point] = all.filter { [.timer, .setAside].contains($0.step) }

    /// Every point that a replica can pass.
    static let all: [Point] = Step.allCases.flatMap { step in Moment.allCases.map { Point(step, $0) } }
        .filter { $0 != Point(.receive, .before) && $0.step != .open }
}
