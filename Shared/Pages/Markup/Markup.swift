/// Text inside HTML and SVG.
///
/// Everything that comes from outside passes through here before it stands in a page.
public enum Markup {
    /// The text with the five signs that mean something in markup replaced.
    ///
    /// The result may stand between tags and in a quoted attribute.
    public static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
    }
}
