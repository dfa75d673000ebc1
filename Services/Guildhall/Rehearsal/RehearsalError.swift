/// Why a rehearsal cannot go on.
struct RehearsalError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
