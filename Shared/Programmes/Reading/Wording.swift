import Foundation

/// Phrases that a programme's texts may not use.
struct Wording: Sendable {
    let phrases: [String]

    /// Promises to work for nobody else (G3).
    static let exclusivity = Wording(phrases: [
        "exclusive", "exclusively", "exclusivity", "only for us", "non-compete", "non compete", "noncompete",
        "first refusal",
    ])

    /// Presence instead of outcome (G4, CRD-25).
    static let attendance = Wording(phrases: [
        "shift", "shifts", "attendance", "minimum hours", "acceptance rate", "response time", "tenure", "hours online",
        "schedule adherence",
    ])

    /// The first phrase that stands in a text as words of its own.
    func found(in text: String) -> String? {
        let padded = " \(Wording.words(text)) ".replacing(" non exclusive ", with: " ")
        return phrases.first { padded.contains(" \(Wording.words($0)) ") }
    }

    private static func words(_ text: String) -> String {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }
}
