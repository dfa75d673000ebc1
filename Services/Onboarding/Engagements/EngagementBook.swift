import Contracts
import Database
import Messaging

/// The engagements that a batch touches: takes in revisions in order, announces each, writes what came of them once.
struct EngagementBook: Sendable {
    /// An engagement whose role is to be onboarded for: seen for the first time, or with another role than before.
    struct Opening: Sendable {
        let engagement: Engagement
        let isFirst: Bool
        let cause: Item
    }

    private(set) var revisions: RevisionBook
    private(set) var engagements: [Identifier: Engagement] = [:]
    private let found: Set<Identifier>
    private var facts: [EngagementRevision] = []
    private var changed: Set<Identifier> = []
    private var openings: [Identifier: Opening] = [:]

    init(revisions: RevisionBook = RevisionBook(), known: [Engagement] = []) {
        self.revisions = revisions
        found = Set(known.map(\.id))
        engagements.reserveCapacity(known.count)
        self.revisions.expect(known.count)
        for engagement in known {
            engagements[engagement.id] = engagement
            self.revisions.note(owner: engagement.contractor, of: engagement.id)
        }
    }

    /// Judges a revision and takes it in when it is fresh.
    mutating func take(
        _ record: EngagementRecorded, _ id: Identifier, _ item: Item, _ contractor: Identifier,
        _ out: inout Decisions
    ) -> RevisionBook.Verdict {
        let key = RecordKey(record: id, revision: record.revision)
        let content = RecordContent(record)
        let verdict = revisions.verdict(key, content: content.fingerprint, contractor: contractor)
        guard verdict == .fresh else { return verdict }
        revisions.note(key, content: content.fingerprint, contractor: contractor)
        facts.append(
            EngagementRevision(
                key: key, contractor: contractor, status: record.status, eventTime: record.eventTime,
                recordedTime: record.recordedTime, content: content))
        let state = EngagementAnnouncement.state(
            of: record, id: id, contractor: contractor, source: item.source)
        merge(
            Engagement(id: id, contractor: contractor, source: item.source, recordID: record.id, state),
            because: item)
        out.emit(EngagementAnnouncement.type(of: record.status), state, about: contractor, because: item)
        return .fresh
    }

    private mutating func merge(_ engagement: Engagement, because item: Item) {
        let known = engagements[engagement.id]
        if var known {
            guard known.merge(engagement) else { return }
            engagements[engagement.id] = known
        } else {
            engagements[engagement.id] = engagement
        }
        changed.insert(engagement.id)
        if known?.role != engagement.role {
            let isFirst = known == nil || openings[engagement.id]?.isFirst == true
            openings[engagement.id] = Opening(engagement: engagement, isFirst: isFirst, cause: item)
        }
    }

    /// What is to be onboarded for, sorted by engagement.
    var sortedOpenings: [Opening] {
        openings.values.sorted { $0.engagement.id < $1.engagement.id }
    }

    /// Writes facts and engagements.
    func finish(_ context: DecisionContext, _ out: inout Decisions) {
        if !facts.isEmpty {
            out.write(EngagementStatements.insert(facts.sorted { $0.key < $1.key }, at: context.now))
        }
        let sorted = changed.sorted()
        let new = sorted.filter { !found.contains($0) }.compactMap { engagements[$0] }
        if !new.isEmpty { out.write(EngagementStatements.upsert(new)) }
        let known = sorted.filter(found.contains).compactMap { engagements[$0] }
        if !known.isEmpty { out.write(EngagementStatements.update(known)) }
    }
}
