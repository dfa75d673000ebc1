import Messaging

/// A message in the simulated broker.
struct BusMessage {
    /// Its number, in order of acceptance.
    var number: Int
    var exchange: String
    var key: String
    var body: [UInt8]
    var contentType: String
    var userID: String?
    var replyTo: String?
    var correlationID: String?
    /// How often a queue has taken it back.
    var returns: Int64 = 0
}
