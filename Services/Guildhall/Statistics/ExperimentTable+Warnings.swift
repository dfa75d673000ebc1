import Statistics

extension ExperimentTable {
    /// What the file itself gives reason to say.
    func warnings() throws -> [ExperimentReport.Warning] {
        var warnings: [ExperimentReport.Warning] = []
        if strays > 0 { warnings.append(.init("no_arm", "Rows without an arm were left out: \(strays).")) }
        let lost = arms.compactMap { arm in rows[arm].flatMap { $0.incomplete > 0 ? "\(arm) \($0.incomplete)" : nil } }
        if !lost.isEmpty {
            let list = lost.joined(separator: ", ")
            warnings.append(.init("incomplete", "Rows with a missing value were left out: \(list)."))
        }
        if try losesUnevenly() {
            warnings.append(
                .init("uneven_loss", "The arms lost different shares of their rows: what is left may not compare."))
        }
        if kind == .survival, columns.event == nil {
            warnings.append(
                .init("no_event_column", "Without --event every duration is taken to end with the event."))
        }
        return warnings
    }

    /// Pearson's chi-square of arms by kept or lost, as a ratio check of the lost rows.
    private func losesUnevenly() throws -> Bool {
        let rows = arms.compactMap { self.rows[$0] }
        guard rows.contains(where: { $0.incomplete > 0 }) else { return false }
        let check = try SampleRatioMismatch.evaluate(
            .init(
                observed: rows.map { Double($0.incomplete) }, weights: rows.map { Double($0.all) }, threshold: 0.01))
        return check.mismatch == true
    }
}
