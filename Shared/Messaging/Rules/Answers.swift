import Database

/// What the database answered to ``Questions``.
public struct Answers<Name: Equatable & Sendable>: Sendable {
    private let names: [Name]
    private let rows: [Rows]

    init(_ names: [Name], _ rows: [Rows]) {
        precondition(names.count == rows.count, "every question has one answer")
        self.names = names
        self.rows = rows
    }

    /// The answer to a question, the first of that name; nil where it was not asked.
    public subscript(name: Name) -> Rows? { names.firstIndex(of: name).map { rows[$0] } }

    /// The answer to a question that was certainly asked: a batch that never asked it ends the process.
    public func certain(_ name: Name) -> Rows {
        guard let rows = self[name] else { preconditionFailure("\(name) was never asked") }
        return rows
    }

    /// The answers to all questions of a name, in order; none where none was asked.
    public func all(_ name: Name) -> [Rows] { zip(names, rows).filter { $0.0 == name }.map(\.1) }
}
