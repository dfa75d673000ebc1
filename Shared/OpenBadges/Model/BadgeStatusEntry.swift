import LinkedData

/// Where a credential's status is told: one bit of a list.
public struct BadgeStatusEntry: Hashable, Sendable, QuadWritable {
    /// The list's address.
    public var list: String
    /// The bit.
    public var index: Int
    /// What the bit means.
    public var purpose: String

    /// A bit of a list.
    public init(list: String, index: Int, purpose: String = "revocation") {
        self.list = list
        self.index = index
        self.purpose = purpose
    }

    private var id: String {
        "\(list)#\(index)"
    }

    /// Writes it as JSON.
    public func write(into json: inout CanonicalWriter) {
        json.object { json in
            json.member("id", id)
            json.member("statusListCredential", list)
            json.member("statusListIndex", String(index))
            json.member("statusPurpose", purpose)
            json.member("type", "BitstringStatusListEntry")
        }
    }

    /// Writes it as statements.
    public func write(into sheet: inout QuadSheet) -> QuadSheet.Node {
        let node = sheet.node(id)
        sheet.add(node, type: "<https://www.w3.org/ns/credentials/status#BitstringStatusListEntry>")
        sheet.add(node, Vocabulary.statusPurpose, text: purpose)
        sheet.add(node, Vocabulary.statusListIndex, text: String(index))
        sheet.add(node, Vocabulary.statusListCredential, sheet.node(list))
        return node
    }
}
