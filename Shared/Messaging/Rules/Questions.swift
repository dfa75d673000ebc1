import Database

/// The questions of a batch, each with the name by which its answer is found.
public struct Questions<Name: Equatable & Sendable>: BatchLoading {
    /// The questions, in the order in which they were asked.
    public private(set) var calls: [Call] = []
    private var names: [Name] = []

    /// No question yet.
    public init() {}

    /// Asks one more question; several may have the same name.
    public mutating func ask(_ name: Name, _ call: Call) {
        calls.append(call)
        names.append(name)
    }

    /// Asks one more question: a statement with its parameters.
    public mutating func ask(_ name: Name, _ statement: Statement, _ parameters: Parameter...) {
        ask(name, Call(statement, parameters))
    }

    /// The answers by their names.
    ///
    /// - Parameter rows: the answers to ``calls``, one for one.
    public func answers(_ rows: [Rows]) -> Answers<Name> { Answers(names, rows) }
}
