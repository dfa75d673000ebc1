import Statistics

/// Why a question was not answered, for programs.
struct StatisticsRefusal: Encodable {
    /// The field and what it has to be.
    struct Reason: Encodable {
        let field: String
        let message: String
    }

    let error: Reason

    init(_ error: StatisticsError) {
        self.error = Reason(field: error.field, message: error.description)
    }
}
