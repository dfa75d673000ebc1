import Contracts
import Foundation

extension Miniature {
    /// Writes the five files of the dataset, and the programme that goes with them.
    func write(to folder: URL) throws {
        func write(_ name: String, _ header: String, _ rows: [String]) throws {
            let text = ([header] + rows).joined(separator: "\n") + "\n"
            try Data(text.utf8).write(to: folder.appendingPathComponent(name))
        }
        try write(
            "courses.csv", "code_module,code_presentation,module_presentation_length",
            Course.all.map { "\($0.module),\($0.presentation),\($0.length)" })
        try write(
            "assessments.csv", "code_module,code_presentation,id_assessment,assessment_type,date,weight",
            Course.all.flatMap { course in
                course.assessments.map {
                    "\(course.module),\(course.presentation),\($0.id),\($0.kind),\($0.due),\($0.weight)"
                }
            })
        try write(
            "studentInfo.csv",
            "code_module,code_presentation,id_student,gender,region,highest_education,imd_band,age_band,"
                + "num_of_prev_attempts,studied_credits,disability,final_result",
            registrations.map {
                "\($0.course.module),\($0.course.presentation),\($0.person),M,\"Yorkshire, \($0.person % 3)\","
                    + "A Level,30-40%,0-35,0,60,N,Pass"
            })
        try write(
            "studentRegistration.csv",
            "code_module,code_presentation,id_student,date_registration,date_unregistration",
            registrations.map {
                "\($0.course.module),\($0.course.presentation),\($0.person),\(text($0.registered)),\(text($0.left))"
            })
        try write(
            "studentAssessment.csv", "id_assessment,id_student,date_submitted,is_banked,score",
            results.map { "\($0.assessment),\($0.person),\($0.day),\($0.isBanked ? 1 : 0),\(text($0.score))" })
        try Data(Miniature.programme.utf8).write(to: folder.appendingPathComponent("programme.yaml"))
    }

    /// The day on which each engagement starts, if it does: the later of registration and the offering's first day.
    var starts: [String: String] {
        var days: [String: String] = [:]
        for registration in registrations {
            let course = registration.course
            let first = Day(course.firstDay)
            let start = first?.adding(days: max(registration.registered ?? 0, 0))
            days["oulad:\(course.module):\(course.presentation):\(registration.person)"] = start?.description
        }
        return days
    }

    private func text(_ number: Int?) -> String {
        number.map(String.init) ?? ""
    }

    /// The programme, as `deploy/examples/oulad/programme.yaml` has it of the whole dataset.
    static var programme: String {
        let pathways = Set(Course.all.map(\.module)).sorted().map { module in
            """
              - id: \(module)
                title: Module \(module)
                role: \(module)
                pass-mark: 40 %
                credential:
                  name: Module \(module), coursework passed
                  description: The holder passed the coursework of one offering of module \(module).
                  criteria: A weighted mean of at least 40 % over all coursework of the offering.
                  valid-for: 12 months
                  revoked-for:
                    - {id: not-own-work, text: Work was handed in that somebody else had done.}
                offerings:
            \(Course.all.filter { $0.module == module }.map(\.yaml).joined(separator: "\n"))
            """
        }
        return """
            programme: oulad
            title: A miniature of the Open University's modules
            description: Generated people over six course offerings, judged by their coursework.
            delivery: external
            participation: voluntary
            groups: [region]

            rewards:
              pools:
                - {id: returners, title: Returning learners, ends: with the credential}
              premium: {rate: 5 %, uses: 2, ends: with the credential}

            pathways:
            \(pathways.joined(separator: "\n"))

            """
    }
}

extension Course {
    fileprivate var yaml: String {
        let work = assessments.map { assessment in
            let kind = ["TMA": "tutor-marked", "CMA": "computer-marked", "Exam": "exam"][assessment.kind] ?? ""
            let counts = assessment.kind == "Exam" ? ", counts: false" : ""
            return "          - {id: \(assessment.id), kind: \(kind), weight: \(assessment.weight)\(counts), "
                + "due: \(assessment.due)}"
        }
        return """
                  - id: \(name)
                    starts: \(firstDay)
                    lasts: \(length) days
                    coursework:
            \(work.joined(separator: "\n"))
            """
    }
}
