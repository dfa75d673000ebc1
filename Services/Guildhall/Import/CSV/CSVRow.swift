/// One row of a CSV text, as long as it is being looked at.
struct CSVRow {
    /// The line on which it begins.
    let line: Int
    fileprivate(set) var bytes: [UInt8]
    fileprivate(set) var ends: [Int]

    init(line: Int, bytes: [UInt8], ends: [Int]) {
        self.line = line
        self.bytes = bytes
        self.ends = ends
    }

    /// How many fields it has.
    var count: Int { ends.count }

    /// The bytes of a field.
    subscript(field: Int) -> ArraySlice<UInt8> {
        bytes[(field == 0 ? 0 : ends[field - 1])..<ends[field]]
    }
}
