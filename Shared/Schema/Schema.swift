import Foundation

/// The one history of the schema that the five services share.
public enum Schema {
    /// The migrations that ship with the program, in order.
    ///
    /// - Throws: ``SchemaError`` when a file's name is not `NNNN_name.sql`, or two have the same number.
    public static var migrations: [Migration] {
        get throws {
            guard let folder = Bundle.module.url(forResource: "Migrations", withExtension: nil) else {
                throw SchemaError("the folder Migrations is missing beside the program")
            }
            return try migrations(in: folder)
        }
    }

    /// The migrations of a folder, in order.
    static func migrations(in folder: URL) throws -> [Migration] {
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return try ordered(
            files.filter { $0.pathExtension == "sql" }.map { file in
                let sql = try String(contentsOf: file, encoding: .utf8)
                guard let migration = Migration(fileName: file.lastPathComponent, sql: sql) else {
                    throw SchemaError("\(file.lastPathComponent) is not named NNNN_name.sql")
                }
                return migration
            })
    }

    /// In order of their numbers, each of which must be there once.
    static func ordered(_ migrations: [Migration]) throws -> [Migration] {
        let ordered = migrations.sorted { $0.number < $1.number }
        for (one, next) in zip(ordered, ordered.dropFirst()) where one.number == next.number {
            throw SchemaError(
                "\(one.title) and \(next.title) have the same number; give the one that is not published yet a new one")
        }
        return ordered
    }
}
