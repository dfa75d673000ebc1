extension Results {
    /// The five services in a chain, and five reference loops in one.
    var hopsText: String? {
        guard let rate = hopsRate else { return nil }
        let loops = referenceHops.map { $0.messagesPerSecond * Double(Results.loops) }.median
        let people = hops.map { Double($0.people) }.median
        let each = hops.map { Double($0.events) / Double($0.people) }.median
        let rows = [
            Figure.row("the five services, records and events taken in", Figure.text(rate), Figure.text(hopsRatio, 2)),
            Figure.row("five reference loops in C, messages taken in", Figure.text(loops), "1.00"),
        ]
        return """
            In a chain, a second; \(Figure.text(people)) last results, of each of which services take in \
            \(Figure.text(each, 1)) records and events:


            """ + Figure.table(["Chain", "hops/s", "x C"], rows)
    }

    /// Reading and writing a message.
    var jsonText: String? {
        guard let bytes = json.first?.bytes else { return nil }
        func row(_ what: String, _ own: (JSONResult) -> Double, _ foundation: (JSONResult) -> Double) -> String {
            Figure.row(
                what, Figure.text(json.map(own).median, 2), Figure.text(json.map(foundation).median, 2),
                Figure.text(json.map { own($0) / foundation($0) }.median, 2))
        }
        let rows = [
            row("read", { $0.read }, { $0.foundationRead }), row("write", { $0.write }, { $0.foundationWrite }),
            row("both", { $0.read + $0.write }, { $0.foundationRead + $0.foundationWrite }),
        ]
        return "An engagement record of \(bytes) bytes, microseconds:\n\n"
            + Figure.table(["JSON", "by the contracts", "JSONDecoder, JSONEncoder", "share"], rows)
    }

    /// How many loops are in a chain: as many as services.
    static let loops = 5

    /// Records and events that the services in a chain take in in a second, the median of the rounds.
    var hopsRate: Double? { hops.map(\.eventsPerSecond).median }

    /// The chain's rate by that of the loops in the same round, the median of the rounds.
    var hopsRatio: Double? {
        zip(hops, referenceHops).map { $0.eventsPerSecond / ($1.messagesPerSecond * Double(Results.loops)) }.median
    }
}
