import Contracts

/// What a revision of a record says, apart from when it was recorded: exports repeat a row with a new date.
struct RecordContent: Sendable {
    /// The record's JSON.
    let json: String
    /// Equal for equal content.
    let fingerprint: Identifier

    init(_ record: some InboundRecord) {
        var record = record
        record.recordedTime = nil
        json = String(decoding: record.encoded(), as: UTF8.self)
        fingerprint = Identifier.derived("content", json)
    }
}
