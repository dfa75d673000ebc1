/// A pure function from figures to figures, under a name that is law.
///
/// Figures that make no sense are an error that names the field; figures that are merely too few give `nil`.
public protocol StatisticalMethod: SendableMetatype {
    /// What it takes.
    associatedtype Input: Decodable & Sendable
    /// What it gives.
    associatedtype Output: Encodable & Sendable

    /// Its name, its fields and an example.
    static var description: MethodDescription { get }

    /// The answer to a question.
    static func evaluate(_ input: Input) throws(StatisticsError) -> Output
}
