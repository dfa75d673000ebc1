import Foundation

/// How a figure is told in words.
struct KPIColumn: Sendable {
    /// What sort of number it is.
    enum Form: Sendable {
        case count, number, percent, rate

        /// The number in words; what is not defined is said to be so.
        func text(_ value: Double?) -> String {
            guard let value else { return "not defined" }
            switch self {
            case .count: return String(Int64(value))
            case .number: return String(format: "%.1f", value)
            case .percent: return String(format: "%.1f %%", value * 100)
            case .rate: return String(format: "%.4f", value)
            }
        }
    }

    let key: String
    let title: String
    let form: Form

    private init(_ key: String, _ title: String, _ form: Form = .count) {
        self.key = key
        self.title = title
        self.form = form
    }

    /// The columns of a figure's table, its headline first.
    static let columns: [String: [KPIColumn]] = [
        "time-to-fill": [
            .init("medianDays", "median days", .number), .init("p90Days", "90 % within days", .number),
            .init("filled", "filled"), .init("untimed", "filled, time unknown"), .init("open", "open"),
            .init("closed", "closed unfilled"),
        ],
        "first-week-errors": [
            .init("rate", "error rate", .percent), .init("errors", "errors"), .init("units", "units"),
            .init("engagements", "engagements"), .init("withoutUnits", "without units"), .init("open", "week not over"),
        ],
        "incidents": [
            .init("perWorkerDay", "per worker-day", .rate), .init("incidents", "incidents"),
            .init("workerDays", "worker-days"), .init("apart", "without engagement"),
        ],
        "participation": [
            .init("rate", "opted in of invited", .percent), .init("optedIn", "opted in"), .init("invited", "invited"),
            .init("uninvited", "opted in uninvited"),
        ],
        "completion": [
            .init("rate", "completed of opted in", .percent), .init("completed", "completed"),
            .init("optedIn", "opted in"),
        ],
        "quality-delta": [
            .init("delta", "change in points", .number), .init("meanBefore", "mean before", .number),
            .init("meanAfter", "mean after", .number), .init("workers", "workers"),
            .init("withoutBoth", "rated on one side"), .init("ratings", "ratings"),
            .init("meanPercent", "mean rating", .number), .init("withoutScale", "without a scale"),
        ],
        "rehire": [
            .init("rate", "rehire rate", .percent), .init("rehired", "rehired"), .init("eligible", "window over"),
            .init("censored", "window open"),
        ],
        "clearance": [
            .init("rate", "cleared in time", .percent), .init("met", "met"), .init("missed", "missed"),
            .init("open", "open"), .init("closed", "closed"), .init("cases", "cases"),
        ],
        "rewards": [
            .init("premiums", "premiums"), .init("premiumMinorUnits", "in minor units"),
            .init("grants", "grants"), .init("grantMinorUnits", "in minor units"),
            .init("grantPaidMinorUnits", "paid of it"), .init("stipends", "stipends"),
            .init("stipendMinorUnits", "in minor units"),
        ],
    ]

    /// What counts the observations that a headline rests on.
    private static let bases = [
        "time-to-fill": "filled", "first-week-errors": "units", "incidents": "workerDays", "participation": "invited",
        "completion": "optedIn", "quality-delta": "workers", "rehire": "eligible",
    ]

    /// A figure in a few words: its headline, and what it rests on.
    static func headline(_ kpi: String, _ figures: [String: Double?]?) -> String {
        guard let figures, let first = columns[kpi]?.first else { return "-" }
        if kpi == "clearance" {
            let (met, missed) = (figures["met"] ?? nil, figures["missed"] ?? nil)
            return "\(Form.count.text(met)) met, \(Form.count.text(missed)) missed"
        }
        if kpi == "rewards" {
            return ["premiums", "grants", "stipends"].map { "\(Form.count.text(figures[$0] ?? nil)) \($0)" }
                .joined(separator: ", ")
        }
        let value = first.form.text(figures[first.key] ?? nil)
        guard let base = bases[kpi] else { return value }
        return "\(value) (n \(Form.count.text(figures[base] ?? nil)))"
    }

    /// Prints a figure's groups as a table in words.
    static func show(_ document: KPIDocument) {
        let columns = columns[document.kpi] ?? []
        print("\(document.title) as of \(document.asOf), definition \(document.kpi)/\(document.version)")
        Output.table(
            ["group"] + columns.map(\.title),
            document.groups.map { group in
                [group.words]
                    + columns.map { column in
                        guard let figure = group.figures[column.key] else { return "-" }
                        return column.form.text(figure)
                    }
            })
        guard let last = document.changedMonths.max(by: { ($0.month, $0.figure) < ($1.month, $1.figure) }) else {
            return
        }
        let (late, corrected) = document.changedMonths.reduce((0, 0)) { ($0.0 + $1.late, $0.1 + $1.corrected) }
        print(
            "\(document.changedMonths.count) months changed after their end: \(late) facts came late, \(corrected) "
                + "were corrected; the last one is \(last.month.prefix(7)) (\(last.figure)).")
    }
}
