import Contracts
import Foundation
import Messaging
import Programmes

/// What the outside world says over months: engagements, opt-ins, results, earnings and checks of a few workers, in the
/// words of the shipped sample programme; corrected, of people with two identities, and sometimes bad.
///
/// As it is made, everything is said once and when it happened; ``delivered(_:)`` says it as outside systems do.
struct Workload {
    static let sources = ["/vms/north", "/vms/south", "/lms"]
    static let firstDay = Day(year: 2024, month: 1, day: 8)!

    var inputs: [Input] = []
    /// Days whose messages come together.
    private(set) var window = 30
    private var chance: SeededGenerator
    private var last = 0

    /// - Parameter season: the shipped season, of which every third workload has a worker too.
    init(seed: UInt64, season: ProgrammeDefinition? = nil) {
        chance = SeededGenerator(seed: seed)
        for worker in 0..<Int.random(in: 1...3, using: &chance) { live(worker) }
        for number in 0..<pick(3) {
            let day = moment(pick(200))
            inputs.append(Input(garbageAt: day, source: Workload.sources[0], id: "bad-\(number)"))
        }
        if let season, seed % 3 == 1 { liveSeason(1, in: season) }
        sort()
    }

    private mutating func sort() { inputs.sort { ($0.at, $0.id) < ($1.at, $1.id) } }

    /// The same as a seed has it delivered: a day or a year at once, some of it months late, some of it twice.
    func delivered(_ seed: UInt64) -> Workload {
        var copy = self
        copy.chance = SeededGenerator(seed: seed)
        copy.window = [1, 7, 7, 30, 90, 400].randomElement(using: &copy.chance) ?? 7
        for position in inputs.indices where copy.happens(20) {
            copy.inputs[position].at = copy.later(inputs[position].at, days: copy.happens(50) ? 5 : 120)
        }
        // Some schools tell all their results at the end of a year, long after they told who had opted in.
        if copy.happens(35) { copy.gatherResults() }
        for input in copy.inputs where copy.happens(8) {
            var again = input
            again.at = copy.later(input.at, days: 20)
            copy.inputs.append(again)
        }
        copy.sort()
        return copy
    }

    /// The same with everything said once and when it happened.
    var inTime: Workload {
        var copy = self
        copy.window = 30
        var known: Set<String> = []
        copy.inputs = inputs.filter { known.insert("\($0.source) \($0.id)").inserted }
        for position in copy.inputs.indices { copy.inputs[position].at = copy.inputs[position].happened }
        copy.sort()
        return copy
    }

    private mutating func gatherResults() {
        let results = inputs.indices.filter { inputs[$0].type == .assessmentResultRecorded }
        guard let end = results.map({ inputs[$0].at }).max() else { return }
        for position in results { inputs[position].at = end }
    }

    private mutating func later(_ time: Timestamp, days: Int) -> Timestamp {
        time.adding(seconds: Int64(pick(days) * 86_400 + pick(40_000)))
    }

    // MARK: drawing

