import Contracts
import Programmes

/// A value of a row: what a column holds, or what was computed from columns.
enum ImportValue: Hashable, Sendable {
    /// Nothing.
    case empty
    /// A text.
    case text(String)
    /// A moment.
    case moment(Timestamp)

    /// A column's text; an empty column is nothing.
    init(_ text: String) {
        self = text.isEmpty ? .empty : .text(text)
    }

    /// Whether there is nothing.
    var isEmpty: Bool { self == .empty }

    /// The value inside a longer text; a moment at midnight is written as its day.
    var text: String? {
        switch self {
        case .empty: nil
        case .text(let text): text
        case .moment(let moment):
            moment == Timestamp(moment.day) ? CalendarText.text(of: moment.day) : MomentText.text(of: moment)
        }
    }
}
