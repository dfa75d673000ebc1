/// Finds the elements of a JSON list without judging them, so that each can be judged alone.
///
/// Brackets are counted and strings respected; an element that breaks the list's own order of values and commas makes
/// the whole unreadable.
enum JSONSplitter {
    /// Where the elements of a list stand.
    static func elements(
        _ bytes: UnsafeBufferPointer<UInt8>, limit: Int = .max
    ) throws(JSONSyntaxError) -> [Range<Int>] {
        var position = skipSpace(bytes, 0)
        guard position < bytes.count, bytes[position] == UInt8(ascii: "[") else {
            throw JSONSyntaxError(message: "a list was expected", offset: position)
        }
        position = skipSpace(bytes, position + 1)
        var ranges: [Range<Int>] = []
        if position < bytes.count, bytes[position] == UInt8(ascii: "]") {
            try expectEnd(bytes, position + 1)
            return ranges
        }
        while true {
            let end = try elementEnd(bytes, position)
            ranges.append(position..<end)
            position = skipSpace(bytes, end)
            guard position < bytes.count else {
                throw JSONSyntaxError(message: "the list is not closed", offset: position)
            }
            if bytes[position] == UInt8(ascii: "]") { break }
            guard bytes[position] == UInt8(ascii: ",") else {
                throw JSONSyntaxError(message: "a comma or ] was expected", offset: position)
            }
            position = skipSpace(bytes, position + 1)
        }
        try expectEnd(bytes, position + 1)
        return ranges
    }

    /// The first place at or after one that holds no white space.
    static func skipSpace(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var position = start
        while position < bytes.count, isSpace(bytes[position]) { position += 1 }
        return position
    }

    private static func elementEnd(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int
    ) throws(JSONSyntaxError) -> Int {
        var position = start
        var open = 0
        while position < bytes.count {
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["): open += 1
            case UInt8(ascii: "\""):
                position += 1
                while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
                    position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
                }
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if open == 0 { return try nonEmpty(start, position) }
                open -= 1
                if open == 0 { return position + 1 }
            default:
                if open == 0, byte == UInt8(ascii: ",") || isSpace(byte) { return try nonEmpty(start, position) }
            }
            position += 1
        }
        throw JSONSyntaxError(message: "the list is not closed", offset: bytes.count)
    }

    private static func nonEmpty(_ start: Int, _ end: Int) throws(JSONSyntaxError) -> Int {
        if end == start { throw JSONSyntaxError(message: "a value was expected", offset: start) }
        return end
    }

    private static func expectEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) throws(JSONSyntaxError) {
        let position = skipSpace(bytes, start)
        if position < bytes.count {
            throw JSONSyntaxError(message: "nothing more was expected after the list", offset: position)
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }
}
