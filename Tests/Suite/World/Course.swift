/// An offering of the miniature: a module in a presentation.
struct Course: Sendable {
    /// An assessment: TMA, CMA or Exam.
    struct Assessment: Sendable {
        var id: Int
        var kind: String
        var due: Int
        /// Percent, as it is written in the file.
        var weight: String
    }

    var module: String
    var presentation: String
    var length: Int
    var assessments: [Assessment]

    var name: String { "\(module)-\(presentation)" }

    /// First days of the presentations.
    static let firstDays = ["2013B": "2013-02-01", "2013J": "2013-10-01", "2014B": "2014-02-01", "2014J": "2014-10-01"]

    var firstDay: String { Course.firstDays[presentation] ?? "" }

    /// Three modules in two presentations each; short ones among them, so that people come back within the rehire
    /// window.
    static let all: [Course] = [
        make("AAA", "2013J", 118, first: 100, tutorMarked: ["10", "20", "20", "20", "30"], computerMarked: []),
        make("AAA", "2014B", 240, first: 120, tutorMarked: ["10", "20", "20", "20", "30"], computerMarked: []),
        make("BBB", "2013B", 240, first: 140, tutorMarked: ["35", "35"], computerMarked: quarters),
        make("BBB", "2013J", 200, first: 160, tutorMarked: ["35", "35"], computerMarked: quarters),
        // Every weight is 0: all of its coursework counts equally.
        make("GGG", "2014B", 150, first: 180, tutorMarked: ["0", "0", "0"], computerMarked: ["0", "0", "0"]),
        make("GGG", "2014J", 260, first: 200, tutorMarked: ["0", "0", "0"], computerMarked: ["0", "0", "0"]),
    ]

    private static let quarters = ["7.5", "7.5", "7.5", "7.5"]

    private static func make(
        _ module: String, _ presentation: String, _ length: Int, first: Int, tutorMarked: [String],
        computerMarked: [String]
    ) -> Course {
        let weights = tutorMarked.map { ("TMA", $0) } + computerMarked.map { ("CMA", $0) } + [("Exam", "100")]
        let assessments = weights.enumerated().map { position, work in
            Assessment(
                id: first + position, kind: work.0, due: length * (position + 1) / (weights.count + 1), weight: work.1)
        }
        return Course(module: module, presentation: presentation, length: length, assessments: assessments)
    }
}
