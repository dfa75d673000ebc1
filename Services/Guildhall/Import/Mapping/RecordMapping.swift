/// What is made of each row of one file.
struct RecordMapping: Sendable {
    /// The name of the file whose rows are gone through.
    let file: String
    /// How many names the columns of the file and of the joined files take, before the computed ones.
    let columnCount: Int
    /// Rows of other files that belong to the row, in order.
    let joins: [Join]
    /// What is computed from them, in order; each may use those before it.
    let values: [ComputedValue]
    /// What is said about the row.
    let events: [EventMapping]
}

/// A row of another file that belongs to a row.
struct Join: Sendable {
    /// The name of the other file.
    let file: String
    /// Where the values of its key are found in the row, in the key's order.
    let on: [Int]
    /// The other file's columns that the row gains.
    let columns: [Int]
    /// Whether the row may have none; the columns are empty then.
    let optional: Bool
}

/// A value with a name of its own.
struct ComputedValue: Sendable {
    let name: String
    let expression: Expression
    /// The line of the mapping that says so, for errors of data.
    let line: Int
}
