import LinkedData

/// A part with an address of its own, so that nothing outside of it speaks of its blank nodes.
public protocol NamedPart: QuadWritable, Hashable, Sendable {
    /// Its address.
    var id: String { get }
}

/// A part that many documents have in common, written once for all of them.
///
/// What an achievement says, and what its statements hash to, is the same for everybody who achieves it.
public struct SharedPart<Part: NamedPart>: QuadWritable, Hashable, Sendable {
    /// The part.
    public let part: Part
    private let written: [UInt8]
    private let sheet: QuadSheet
    private let node: QuadSheet.Node

    /// Writes a part.
    public init(_ part: Part) {
        self.part = part
        written = part.canonical
        var sheet = QuadSheet()
        node = part.write(into: &sheet)
        sheet.seal()
        self.sheet = sheet
    }

    /// Writes the JSON.
    public func write(into json: inout CanonicalWriter) {
        json.written(written)
    }

    /// Writes the statements.
    public func write(into sheet: inout QuadSheet) -> QuadSheet.Node {
        sheet.add(self.sheet)
        return node
    }

    /// Whether two are the same part.
    public static func == (left: SharedPart, right: SharedPart) -> Bool {
        left.part == right.part
    }

    /// Hashes the part.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(part)
    }
}
