/// What the five services made of the last results of everybody.
struct HopsResult: Codable, Sendable {
    var people: Int
    /// Records and events that any service took in, each once for every service that did.
    var events: Int
    /// From the first result taken to the moment when nothing was left to do.
    var seconds: Double
    var usage: Usage

    var eventsPerSecond: Double { Double(events) / seconds }
}
