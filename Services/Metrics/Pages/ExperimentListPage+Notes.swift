import Contracts
import Database
import Messaging

extension ExperimentListPage {
    /// The newest note of each experiment, found by the notes' key.
    static let latestNotes = Statement(
        """
        SELECT e.id, l.day, l.verdict FROM unnest($1::uuid[]) e (id)
        CROSS JOIN LATERAL (
            SELECT day, verdict FROM metrics_experiment_look WHERE id = e.id ORDER BY day DESC LIMIT 1) l
        """)

    /// The experiments with what was last noted of them; working all of them out anew would take too long for a list.
    static func entries(_ experiments: [ExperimentSummary], in database: Database) async throws -> [Entry] {
        try entries(experiments, try await database.run([notes(of: experiments)])[0])
    }

    /// Asks for the newest note of each experiment.
    static func notes(of experiments: [ExperimentSummary]) -> Call {
        Call(latestNotes, [.uuids(experiments.map { ExperimentStages.id($0.programme, $0.experiment) })])
    }

    /// The experiments with their newest notes.
    static func entries(_ experiments: [ExperimentSummary], _ rows: Rows) throws -> [Entry] {
        var notes: [Identifier: (day: Day, verdict: ExperimentVerdict)] = [:]
        for row in rows {
            notes[try row.identifier(0)] = (try row.day(1), try row.word(2))
        }
        return experiments.map { summary in
            let note = notes[ExperimentStages.id(summary.programme, summary.experiment)]
            return Entry(summary: summary, verdict: note?.verdict, notedOn: note?.day)
        }
    }
}
