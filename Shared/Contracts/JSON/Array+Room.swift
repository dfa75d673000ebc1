extension [UInt8] {
    /// Appends bytes that are written in their place: one check for room and one for uniqueness, however many there are.
    ///
    /// - Parameter write: writes at most `count` bytes from the pointer on, which is good for the call alone, and says how
    ///   many.
    @inline(__always)
    mutating func append(atMost count: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Int) {
        append(addingCapacity: count) { (room: inout OutputSpan<UInt8>) in
            room.withUnsafeMutableBufferPointer { buffer, written in
                guard let start = buffer.baseAddress else { return }
                written = write(start)
            }
        }
    }
}
