/// Reads what ``ArrayEncoding`` describes.
enum ArrayDecoding {
    /// The elements of an array of at most one dimension; nil when an element is null or cannot be read.
    static func elements<Value>(
        _ bytes: UnsafeRawBufferPointer, _ read: (BinaryDecoding.Value) -> Value?
    ) -> [Value]? {
        guard bytes.count >= 12 else { return nil }
        let dimensions: Int32 = BinaryDecoding.load(bytes)
        let type = PostgresType(oid: BinaryDecoding.load(bytes, at: 8))
        if dimensions == 0 { return [] }
        guard dimensions == 1, bytes.count >= 20 else { return nil }
        let count = Int(BinaryDecoding.load(bytes, at: 12) as Int32)
        // Every element takes four bytes at least, so that a wrong count cannot make us reserve memory for it.
        guard count >= 0, count <= (bytes.count - 20) / 4 else { return nil }
        var elements: [Value] = []
        elements.reserveCapacity(count)
        var offset = 20
        for _ in 0..<count {
            guard bytes.count >= offset + 4 else { return nil }
            let length = Int(BinaryDecoding.load(bytes, at: offset) as Int32)
            guard length >= 0, bytes.count - offset - 4 >= length else { return nil }
            let slice = UnsafeRawBufferPointer(rebasing: bytes[(offset + 4)..<(offset + 4 + length)])
            guard let element = read((type, slice)) else { return nil }
            elements.append(element)
            offset += 4 + length
        }
        return elements
    }
}
