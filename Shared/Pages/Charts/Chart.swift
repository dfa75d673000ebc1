/// A picture of numbers.
///
/// It is never shown without them: see ``ChartFigure``.
public protocol Chart: Sendable {
    /// The picture as SVG, for a page.
    var svg: String { get }
}
