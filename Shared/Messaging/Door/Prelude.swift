import Contracts
import Database

/// What a batch begins with: clock, inbox, intake, due timers, and the contractors' rows.
struct Prelude {
    /// What these found.
    struct Opened {
        let now: Timestamp
        let programmeVersions: Int64
        let roster: Roster
        /// The contractors who stand for the groups that are locked, sorted.
        let canonicals: [Identifier]
        /// Positions of the arrivals that are new, readable or refused, in order.
        let fresh: [Int]
        /// Positions of those that were applied before.
        let duplicates: [Int]
        /// Which of those that may have been tried before are set aside for another attempt.
        let aside: Set<Identifier>
    }

    private enum Question { case now, inbox, intake, timers, lock, retries, aside }

    private let arrivals: [Arrival]
    /// Whom the items are about: sorted, each once.
    let contractors: [Identifier]
    /// How many different messages inbox and intake are asked about.
    private let messages: Int
    private var questions: [Question] = []
    /// The statements to be sent, in order.
    private(set) var calls: [Call] = []
    /// The lock, and where its answer stands; nil where a batch is about nobody.
    private(set) var lock: (position: Int, call: Call)?

    /// - Parameter asksFirst: whether inbox and intake are asked before messages are entered, or violate their keys when
    ///   they know one.
    init(_ arrivals: [Arrival], _ items: [Item], _ statements: DoorStatements, asksFirst: Bool) {
        self.arrivals = arrivals
        contractors = items.contractorKeys
        var inbox: [Identifier] = []
        var timers: [Identifier] = []
        for arrival in arrivals {
            guard let item = arrival.item else { continue }
            switch item.origin {
            case .event, .command: inbox.append(item.id)
            case .timer: if !arrival.fromRetry { timers.append(item.id) }
            case .inbound: break
            }
        }
        let retries = arrivals.filter(\.fromRetry).compactMap(\.retryKey).sorted()
        let ids = inbox.sortedUnique()
        let intake = IntakeRow.rows(of: arrivals)
        messages = ids.count + intake.count
        ask(.now, Call(statements.now))
        if !contractors.isEmpty {
            let call = Call(statements.lockContractors, [.uuids(contractors)])
            lock = (calls.count, call)
            ask(.lock, call)
        }
        if !ids.isEmpty { ask(.inbox, Call(asksFirst ? statements.inbox : statements.enterInbox, [.uuids(ids)])) }
        if !intake.isEmpty {
            ask(.intake, IntakeRow.insert(intake, asksFirst ? statements.intake : statements.enterIntake))
        }
        if !timers.isEmpty { ask(.timers, Call(statements.takeTimers, [.uuids(timers.sorted())])) }
        let repeated = arrivals.filter { $0.mayBeApplied && !$0.fromRetry }.compactMap(\.retryKey)
        if !repeated.isEmpty { ask(.aside, Call(statements.asideRetries, [.uuids(repeated)])) }
        if !retries.isEmpty { ask(.retries, Call(statements.dropRetries, [.uuids(retries)])) }
    }

    private mutating func ask(_ question: Question, _ call: Call) {
        questions.append(question)
        calls.append(call)
    }

    /// Reads the answers.
    ///
    /// - Throws: ``RosterMoved`` when somebody else met or linked a contractor while this batch waited for a lock; what a
    ///   row says that cannot be read.
    func read(_ answers: [Rows]) throws -> Opened {
        var now = Timestamp(microseconds: 0)
        var versions: Int64 = 0
        var pairs: [(contractor: Identifier, canonical: Identifier)] = []
        var sequences: [Identifier: Int64] = [:]
        var known = Known()
        var aside: Set<Identifier> = []
        for (question, rows) in zip(questions, answers) {
            switch question {
            case .now:
                now = try rows[0].timestamp(0)
                versions = try rows[0].int64(1)
            case .lock:
                pairs.reserveCapacity(rows.count)
                for row in rows {
                    let pair = (contractor: try row.identifier(0), canonical: try row.identifier(1))
                    pairs.append(pair)
                    let sequence = try row.int64(2)
                    if sequence > 0 { sequences[pair.contractor] = sequence }
                }
            case .inbox: for row in rows { known.ids.insert(try row.identifier(0)) }
            case .intake: for row in rows { known.keys.insert(IntakeKey(source: try row.text(0), id: try row.text(1))) }
            case .timers: for row in rows { known.timers.insert(try row.identifier(0)) }
            case .retries: for row in rows { known.retries.insert(try row.identifier(0)) }
            case .aside: for row in rows { aside.insert(try row.identifier(0)) }
            }
        }
        guard isComplete(pairs) else { throw RosterMoved() }
        // Mostly everything is new; then nothing needs to be looked up.
        let isNew = known.ids.isEmpty && known.keys.isEmpty && messages == arrivals.count
        let fresh = isNew ? Array(arrivals.indices) : freshOnes(known)
        return Opened(
            now: now, programmeVersions: versions, roster: Roster(pairs, sequences: sequences),
            canonicals: pairs.map(\.canonical).sortedUnique(), fresh: fresh,
            duplicates: fresh.count == arrivals.count ? [] : Set(arrivals.indices).subtracting(fresh).sorted(),
            aside: aside)
    }

    /// What the database knows of the arrivals.
    private struct Known {
        /// Messages that were applied before.
        var ids: Set<Identifier> = []
        /// Outside messages that came before.
        var keys: Set<IntakeKey> = []
        /// Timers that are due, and taken now.
        var timers: Set<Identifier> = []
        /// Messages that were set aside, and are taken now.
        var retries: Set<Identifier> = []
    }

    /// Positions of the arrivals that are new, each message once.
    private func freshOnes(_ known: Known) -> [Int] {
        var known = known
        return arrivals.indices.filter { position in
            let arrival = arrivals[position]
            return switch arrival.content {
            case .item(let item) where item.origin == .inbound:
                known.keys.insert(IntakeKey(source: item.source, id: item.messageID)).inserted
            case .item(let item) where item.origin == .timer:
                (arrival.fromRetry ? known.retries.remove(item.id) : known.timers.remove(item.id)) != nil
            case .item(let item): known.ids.insert(item.id).inserted
            case .refused(let message):
                known.keys.insert(IntakeKey(source: message.source, id: message.messageID)).inserted
            case .unreadable: true
            }
        }
    }

    /// A link that commits while a batch waits for its locks can leave a row out: then nothing is decided on half a group.
    ///
    /// Who was linked with somebody that is locked here is found by ``DoorStatements/aliases``.
    private func isComplete(_ pairs: [(contractor: Identifier, canonical: Identifier)]) -> Bool {
        // Mostly nobody is linked with anybody: then the rows are those asked for, in the same order.
        if pairs.count == contractors.count,
            zip(pairs, contractors).allSatisfy({ $0.contractor == $1 && $0.canonical == $1 })
        {
            return true
        }
        let locked = Set(pairs.map(\.contractor))
        return contractors.allSatisfy(locked.contains) && pairs.allSatisfy { locked.contains($0.canonical) }
    }
}

/// Contractors were linked while a batch waited for them; the batch is to be repeated.
struct RosterMoved: Error {}
