import Programmes

/// What the pages of a service say to people, by its place on them.
///
/// Each service has its own phrases; `{0}`, `{1}` … in a phrase are places that a page fills.
public protocol PagePhrase: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    /// The words of every phrase in each language that a programme may declare.
    ///
    /// A phrase has the same places in every language.
    static var words: [PageLanguage: [Self: String]] { get }
}
