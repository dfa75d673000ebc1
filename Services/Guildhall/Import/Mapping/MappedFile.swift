/// A CSV file that a mapping reads.
struct MappedFile: Sendable {
    /// Its name in the folder.
    let file: String
    /// The columns in use.
    let columns: [String]
    /// Columns whose values together name one row; empty for a file that is not joined.
    let key: [String]
}
