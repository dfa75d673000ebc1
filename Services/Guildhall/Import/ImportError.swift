/// Why an import cannot go on, and the way out.
struct ImportError: Error, Hashable, CustomStringConvertible {
    /// The file, where one is to blame.
    let file: String?
    /// The line in it, 1 and up.
    let line: Int?
    /// What is wrong.
    let message: String
    /// What to do about it.
    let remedy: String

    init(file: String? = nil, line: Int? = nil, _ message: String, remedy: String) {
        self.file = file
        self.line = line
        self.message = message
        self.remedy = remedy
    }

    var description: String {
        var place = file ?? ""
        if let line { place += ":\(line)" }
        return (place.isEmpty ? "" : place + ": ") + message + " " + remedy
    }
}
