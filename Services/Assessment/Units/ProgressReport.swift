import Contracts
import Database
import Programmes

/// How far a worker has come in the units of every offering that they take part in (PRG-08).
struct ProgressReport: Codable, Equatable, Sendable {
    struct Unit: Codable, Equatable, Sendable {
        let unit: String
        let title: String
        let minutes: Int
        /// Absent before it is completed.
        let completedAt: String?
    }

    let enrolment: String
    let programme: String
    let programmeVersion: Int64
    let pathway: String
    let offering: String
    /// The only deadline there is.
    let endsOn: String
    let units: [Unit]
    let completedUnits: Int
    let completedMinutes: Int
    let minutes: Int

    private static let programmes = Statement(
        """
        SELECT programme, version, definition, published_at FROM programme_version
        WHERE (programme, version) IN (SELECT * FROM unnest($1::text[], $2::int8[]))
        ORDER BY programme, version
        """)

    /// The reports of a contractor, whoever stands for them, by enrolment.
    static func make(_ contractor: Identifier, in database: Database) async throws -> [ProgressReport] {
        let key = Parameter.uuids([contractor])
        let loaded = try await database.run([
            Call(EnrolmentStatements.load, [key]), Call(UnitStatements.standing, [key]),
        ])
        let enrolments = try EnrolmentStatements.enrolments(loaded[0]).map(\.state).filter { $0.status == .open }
        if enrolments.isEmpty { return [] }
        let rows = try await database.run([
            Call(
                programmes,
                [.texts(enrolments.map(\.programme)), .int8s(enrolments.map(\.programmeVersion))])
        ])[0].map { row in
            ProgrammeRow(
                programme: try row.text(0), version: try row.int64(1), yaml: try row.text(2),
                publishedAt: try row.timestamp(3))
        }
        return make(enrolments, try UnitStatements.statements(loaded[1]), try ProgrammeCatalogue(rows: rows))
    }

    /// The reports of some enrolments; none of what is delivered elsewhere.
    static func make(
        _ enrolments: [EnrolmentState], _ statements: [UnitStatement], _ programmes: ProgrammeCatalogue
    ) -> [ProgressReport] {
        enrolments.compactMap { enrolment in
            guard
                let version = programmes.find(programme: enrolment.programme, version: enrolment.programmeVersion),
                version.definition.delivery == .guildhall, enrolment.status == .open,
                let place = version.offering(enrolment.offering)
            else { return nil }
            let completed = UnitProgress.decide(enrolment, place.pathway, place.offering, statements)
            let units = place.pathway.units
            return ProgressReport(
                enrolment: "\(enrolment.enrolment)", programme: enrolment.programme,
                programmeVersion: enrolment.programmeVersion, pathway: place.pathway.id,
                offering: enrolment.offering, endsOn: "\(place.offering.ends)",
                units: units.map { unit in
                    Unit(
                        unit: unit.id, title: unit.title, minutes: unit.minutes,
                        completedAt: completed[unit.id].map { "\($0)" })
                },
                completedUnits: completed.count,
                completedMinutes: units.reduce(0) { $0 + (completed[$1.id] == nil ? 0 : $1.minutes) },
                minutes: units.reduce(0) { $0 + $1.minutes })
        }
    }
}
