import Contracts
import Database
import Logging
import Programmes
import ServiceLifecycle

/// Looks at every experiment once a day, notes what it shows, and has it told when a stage is reached.
///
/// A day is looked at when it is over. Days that nobody looked at, such as while no replica ran, are noted later, from
/// the facts that are known then. Every replica watches: what is recorded first counts, and the rest is not recorded
/// again.
struct ExperimentWatch: Service, Sendable {
    let database: Database
    let logger: Logger
    /// How often it asks for the clock.
    var interval = Duration.seconds(1)

    /// How long after its last look an experiment is still looked at, for facts that come late.
    static let afterDays = 90

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var seen: Seen?
            while !Task.isCancelled {
                do {
                    let now = try await clock()
                    if now != seen {
                        try await look(on: now.day)
                        seen = now
                    }
                    try await remind()
                } catch is CancellationError {
                    return
                } catch {
                    logger.error("experiments wait for a look", metadata: ["cause": .string(String(describing: error))])
                }
                // Cancellation ends the pause, and the loop with it.
                try? await Task.sleep(for: interval)
            }
        }
    }

    /// What is the same as long as there is nothing new to look at.
    private struct Seen: Equatable {
        let day: Day
        let versions: Int64
    }

    private func clock() async throws -> Seen {
        let row = try await database.run([Call(WatchStatements.clock)])[0][0]
        return Seen(day: try row.timestamp(0).day, versions: try row.int64(1))
    }

    /// Looks at all experiments as they stood at the end of the day before.
    func look(on today: Day) async throws {
        let desk = KPIDesk(database)
        let catalogue = try await desk.library.catalogue()
        for programme in catalogue.latest where programme.definition.delivery == .guildhall {
            let versions = catalogue.versions(of: programme.id)
            for id in ExperimentRegister.experiments(versions) {
                guard let register = ExperimentRegister(id, versions) else { continue }
                try await look(register, programme, desk, today)
            }
        }
    }

    private func look(
        _ register: ExperimentRegister, _ programme: PublishedProgramme, _ desk: KPIDesk, _ today: Day
    ) async throws {
        let (plan, yesterday) = (register.plan, today.adding(days: -1))
        let window = try await desk.rehireWindow()
        let last = ExperimentFacts.lastDay(plan, plan.primary, window: window)
        let end = max(last, plan.decision?.from ?? last).adding(days: ExperimentWatch.afterDays)
        guard yesterday >= plan.from, yesterday <= end else { return }
        let facts = try await desk.facts(register, of: programme.id, by: .exposure, asOf: yesterday)
        if facts.meetings.isEmpty, plan.decision == nil { return }
        let id = ExperimentStages.id(programme.id, plan.id)
        let known = try await database.run([
            Call(WatchStatements.lastNoted, [.uuid(id)]), Call(ExperimentStageFact.reached, [.uuid(id)]),
        ])
        let calls = ExperimentWatch.calls(
            facts, of: programme.id, version: programme.version, today: today,
            noted: try known[0].first?.optionalDay(0), reached: try known[1].map { try ExperimentStageFact($0) })
        if !calls.isEmpty { _ = try await database.run(calls) }
    }

    /// What is to be recorded of an experiment.
    ///
    /// - Parameters:
    ///   - facts: as of the day before today.
    ///   - noted: the last day that was noted.
    ///   - reached: the stages that were reached before, the newest last.
    static func calls(
        _ facts: ExperimentFacts, of programme: String, version: Int64, today: Day, noted: Day?,
        reached: [ExperimentStageFact]
    ) -> [Call] {
        let plan = facts.plan
        let looks = looks(facts, after: noted, until: min(facts.asOf, facts.lastDay(plan.primary)))
        let fresh = ExperimentStages.fresh(
            .judged(facts), facts, of: programme, version: version, today: today, reached: reached)
        var calls: [Call] = []
        if !looks.isEmpty {
            calls.append(
                WatchStatements.note(
                    looks, ExperimentStages.id(programme, plan.id), programme, plan.id, version))
        }
        if let reach = WatchStatements.reach(fresh) { calls.append(reach) }
        return calls
    }

    /// The looks of the days that were not noted yet, from the day on which somebody met a variant first.
    static func looks(_ facts: ExperimentFacts, after noted: Day?, until last: Day) -> [NotedLook] {
        guard let first = facts.meetings.map(\.since.day).min() else { return [] }
        var looks: [NotedLook] = []
        var day = max(first, noted?.adding(days: 1) ?? first)
        while day <= last {
            looks.append(NotedLook(.judged(facts.asOf(day)), on: day))
            day = day.adding(days: 1)
        }
        return looks
    }

    /// Takes up stages that a replica of the previous version let pass.
    private func remind() async throws {
        let rows = try await database.run([Call(WatchStatements.forgotten)])[0]
        guard !rows.isEmpty else { return }
        let ids = try rows.map { try $0.identifier(1) }
        _ = try await database.run([
            Call(
                WatchStatements.remind,
                [
                    .uuids(try rows.map { try $0.identifier(0) }), .uuids(ids),
                    .int4s(ids.map { Int32(Partition(of: $0).number) }),
                ])
        ])
    }
}
