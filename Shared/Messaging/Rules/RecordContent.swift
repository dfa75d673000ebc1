import Contracts

/// What a revision of a record says, apart from when it was recorded: exports repeat a row with a new date.
public struct RecordContent: Sendable {
    /// The record's JSON in UTF-8, without the time at which it was recorded.
    public let json: [UInt8]
    /// Equal for equal content.
    public let fingerprint: Identifier

    /// The content of a record, as the contract encodes it.
    public init(_ record: some InboundRecord) {
        var record = record
        record.recordedTime = nil
        json = record.encoded()
        fingerprint = Identifier.derived("content", json)
    }
}
