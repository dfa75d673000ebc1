extension Call {
    /// The calls that write the rows that changed, sorted by key: one for those that were not found before, one for those
    /// that were.
    ///
    /// - Parameters:
    ///   - changed: the keys of the rows that changed.
    ///   - found: the keys of the rows that are in the table.
    ///   - rows: the rows as they are now, by key.
    ///   - insert: writes rows that were not found. Whoever inserts one at the same time violates its key, which the batch
    ///     that comes second is repeated for.
    ///   - update: writes rows that were found.
    ///   - parameters: what both statements are given.
    @inlinable
    public static func changes<Key: Hashable & Comparable, Value>(
        _ changed: Set<Key>, found: Set<Key>, in rows: [Key: Value], insert: Statement, update: Statement,
        _ parameters: ([Value]) -> [Parameter]
    ) -> [Call] {
        let sorted = changed.sorted()
        let new = sorted.filter { !found.contains($0) }
        let known = new.count == sorted.count ? [] : sorted.filter(found.contains)
        return [(insert, new), (update, known)].compactMap { statement, keys in
            keys.isEmpty ? nil : Call(statement, parameters(keys.compactMap { rows[$0] }))
        }
    }
}
