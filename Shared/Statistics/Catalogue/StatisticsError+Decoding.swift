extension StatisticsError {
    /// What is wrong with a JSON document, said with its own names.
    init(_ error: DecodingError) {
        switch error {
        case .keyNotFound(let key, let context):
            self.init(StatisticsError.place(context.codingPath + [key]), "is missing")
        case .valueNotFound(let type, let context):
            self.init(StatisticsError.place(context.codingPath), "must be \(StatisticsError.word(type)), not null")
        case .typeMismatch(let type, let context):
            self.init(StatisticsError.place(context.codingPath), "must be \(StatisticsError.word(type))")
        case .dataCorrupted(let context) where !context.codingPath.isEmpty:
            self.init(StatisticsError.place(context.codingPath), context.debugDescription)
        default:
            self.init("", "the input is not one JSON object, or holds a number out of range")
        }
    }

    private static func place(_ path: [any CodingKey]) -> String {
        path.reduce(into: "") { text, key in
            if let index = key.intValue {
                text += "[\(index)]"
            } else {
                text += (text.isEmpty ? "" : ".") + key.stringValue
            }
        }
    }

    private static func word(_ type: any Any.Type) -> String {
        switch type {
        case is Double.Type, is any BinaryInteger.Type: "a number"
        case is String.Type: "a text"
        case is Bool.Type: "true or false"
        case is [any Any].Type: "a list"
        default: String(describing: type).hasPrefix("Array") ? "a list" : "a JSON object"
        }
    }
}
