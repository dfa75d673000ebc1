/// The engagement record as an idiomatic program would declare it for Foundation.
///
/// Times stay text, which spares Foundation the parsing that the contracts do.
struct EngagementMirror: Codable {
    struct Content: Codable {
        struct Person: Codable {
            var workerId: String
        }

        struct Rate: Codable {
            var amount: Double
            var currency: String
            var unit: String
        }

        struct Money: Codable {
            var minorUnits: Int
            var currency: String
        }

        var id: String
        var revision: Int
        var eventTime: String
        var person: Person
        var status: String
        var roleCode: String
        var site: String?
        var costCentre: String?
        var supplier: String?
        var workerType: String?
        var plannedStart: String?
        var plannedEnd: String?
        var rate: Rate?
        var value: Money?
        var region: String?
    }

    var specversion: String
    var id: String
    var source: String
    var type: String
    var time: String
    var datacontenttype: String
    var data: Content
}
