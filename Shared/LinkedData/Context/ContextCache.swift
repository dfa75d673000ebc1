import Synchronization

/// What lists of context addresses came to, so that a library's contexts are read once and not for every document.
///
/// A library never changes, so neither does what a list of its addresses means at the beginning of a document.
final class ContextCache: Sendable {
    /// Lists that are kept; a library of few contexts has few that make sense.
    private static let limit = 64

    private let found = Mutex<[[String]: ActiveContext]>([:])

    /// What a list of addresses means, worked out at most once.
    func context(_ addresses: [String], _ work: () throws -> ActiveContext) rethrows -> ActiveContext {
        if let known = found.withLock({ $0[addresses] }) { return known }
        let context = try work()
        found.withLock { if $0.count < ContextCache.limit { $0[addresses] = context } }
        return context
    }
}