    mutating func pick(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &chance) }
    mutating func happens(_ percent: Int) -> Bool { pick(100) < percent }

    func moment(_ day: Int, seconds: Int = 0) -> Timestamp {
        Timestamp(Workload.firstDay.adding(days: day)).adding(seconds: Int64(seconds))
    }

    mutating func say(
        _ payload: any Payload, _ type: EventType, on day: Int, _ source: String, _ summary: String
    ) {
        last += 1
        let id = "m\(last)"
        var input = Input(payload, type, at: moment(day, seconds: 1 + pick(80_000)), source: source, id: id, summary)
        if happens(20) { input.replyTo = "\(Topology.directReplyQueue).\(id)" }
        inputs.append(input)
    }

    // MARK: a worker's months

    private struct Pathway {
        let name: String
        let role: String
        let offerings: [(name: String, day: Int)]
        let coursework: [(name: String, due: Int)]
    }

    private static let pathways = [
        Pathway(
            name: "till", role: "till",
            offerings: [("till-2024A", 28), ("till-2024B", 147)],
            coursework: [("till-1", 14), ("till-2", 35), ("till-demo", 63)]),
        Pathway(
            name: "care", role: "care",
            offerings: [("care-2024A", 28), ("care-2024B", 147)],
            coursework: [("care-1", 14), ("care-2", 40), ("care-demo", 65)]),
    ]

    private mutating func live(_ worker: Int) {
        let home = Workload.sources[pick(2)]
        // Mostly the learning is told by the system that knows the engagements, or else it cannot count for them.
        let school = happens(75) ? home : Workload.sources[2]
        let person = happens(60) ? "P\(pick(4))" : nil
        // Some are known there under a second name, and their person's id says later that they are one.
        let pupil = happens(30) ? "W\(worker)b" : "W\(worker)"
        func known(_ name: String, _ isNamed: Bool) -> Person {
            Person(workerId: name, personId: isNamed ? person : nil)
        }
        for pathway in Workload.pathways.shuffled(using: &chance).prefix(1 + pick(2)) {
            let offering = pathway.offerings[pick(pathway.offerings.count)]
            let start = offering.day - pick(14)
            engage(worker, pathway.role, from: start, for: 60 + pick(30), home, known("W\(worker)", happens(70)))
            optIn(worker, pathway, offering, school, known(pupil, happens(70)))
            for work in pathway.coursework where happens(94) {
                result(worker, pathway, offering, work, school, known(pupil, happens(50)))
            }
            for again in 0..<([0, 0, 1, 2, 3, 4].randomElement(using: &chance) ?? 0) {
                let start = offering.day + 75 + again * 25 + pick(20)
                engage(
                    worker, pathway.role, from: start, for: 10 + pick(30), home, known("W\(worker)", happens(50)))
            }
        }
    }

    private mutating func engage(
        _ worker: Int, _ role: String, from day: Int, for days: Int, _ source: String, _ person: Person
    ) {
        last += 1
        let id = "E\(worker)-\(last)"
        let value = happens(70) ? Money(minorUnits: Int64(10_000 + pick(90_000)), currency: "EUR") : nil
        var statuses: [(EngagementStatus, Int)] = [(.accepted, day - 5)]
        if happens(85) { statuses.append((.active, day)) } else { statuses.append((.cancelled, day - 1)) }
        if statuses.last?.0 == .active, happens(90) { statuses.append((.ended, day + days)) }
        for (revision, (status, when)) in statuses.enumerated() {
            say(
                EngagementRecorded(
                    id: id, revision: Int64(revision), eventTime: moment(when), person: person, status: status,
                    roleCode: role, plannedStart: moment(day), effectiveStart: status == .accepted ? nil : moment(day),
                    effectiveEnd: status == .ended ? moment(day + days) : nil,
                    endReason: status == .ended ? .completed : nil, value: value),
                .engagementRecorded, on: when, source, "\(id) \(status.rawValue)")
        }
        if happens(30) {
            say(
                EarningsRecorded(
                    id: "P\(id)", revision: 0, eventTime: moment(day + 7), person: person, engagement: id,
                    periodStart: moment(day).day, periodEnd: moment(day + 6).day,
                    gross: Money(minorUnits: Int64(pick(50_000) + 1), currency: "EUR")),
                .earningsRecorded, on: day + 7, source, "\(id) earnings")
        }
        if happens(30) {
            let status: VerificationStatus = happens(70) ? .clear : .consider
            say(
                VerificationRecorded(
                    id: "V\(id)", revision: 0, eventTime: moment(day - 3), person: person, engagement: id,
                    check: "identity", status: status, providerReference: "ref-\(last)"),
                .verificationRecorded, on: day - 3, source, "\(id) identity \(status.rawValue)")
        }
    }

    private mutating func optIn(
        _ worker: Int, _ pathway: Pathway, _ offering: (name: String, day: Int), _ source: String, _ person: Person
    ) {
        let id = "C\(worker)-\(offering.name)"
        for revision in 0..<(happens(15) ? 2 : 1) {
            let day = offering.day - 3 + revision * (3 + pick(80))
            say(
                ConsentRecorded(
                    id: id, revision: Int64(revision), eventTime: moment(day), person: person,
                    decision: revision == 0 ? .given : .withdrawn, purpose: "participation", textVersion: "1",
                    basis: .recordedBySource, programme: "seasonal-retail", pathway: pathway.name,
                    offering: offering.name),
                .consentRecorded, on: day, source, "\(id) \(revision == 0 ? "opts in" : "withdraws")")
        }
    }

    private mutating func result(
        _ worker: Int, _ pathway: Pathway, _ offering: (name: String, day: Int), _ work: (name: String, due: Int),
        _ source: String, _ person: Person
    ) {
        let id = "R\(worker)-\(offering.name)-\(work.name)"
        for revision in 0..<(happens(20) ? 2 : 1) {
            let day = offering.day + work.due + revision * (1 + pick(60))
            let score = Int64(happens(75) ? 55 + pick(46) : 20 + pick(60))
            say(
                AssessmentResultRecorded(
                    id: id, revision: Int64(revision), eventTime: moment(day), person: person,
                    programme: "seasonal-retail", offering: offering.name, assessment: work.name,
                    score: Decimal6(score), scale: Scale(minimum: Decimal6(0), maximum: Decimal6(100))),
                .assessmentResultRecorded, on: day, source, "\(id) scores \(score)")
        }
    }
}
