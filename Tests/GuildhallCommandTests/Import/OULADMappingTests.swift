import Contracts
import Foundation
import Testing

@testable import GuildhallCommand

@Suite("The mapping of the Open University's files")
struct OULADMappingTests {
    /// Id, day and status (or score) of the messages about a person.
    private func story(of person: Int, _ replaced: [String: String] = [:]) throws -> [String] {
        try SampleImport.events(SampleImport.plan(replaced)).compactMap { event in
            let data = event["data"] as? [String: Any] ?? [:]
            guard (data["person"] as? [String: Any])?["workerId"] as? String == "oulad:\(person)" else { return nil }
            let id = event["id"] as? String ?? ""
            let time = event["time"] as? String ?? ""
            #expect(data["eventTime"] as? String == time)
            let what = data["status"] ?? data["decision"] ?? data["score"] ?? "no score"
            return "\(id) \(time.prefix(10)) \(what)"
        }
    }

    private func engagement(_ id: String) throws -> [String: Any] {
        let event = try SampleImport.events(SampleImport.plan()).first { $0["id"] as? String == id }
        return try #require(event?["data"] as? [String: Any])
    }

    @Test("who stays is accepted, opts in, starts on the first day and completes on the last")
    func completes() throws {
        #expect(
            try story(of: 1) == [
                "oulad:AAA:2013J:1:1 2013-04-25 accepted", "oulad:optin:AAA:2013J:1 2013-04-25 given",
                "oulad:1757:1 2013-09-30 40.5", "oulad:AAA:2013J:1:2 2013-10-01 active", "oulad:1752:1 2013-10-19 78",
                "oulad:AAA:2013J:1:3 2014-06-26 ended",
            ])
        let last = try engagement("oulad:AAA:2013J:1:3")
        #expect(last["id"] as? String == "oulad:AAA:2013J:1")
        #expect(last["revision"] as? Int == 3)
        #expect(last["roleCode"] as? String == "AAA")
        #expect(last["region"] as? String == "Scotland")
        #expect(last["effectiveStart"] as? String == "2013-10-01T00:00:00Z")
        #expect(last["effectiveEnd"] as? String == "2014-06-26T00:00:00Z")
        #expect(last["endReason"] as? String == "completed")
    }

    @Test("who leaves before the start never starts")
    func cancels() throws {
        #expect(
            try story(of: 2) == [
                "oulad:AAA:2013J:2:1 2013-09-21 accepted", "oulad:optin:AAA:2013J:2 2013-09-21 given",
                "oulad:AAA:2013J:2:2 2013-09-28 cancelled",
            ])
        let last = try engagement("oulad:AAA:2013J:2:2")
        #expect(last["effectiveStart"] == nil)
        #expect(last["region"] as? String == "Wales, North")
    }

    @Test("who registers late starts then, and who leaves is withdrawn; a missing score is sent as it is")
    func withdraws() throws {
        #expect(
            try story(of: 3) == [
                "oulad:AAA:2013J:3:1 2013-10-06 accepted", "oulad:optin:AAA:2013J:3 2013-10-06 given",
                "oulad:AAA:2013J:3:2 2013-10-06 active", "oulad:1752:3 2013-10-13 no score",
                "oulad:AAA:2013J:3:3 2013-10-13 ended",
            ])
        #expect(try engagement("oulad:AAA:2013J:3:3")["endReason"] as? String == "withdrawn")
        #expect(try engagement("oulad:1752:3")["priorLearning"] as? Bool == true)
    }

    @Test("a missing registration day is the first day, or the unregistration day if that is earlier")
    func missingRegistration() throws {
        #expect(try story(of: 4).first == "oulad:AAA:2013J:4:1 2013-10-01 accepted")
        #expect(
            try story(of: 5) == [
                "oulad:AAA:2013J:5:1 2013-09-27 accepted", "oulad:optin:AAA:2013J:5 2013-09-27 given",
                "oulad:AAA:2013J:5:2 2013-09-27 cancelled",
            ])
    }

    @Test("leaving on the last day is completing, and leaving on the first day is starting")
    func edges() throws {
        #expect(try story(of: 6).last == "oulad:AAA:2013J:6:3 2014-06-26 ended")
        #expect(try engagement("oulad:AAA:2013J:6:3")["endReason"] as? String == "completed")
        #expect(
            try story(of: 7).suffix(2) == [
                "oulad:AAA:2013J:7:2 2013-10-01 active", "oulad:AAA:2013J:7:3 2013-10-01 ended",
            ])
    }

    @Test("ONB-08: the opt-in says what was agreed to, for which offering, on whose word")
    func optIn() throws {
        let data = try engagement("oulad:optin:AAA:2013J:1")
        #expect(data["purpose"] as? String == "participation")
        #expect(data["basis"] as? String == "recorded-by-source")
        #expect(data["programme"] as? String == "oulad")
        #expect(data["pathway"] as? String == "AAA")
        #expect(data["offering"] as? String == "AAA-2013J")
        #expect(data["engagement"] as? String == "oulad:AAA:2013J:1")
        #expect(data["textVersion"] as? String == "source-registration")
    }

    @Test("every message but one without a score is what its contract wants")
    func contracts() throws {
        var refused: [String] = []
        for event in try SampleImport.events(SampleImport.plan()) {
            let data = try JSONSerialization.data(withJSONObject: event["data"] ?? [:])
            let type = EventType(try #require(event["type"] as? String))
            #expect(event["source"] as? String == "/oulad")
            if case .failure(let problems) = Catalogue.decode(type, Array(data)) { refused.append("\(problems)") }
        }
        #expect(refused.count == 1)
        #expect(refused.first?.contains("score") == true, "\(refused)")
    }

    @Test("a shuffled plan holds the same messages in another order, the same for the same seed")
    func shuffled() throws {
        func ids(_ seed: UInt64?) throws -> [String] {
            try SampleImport.events(SampleImport.plan(shuffle: seed)).compactMap { $0["id"] as? String }
        }
        let ordered = try ids(nil)
        #expect(try ids(7) == ids(7))
        #expect(try ids(7) != ordered)
        #expect(try ids(7).sorted() == ordered.sorted())
        #expect(Set(ordered).count == ordered.count)
    }

    @Test(
        "bad data is named with its file and line",
        arguments: [
            (
                "studentRegistration.csv",
                "code_module,code_presentation,id_student,date_registration,date_unregistration\nAAA,2013J,1,x,\n",
                "studentInfo.csv", 2
            ),
            (
                "studentAssessment.csv", "id_assessment,id_student,date_submitted,is_banked,score\n9,1,1,0,1\n",
                "studentAssessment.csv", 2
            ),
            ("courses.csv", "code_module,code_presentation\n", "courses.csv", 1),
            ("courses.csv", "", "courses.csv", 1),
            ("courses.csv", "code_module,code_presentation,module_presentation_length\nAAA,2013J\n", "courses.csv", 2),
            (
                "courses.csv", "code_module,code_presentation,module_presentation_length\nA,B,1\nA,B,2\n",
                "courses.csv", 3
            ),
        ])
    func badData(file: String, text: String, blamed: String, line: Int) throws {
        let error = try #require(throws: ImportError.self) { try SampleImport.plan([file: text]) }
        #expect(error.file == blamed)
        #expect(error.line == line)
    }
}
