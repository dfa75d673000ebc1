/// The entity tags that a caller holds (RFC 9110, section 13.1.2).
enum EntityTags {
    /// Whether one of a field's tags is this one, by weak comparison.
    static func match(_ field: String?, _ tag: String) -> Bool {
        guard let field else { return false }
        return field.split(separator: ",").contains { part in
            let held = part.drop { $0 == " " }.prefix { $0 != " " }
            return held == "*" || held == tag || held == "W/\(tag)"
        }
    }
}
