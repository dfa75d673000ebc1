/// A statement with the values of its parameters.
public struct Call: Sendable {
    /// What is run.
    public let statement: Statement
    /// `$1`, `$2`, … in order.
    public let parameters: [Parameter]

    /// A call of a statement with parameters.
    public init(_ statement: Statement, _ parameters: [Parameter] = []) {
        self.statement = statement
        self.parameters = parameters
    }
}
