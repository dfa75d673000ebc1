/// The colours of charts.
///
/// From Okabe and Ito, "Color Universal Design" (2008): people with any colour vision tell them apart, and nothing is
/// told by colour alone, so that charts may be printed in black. Each has a contrast of 3:1 or more on the page.
enum ChartColour {
    /// What a chart is about.
    static let main = "#0072b2"
    /// What is marked, such as the smallest effect of interest.
    static let mark = "#a8470a"
    /// Axes and labels.
    static let ink = "#14262c"
    /// What is only for orientation.
    static let soft = "#5b6b70"
    /// One for each line, by turns.
    static let lines = ["#0072b2", "#a8470a", "#00684a", "#8a3b72"]
    /// How each line is dashed, so that they are told apart without colours.
    static let dashes = ["", "7 4", "2 4", "10 4 2 4"]
}
