extension ExperimentTable {
    /// More values than this are no arms: somebody named the wrong column.
    private static let mostArms = 20

    /// Refuses a file whose arms cannot be compared.
    func check() throws {
        let another = "Name another column by --arm, or check the file."
        guard arms.count > 1 else {
            let what = arms.first.map { "only one arm, '\($0)'" } ?? "no arm in any row"
            throw failure(
                "The column '\(columns.arm)' names \(what).", "\(another) An experiment has two arms or more.")
        }
        guard arms.count <= Self.mostArms else {
            throw failure(
                "The column '\(columns.arm)' has \(arms.count) different values, too many for arms.", another)
        }
        for arm in arms where rows[arm]?.complete == 0 {
            throw failure(
                "Every row of the arm '\(arm)' lacks a value.",
                "Take the arm out of the file, or fill its rows in: all of \(columns.names.joined(separator: ", "))"
                    + " are needed.")
        }
    }

    /// The arm to compare with: the one that was named, else the one called control, whatever its case, else the first.
    func control(named name: String?) throws -> String {
        guard let name else { return called ?? arms[0] }
        try check(name, "--control")
        return name
    }

    /// Whether the arm to compare with has to be guessed.
    var hasNoControl: Bool { called == nil }

    /// Refuses a name that is no arm.
    func check(_ name: String, _ option: String) throws {
        guard rows[name] == nil else { return }
        throw failure("\(option) names '\(name)', which is no arm.", "The arms are: \(arms.joined(separator: ", ")).")
    }

    private var called: String? { arms.first { $0.lowercased() == "control" } }

    private func failure(_ message: String, _ remedy: String) -> ImportError {
        ImportError(file: file, message, remedy: remedy)
    }
}
