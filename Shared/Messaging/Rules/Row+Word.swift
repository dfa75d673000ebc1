import Contracts
import Database

extension Row {
    /// A text that is one of a contract's words.
    ///
    /// - Throws: ``DatabaseError`` where the column holds another text or null.
    public func word<Word: ContractWord>(_ column: Int) throws -> Word {
        let text = try text(column)
        guard let word = Word(rawValue: text) else {
            throw DatabaseError(.decoding, "column \(column) holds \(text), which is no \(Word.self)")
        }
        return word
    }

    /// A text that is one of a contract's words, or null.
    ///
    /// - Throws: ``DatabaseError`` where the column holds another text.
    public func optionalWord<Word: ContractWord>(_ column: Int) throws -> Word? {
        try isNull(column) ? nil : try word(column)
    }
}
