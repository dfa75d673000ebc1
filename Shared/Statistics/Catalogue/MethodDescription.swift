/// What a method is for, takes and gives: the text of `guildhall statistics list`.
public struct MethodDescription: Encodable, Hashable, Sendable {
    /// One value that a method takes or gives.
    public struct Field: Encodable, Hashable, Sendable {
        /// Its name in JSON.
        public let name: String
        /// Its shape: number, count, text, flag, or a list of these, and what it may be.
        public let meaning: String
        /// Whether it may be left out.
        public let optional: Bool

        /// A value that has to be given.
        public static func field(_ name: String, _ meaning: String) -> Field {
            Field(name: name, meaning: meaning, optional: false)
        }

        /// A value that has a usual one.
        public static func optional(_ name: String, _ meaning: String) -> Field {
            Field(name: name, meaning: meaning, optional: true)
        }

        static let confidence = optional("confidence", "number: coverage of the interval, 0.95 when left out")
    }

    /// The name of the method.
    public let name: String
    /// What it answers, and by which convention.
    public let summary: String
    /// What it takes.
    public let inputs: [Field]
    /// What it gives.
    public let outputs: [Field]
    /// An input that works.
    public let example: String

    /// Describes a method.
    public init(_ name: String, _ summary: String, inputs: [Field], outputs: [Field], example: String) {
        self.name = name
        self.summary = summary
        self.inputs = inputs
        self.outputs = outputs
        self.example = example
    }
}
