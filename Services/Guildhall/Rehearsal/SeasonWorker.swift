import Contracts

/// A synthetic worker: what is drawn of them from the seed, and nothing of anybody who lives.
struct SeasonWorker: Sendable {
    /// The number, from 1.
    let number: Int
    /// The store, from 1 to 8.
    let store: Int
    let language: String
    let mutesReminders: Bool
    /// What they know before any training, in thousandths.
    let skill: Int
    /// The day of the invitation.
    let invitedOn: Int
    /// Days until the invitation is followed; nil where it is not.
    let signsUpAfter: Int?
    /// Units of the pathway that they finish, in percent.
    let stamina: Int
    /// The day on which the engagement is accepted, and how many days later it starts.
    let acceptsOn: Int
    let startsAfter: Int
    /// Days from acceptance until the outside check is clear; nil where it never is.
    let clearedAfter: Int?
    /// What becomes of the engagement.
    let fate: Fate
    /// Days after the end until they start again; nil where they do not come back.
    let comesBackAfter: Int?
    /// What they decide on a case study.
    let release: ReleaseDecision
    let claims: Bool
    /// What else is drawn about them comes from here.
    let seed: UInt64

    /// How an engagement ends.
    enum Fate: Sendable {
        case completed
        case terminated
        case cancelled
        case declined
    }

    /// Draws a worker.
    ///
    /// - Parameters:
    ///   - first: the first day on which they may be invited.
    ///   - isClear: whether the invitation that they get says clearly what it offers.
    init(number: Int, seed: UInt64, from first: Int, isClear: (Identifier) -> Bool) {
        self.number = number
        self.seed = seed &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(number)
        var chance = SeededGenerator(seed: self.seed)
        func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &chance) }
        func happens(_ percent: Int) -> Bool { pick(1...100) <= percent }
        store = pick(1...8)
        language = happens(30) ? "es" : "en"
        mutesReminders = happens(8)
        skill = (pick(350...950) + pick(350...950)) / 2
        invitedOn = first + pick(0...21)
        let follows = happens(isClear(SeasonWorker.contractor(number)) ? 82 : 54)
        let delay = pick(1...9)
        signsUpAfter = follows ? delay : nil
        stamina = happens(90) ? 100 : pick(20...80)
        acceptsOn = invitedOn + pick(6...45)
        startsAfter = pick(4...9)
        let quick = pick(0...2)
        let slow = pick(4...10)
        clearedAfter = happens(4) ? nil : happens(88) ? quick : slow
        let end = pick(1...100)
        fate = end <= 88 ? .completed : end <= 93 ? .terminated : end <= 97 ? .cancelled : .declined
        let back = pick(5...80)
        comesBackAfter = happens(follows ? 52 : 33) ? back : nil
        let word = pick(1...100)
        release = word <= 60 ? .accepted : word <= 78 ? .edited : .declined
        claims = happens(72)
    }

    /// The source of all records of the season.
    static let source = "/rehearsal/vms"

    /// The worker's id at the source.
    var id: String { SeasonWorker.id(number) }

    /// The worker as a source names them.
    var person: Person { Person(workerId: id) }

    /// The contractor's id.
    var contractor: Identifier { SeasonWorker.contractor(number) }

    private static func id(_ number: Int) -> String {
        "RW-" + String(repeating: "0", count: max(0, 4 - "\(number)".count)) + "\(number)"
    }

    private static func contractor(_ number: Int) -> Identifier {
        .contractor(source: source, workerId: id(number))
    }
}
