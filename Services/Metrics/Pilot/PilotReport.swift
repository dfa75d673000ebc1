import Contracts
import Programmes

/// A pilot on one screen: its funnel, its figures by credential, its experiments with their figures by variant.
struct PilotReport: Encodable, Sendable {
    let programme: String
    let title: String
    let asOf: String
    /// The leading indicator against its baseline (EXP-16).
    let leading: LeadingIndicator?
    let funnel: FunnelReport
    let kpis: [KPIReport]
    let experiments: [ExperimentReport]

    /// Computes the report from the facts.
    static func make(_ programme: String, asOf day: Day, at desk: KPIDesk) async throws -> PilotReport {
        let definition = try await desk.programme(programme)
        var question = desk.about(definition, asOf: day)
        question.isSplitByCredential = true
        var kpis: [KPIReport] = []
        for name in KPIDesk.measures {
            if let report = try await desk.report(name, question) { kpis.append(report) }
        }
        let versions = try await desk.library.catalogue().versions(of: programme)
        var experiments: [ExperimentReport] = []
        for id in ExperimentRegister.experiments(versions) {
            experiments.append(
                try await desk.experiment(
                    id, of: programme, by: .exposure, asOf: day, isSplit: false, kpis: KPIDesk.measures))
        }
        question.isSplitByCredential = false
        return PilotReport(
            programme: programme, title: definition.title, asOf: "\(day)",
            leading: try await desk.leading(definition, asOf: day),
            funnel: try await desk.funnel(question, of: programme), kpis: kpis, experiments: experiments)
    }
}
