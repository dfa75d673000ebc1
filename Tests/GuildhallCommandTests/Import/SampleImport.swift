import Foundation

@testable import GuildhallCommand

/// A folder with small files and the mapping that is shipped for the large ones.
enum SampleImport {
    static let files = [
        "courses.csv": "code_module,code_presentation,module_presentation_length\nAAA,2013J,268\nAAA,2014B,240\n",
        "assessments.csv": """
        code_module,code_presentation,id_assessment,assessment_type,date,weight
        AAA,2013J,1752,TMA,19,10
        AAA,2013J,1757,Exam,,100
        """,
        "studentInfo.csv": """
        code_module,code_presentation,id_student,gender,region
        AAA,2013J,1,M,Scotland
        AAA,2013J,2,F,"Wales, North"
        AAA,2013J,3,F,Wales
        AAA,2013J,4,F,Wales
        AAA,2013J,5,F,Wales
        AAA,2013J,6,F,Wales
        AAA,2013J,7,F,Wales
        """,
        "studentRegistration.csv": """
        code_module,code_presentation,id_student,date_registration,date_unregistration
        AAA,2013J,1,-159,
        AAA,2013J,2,-10,-3
        AAA,2013J,3,5,12
        AAA,2013J,4,,
        AAA,2013J,5,,-4
        AAA,2013J,6,-10,268
        AAA,2013J,7,-10,0
        """,
        "studentAssessment.csv": """
        id_assessment,id_student,date_submitted,is_banked,score
        1752,1,18,0,78
        1752,3,12,1,
        1757,1,-1,0,40.5
        """,
    ]

    /// A folder with the files, some of them replaced.
    static func folder(_ replaced: [String: String] = [:]) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("import-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in files.merging(replaced, uniquingKeysWith: { $1 }) {
            try Data(text.utf8).write(to: folder.appendingPathComponent(name))
        }
        return folder
    }

    /// The text of the shipped mapping.
    static func mappingText() throws -> String {
        let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = root.appendingPathComponent("deploy/examples/oulad/mapping.yaml")
        return try String(contentsOf: file, encoding: .utf8)
    }

    /// The shipped mapping.
    static func mapping() throws -> ImportMapping {
        try MappingReader(contracts: ContractField.inbound).read(mappingText())
    }

    /// A plan of the files, in order or shuffled.
    static func plan(_ replaced: [String: String] = [:], shuffle: UInt64? = nil) throws -> ImportPlan {
        let folder = try folder(replaced)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try ImportPlan(mapping(), folder: folder, shuffle: shuffle)
    }

    /// The CloudEvents of a plan, in its order.
    static func events(_ plan: ImportPlan) throws -> [[String: Any]] {
        let encoder = EventEncoder(source: plan.rows.mapping.source)
        return try plan.records.map { record in
            var bytes: [UInt8] = []
            try plan.append(record, encoder, to: &bytes)
            return try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] ?? [:]
        }
    }
}
