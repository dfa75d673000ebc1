/// Why a scenario cannot go on.
struct SuiteFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
