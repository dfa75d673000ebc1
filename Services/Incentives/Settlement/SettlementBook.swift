import Contracts
import Database

/// What is known and announced of the groups whose rewards are settled, beside their engagements and credentials.
struct SettlementBook: Sendable {
    var told: [ToldFact]
    var records: [RecordFact]
    /// Whose a receipt is, by its hash.
    let receipts: [String: Identifier]
    private(set) var announcements: [Identifier: Announcement]
    private(set) var entries: [Identifier: HeldEntry]
    var budgets: BudgetBook
    private var announced: Set<Identifier> = []
    private var changedEntries: Set<Identifier> = []

    init(
        told: [ToldFact] = [], records: [RecordFact] = [], receipts: [String: Identifier] = [:],
        announcements: [Announcement] = [], entries: [HeldEntry] = [], budgets: BudgetBook
    ) {
        self.told = told
        self.records = records
        self.receipts = receipts
        self.announcements = Dictionary(announcements.map { ($0.id, $0) }) { first, _ in first }
        self.entries = Dictionary(entries.map { ($0.entry.id, $0) }) { first, _ in first }
        self.budgets = budgets
    }

    /// The queries of the groups of contractors: facts first, then the locks on budgets, then what these protect.
    static func calls(_ contractors: [Identifier]) -> [Call] {
        let group = [Parameter.uuids(contractors)]
        return [
            ToldStatements.load, RecordStatements.loadGroup, ReceiptStatements.claim, ReceiptStatements.load,
            AnnouncementStatements.load, EntryStatements.load, BudgetStatements.lock, BudgetStatements.load,
        ].map { Call($0, group) }
    }

    /// A book of the answers to ``calls(_:)``.
    init(_ loaded: [Rows], now: Timestamp) throws {
        var receipts: [String: Identifier] = [:]
        for row in loaded[3] { receipts[try row.text(0)] = try row.identifier(1) }
        let allocations = try BudgetStatements.allocations(loaded[7])
        self.init(
            told: try ToldStatements.facts(loaded[0]), records: try RecordStatements.facts(loaded[1]),
            receipts: receipts, announcements: try AnnouncementStatements.announcements(loaded[4]),
            entries: try EntryStatements.entries(loaded[5]),
            budgets: BudgetBook(
                budgets: try BudgetStatements.budgets(loaded[6]),
                allocations: allocations.filter(\.isOwn).map(\.allocation),
                queued: allocations.map(\.allocation).filter { $0.status == .queued }, now: now))
    }

    /// Keeps what is announced.
    mutating func put(_ announcement: Announcement) {
        announcements[announcement.id] = announcement
        announced.insert(announcement.id)
    }

    /// Keeps an entry as the ledger has it.
    mutating func put(_ step: Entries.Step) {
        entries[step.held.entry.id] = step.held
        changedEntries.insert(step.held.entry.id)
    }

    /// What is to be written, one statement a table.
    var writes: [Call] {
        var calls = budgets.writes
        let announcements = announced.sorted().compactMap { self.announcements[$0] }
        if !announcements.isEmpty { calls.append(AnnouncementStatements.write(announcements)) }
        let entries = changedEntries.sorted().compactMap { self.entries[$0] }
        if !entries.isEmpty { calls.append(EntryStatements.write(entries)) }
        return calls
    }
}
