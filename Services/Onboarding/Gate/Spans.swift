import Contracts

/// The times during which something holds: half-open, apart from each other, in order.
struct Spans: Hashable, Sendable {
    /// One of them; without an end where nothing ended it.
    struct Span: Hashable, Sendable {
        let from: Timestamp
        let until: Timestamp?
    }

    private(set) var list: [Span] = []

    /// Never.
    static let never = Spans([])

    /// The times that any of the spans holds.
    init(_ spans: [Span]) {
        let ordered = spans.filter { span in span.until.map { $0 > span.from } ?? true }
            .sorted { $0.from < $1.from }
        for span in ordered {
            guard let last = list.last, last.until.map({ $0 >= span.from }) ?? true else {
                list.append(span)
                continue
            }
            var until: Timestamp?
            if let end = last.until, let other = span.until { until = max(end, other) }
            list[list.count - 1] = Span(from: last.from, until: until)
        }
    }

    /// For ever from a time on.
    init(since time: Timestamp) {
        list = [Span(from: time, until: nil)]
    }

    /// The span that a time lies in.
    func span(at time: Timestamp) -> Span? {
        list.last { $0.from <= time && ($0.until.map { until in time < until } ?? true) }
    }

    /// Whether it holds at a time.
    func contains(_ time: Timestamp) -> Bool {
        span(at: time) != nil
    }

    /// When either holds.
    func union(_ other: Spans) -> Spans {
        Spans(list + other.list)
    }

    /// When this holds and the other does not.
    func minus(_ holes: Spans) -> Spans {
        var rest = list
        for hole in holes.list {
            rest = rest.flatMap { span -> [Span] in
                var parts: [Span] = []
                if span.from < hole.from {
                    parts.append(Span(from: span.from, until: span.until.map { min($0, hole.from) } ?? hole.from))
                }
                if let end = hole.until, span.until.map({ end < $0 }) ?? true {
                    parts.append(Span(from: max(span.from, end), until: span.until))
                }
                return parts
            }
        }
        return Spans(rest)
    }

    /// What a series of facts says, each from its time on until the next one: whether it holds.
    init(changes: [(at: Timestamp, holds: Bool)]) {
        var spans: [Span] = []
        for (place, change) in changes.enumerated() where change.holds {
            spans.append(Span(from: change.at, until: place + 1 < changes.count ? changes[place + 1].at : nil))
        }
        self.init(spans)
    }
}
