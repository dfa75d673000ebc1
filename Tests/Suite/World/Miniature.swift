import Contracts

/// A generated miniature of the Open University's dataset: the same files, the same oddities, drawn from a seed.
struct Miniature: Sendable {
    /// A person in an offering; days count from the offering's first day.
    struct Registration: Sendable {
        var course: Course
        var person: Int
        var registered: Int?
        var left: Int?
    }

    /// A score of an assessment; some are missing.
    struct Result: Sendable {
        var assessment: Int
        var person: Int
        var day: Int
        var isBanked: Bool
        var score: Int?
    }

    private(set) var registrations: [Registration] = []
    private(set) var results: [Result] = []
    private var random: SeededGenerator

    init(people: Int, seed: UInt64) {
        random = SeededGenerator(seed: seed)
        for person in 0..<people { draw(person: 11_000 + person) }
        addEdges(from: 900_000)
    }

    private mutating func draw(person: Int) {
        // Some stay for one offering, some come back again and again, for the same module too.
        let count = [1, 1, 1, 2, 2, 3, 4][Int.random(in: 0..<7, using: &random)]
        let ability = Int.random(in: 15...90, using: &random)
        for course in Course.all.shuffled(using: &random).prefix(count) {
            let registration = registration(of: person, in: course)
            registrations.append(registration)
            for assessment in course.assessments where random.happens(percent: 82) {
                draw(assessment, ability, registration)
            }
        }
    }

    private mutating func registration(of person: Int, in course: Course) -> Registration {
        let registered = random.happens(percent: 4) ? nil : Int.random(in: -90...15, using: &random)
        let start = max(registered ?? 0, 0)
        let left: Int? =
            switch Int.random(in: 0..<100, using: &random) {
            case 0..<8: start - Int.random(in: 1...20, using: &random)
            case 8..<10: start
            case 10..<28: Int.random(in: start...course.length, using: &random)
            case 28..<30: course.length
            case 30..<32: course.length + Int.random(in: 1...30, using: &random)
            default: nil
            }
        return Registration(course: course, person: person, registered: registered, left: left)
    }

    private mutating func draw(_ assessment: Course.Assessment, _ ability: Int, _ registration: Registration) {
        let isBanked = random.happens(percent: 3)
        // What was banked may be older than the acceptance.
        let day =
            isBanked
            ? Int.random(in: -120 ... -1, using: &random) : assessment.due + Int.random(in: -8...8, using: &random)
        if let left = registration.left, day > left, !isBanked, random.happens(percent: 90) { return }
        let score = min(100, max(0, ability + Int.random(in: -25...25, using: &random)))
        results.append(
            Result(
                assessment: assessment.id, person: registration.person, day: day, isBanked: isBanked,
                score: random.happens(percent: 3) ? nil : score))
    }

    /// People at the edges of the rules.
    private mutating func addEdges(from first: Int) {
        // A mean of exactly 40; and one a hair below it.
        add(first, "BBB-2013B", registered: -10, scores: [40, 40, 40, 40, 40, 40])
        add(first + 1, "BBB-2013B", registered: -10, scores: [40, 40, 40, 40, 40, 39])
        // An award on the very day on which the next engagement starts does not serve it.
        add(first + 2, "AAA-2013J", registered: -10, scores: [100, 100, 100], lastDay: 123)
        add(first + 2, "GGG-2014B", registered: -3, scores: [])
        // The day before does; and the third engagement after an award gets nothing.
        add(first + 3, "AAA-2013J", registered: -10, scores: [100, 100, 100], lastDay: 10)
        add(first + 3, "AAA-2014B", registered: -3, scores: [])
        add(first + 3, "GGG-2014B", registered: 1, scores: [])
        add(first + 3, "BBB-2013J", registered: 12, scores: [])
        // Award on 2013-10-01: an engagement that starts on the expiry day gets nothing; from 2013-10-02 it does.
        add(first + 4, "BBB-2013B", registered: -10, scores: [100, 100], lastDay: 242)
        add(first + 4, "GGG-2014J", registered: -10, scores: [])
        add(first + 5, "BBB-2013J", registered: -10, scores: [100, 100], lastDay: 1)
        add(first + 5, "GGG-2014J", registered: -10, scores: [])
        // A premium would be due, but the engagement is cancelled before it starts; the one after it gets the use.
        add(first + 6, "AAA-2013J", registered: -10, scores: [100, 100, 100], lastDay: 60)
        add(first + 6, "AAA-2014B", registered: -10, left: -1, scores: [])
        add(first + 6, "GGG-2014J", registered: -10, scores: [])
    }

    private mutating func add(
        _ person: Int, _ course: String, registered: Int?, left: Int? = nil, scores: [Int], lastDay: Int? = nil
    ) {
        guard let course = Course.all.first(where: { $0.name == course }) else { return }
        registrations.append(Registration(course: course, person: person, registered: registered, left: left))
        for (position, (assessment, score)) in zip(course.assessments, scores).enumerated() {
            let day = lastDay.map { $0 - max(0, scores.count - 1 - position) } ?? assessment.due
            results.append(
                Result(assessment: assessment.id, person: person, day: day, isBanked: false, score: score))
        }
    }
}
