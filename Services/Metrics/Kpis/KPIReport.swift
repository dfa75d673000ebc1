import Contracts
import Database

/// A figure for everybody and for each group, with the version of the definition that made it (MET-18).
struct KPIReport: Encodable, Sendable {
    /// The figures of a group.
    struct Group: Encodable, Equatable, Sendable {
        /// What tells it apart; empty for the whole.
        let by: [String: String]
        let figures: [String: Figure]
    }

    let kpi: String
    let version: Int64
    let title: String
    let asOf: String
    let programme: String?
    let experiment: String?
    let analysis: VariantMap.Analysis?
    let windowDays: Int64?
    /// The whole first.
    let groups: [Group]
    /// Months whose facts came late or changed after they were over (MET-21).
    let changedMonths: [ChangedMonth]

    /// Computes the report of a measure from the facts.
    static func make<M: Measure>(
        _ measure: M.Type, _ definition: KPIDefinition, _ question: KPIQuestion, in database: Database
    ) async throws -> KPIReport {
        let rows = try await database.run([Call(M.query, M.parameters(question)), Call(ChangedMonth.query)])
        let changed = try rows[1].map { try ChangedMonth($0) }.filter { M.facts.contains($0.figure) }
        return KPIReport(
            kpi: definition.name, version: definition.version, title: definition.title, asOf: "\(question.asOf)",
            programme: question.programme, experiment: question.variants?.experiment,
            analysis: question.variants?.analysis, windowDays: question.windowDays ?? definition.windowDays,
            groups: groups(measure, try rows[0].map { try M.Seen($0) }, question), changedMonths: changed)
    }

    /// The whole, and every group that the question asks for.
    static func groups<M: Measure>(_ measure: M.Type, _ seen: [M.Seen], _ question: KPIQuestion) -> [Group] {
        var cells: [GroupKey: [M.Seen]] = [GroupKey(): []]
        if question.isSplitByCredential { for isHeld in [true, false] { cells[GroupKey(isHeld: isHeld)] = [] } }
        for variant in question.variants?.variants ?? [] { cells[GroupKey(variant: variant)] = [] }
        for one in seen {
            let about = one.circumstances
            var parts: [(variant: String?, part: M.Seen)] = [(nil, one)]
            if let place = about.person.flatMap({ question.variants?.places[$0] }),
                let part = one.part(from: place.since)
            {
                parts.append((place.variant, part))
            }
            let labels = [nil] + (M.label == nil ? [] : [about.label].compactMap { $0 }.map(Optional.some))
            let held = [nil] + (question.isSplitByCredential ? [about.isHeld].compactMap { $0 }.map(Optional.some) : [])
            for (variant, part) in parts {
                for label in labels {
                    for isHeld in held {
                        cells[GroupKey(label: label, isHeld: isHeld, variant: variant), default: []].append(part)
                    }
                }
            }
        }
        return cells.keys.sorted().map { key in
            Group(by: key.words(label: M.label), figures: M.figures(cells[key] ?? []))
        }
    }
}
