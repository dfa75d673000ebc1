import Contracts
import Database
import Logging

/// Fires timers that are due, through the same door as messages.
///
/// A replica looks only for timers of its own partitions; what makes a timer fire once is that its row is deleted in the
/// transaction that has locked the contractor.
struct TimerLoop<Rules: ServiceRules>: Sendable {
    let database: Database
    let runner: BatchRunner<Rules>
    let status: EngineStatus
    let configuration: EngineConfiguration
    let alarm: Alarm
    private let due: Statement

    init(
        database: Database, runner: BatchRunner<Rules>, status: EngineStatus, configuration: EngineConfiguration,
        alarm: Alarm
    ) {
        self.database = database
        self.runner = runner
        self.status = status
        self.configuration = configuration
        self.alarm = alarm
        due = Statement(
            """
            SELECT key, kind, due, contractor FROM \(Rules.service.rawValue)_timer
            WHERE due <= guildhall_now() AND partition = ANY ($1::int4[])
            ORDER BY due, key LIMIT $2
            """)
    }

    /// Fires timers until cancelled or the database is lost.
    func run() async throws {
        while true {
            let fired = try await fireDue()
            if fired < configuration.batchLimit { try await alarm.wait(atMost: configuration.housekeepingInterval) }
        }
    }

    private func fireDue() async throws -> Int {
        let held = status.partitions.sorted().map { Int32($0.number) }
        let rows = try await database.run([Call(due, [.int4s(held), .int8(Int64(configuration.batchLimit))])])[0]
        if rows.isEmpty { return 0 }
        let arrivals = try rows.map { row in
            let timer = TimerFired(key: try row.identifier(0), kind: try row.text(1), due: try row.timestamp(2))
            return Arrival(of: timer, about: try row.identifier(3), in: Rules.service)
        }
        status.began(arrivals.count)
        defer { status.ended(arrivals.count) }
        try await runner.run(arrivals)
        return arrivals.count
    }
}

extension Arrival {
    /// A timer at the door; its key is its id, and its description is kept should it fail.
    init(of timer: TimerFired, about contractor: Identifier?, in service: ServiceName) {
        self.init(
            content: .item(
                Item(
                    id: timer.key, origin: .timer, type: .timerFired, source: Envelope.source(of: service),
                    messageID: "\(timer.kind)/\(timer.key)", contractor: contractor, time: timer.due,
                    correlation: timer.key.description, payload: timer)), body: Catalogue.encode(timer))
    }
}

extension EventType {
    /// The type under which timers pass the door; it never travels.
    static let timerFired = EventType("guildhall.timer.fired")
}
