/// Why a text is no JSON.
struct JSONSyntaxError: Error, Equatable {
    /// What stands in the way, as a sentence's end.
    var message: String
    /// At which byte, counted from 0.
    var offset: Int

    /// The whole sentence.
    var sentence: String { "is not JSON: \(message) at byte \(offset)" }
}
