/// A funnel as the metrics service computes it.
struct FunnelDocument: Codable, Sendable {
    /// A stage.
    struct Stage: Codable, Sendable {
        var name: String
        var reached: Int64
        var conversion: Double?
        var medianDays: Double?
    }

    /// The stages of a group.
    struct Group: Codable, Sendable {
        var by: [String: String]
        var stages: [Stage]
        var slowest: String?
    }

    var kpi: String
    var version: Int64
    var asOf: String
    var programme: String
    var stages: [Stage]
    var slowest: String?
    var groups: [Group]

    /// Prints the stages as a table, and names the slowest one.
    func show() {
        FunnelDocument.show(stages, slowest)
        for group in groups {
            print("")
            print(group.by.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
            FunnelDocument.show(group.stages, group.slowest)
        }
    }

    private static func show(_ stages: [Stage], _ slowest: String?) {
        Output.table(
            ["stage", "reached", "of the stage before", "median days since it"],
            stages.map { stage in
                [
                    stage.name, "\(stage.reached)", KPIColumn.Form.percent.text(stage.conversion),
                    KPIColumn.Form.number.text(stage.medianDays),
                ]
            })
        print("slowest: \(slowest ?? "not defined")")
    }
}
