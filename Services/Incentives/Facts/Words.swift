import Database

/// Words of a fixed set, as the tables keep them.
enum Words {
    /// The word of a column.
    static func read<Word: RawRepresentable<String>>(_ row: Row, _ column: Int) throws -> Word {
        let text = try row.text(column)
        guard let word = Word(rawValue: text) else { throw UnknownWord(word: text) }
        return word
    }
}

/// A row with a word that no rule knows: written by a newer version, or by hand.
struct UnknownWord: Error {
    /// What the row says.
    let word: String
}
