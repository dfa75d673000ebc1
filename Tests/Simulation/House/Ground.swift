import Contracts
import Database
import Foundation

/// The PostgreSQL that simulations run on, named by the environment, one database for each that runs at a time.
struct Ground {
    let socket: String
    let port: Int
    let database: String
    let reserve = ConnectionReserve()

    static let isPresent = ProcessInfo.processInfo.environment["GUILDHALL_SIMULATION_SOCKET"] != nil

    init(number: Int) throws {
        let environment = ProcessInfo.processInfo.environment
        guard let socket = environment["GUILDHALL_SIMULATION_SOCKET"],
            let port = environment["GUILDHALL_SIMULATION_PORT"].flatMap({ Int($0) })
        else { throw SimulationError("GUILDHALL_SIMULATION_SOCKET and _PORT name no PostgreSQL; use 'make simulate'") }
        self.socket = socket
        // Each has a server of its own, since transactions of one database hold up the horizon of all.
        self.port = port + number
        database = "simulation"
    }

    func monitor() throws -> Monitor {
        try Monitor("host=\(socket) port=\(port) dbname=\(database) user=postgres application_name=monitor")
    }

    func configuration(of service: ServiceName) -> DatabaseConfiguration {
        DatabaseConfiguration(
            host: socket, port: port, name: database, user: "guildhall_\(service.rawValue)", poolSize: 3,
            acquireTimeout: .seconds(30), applicationName: service.rawValue)
    }

    /// Empties what a run left, and puts both clocks into the simulation's hands.
    static func prepare(_ monitor: Monitor, programmes: [(name: String, text: String)], sources: [String]) throws {
        let tables = try monitor.texts(
            """
            SELECT relname FROM pg_class
            WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
                AND relname NOT IN ('schema_migration', 'metrics_kpi_definition')
                AND relname NOT LIKE '%\\_lease'
            ORDER BY relname
            """)
        let sequences = try monitor.texts(
            "SELECT sequencename FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1")
        let leases = ServiceName.allCases.map {
            "UPDATE \($0.rawValue)_lease SET holder = NULL, until = 'epoch' WHERE holder IS NOT NULL;"
        }
        try monitor.run(
            """
            SET client_min_messages = warning;
            CREATE TABLE IF NOT EXISTS simulation_clock (at timestamptz NOT NULL);
            GRANT SELECT ON simulation_clock TO PUBLIC;
            CREATE OR REPLACE FUNCTION guildhall_wall_clock() RETURNS timestamptz LANGUAGE sql VOLATILE
                AS 'SELECT at FROM public.simulation_clock';
            \(tables.map { "DELETE FROM \($0);" }.joined(separator: "\n"))
            \(leases.joined(separator: "\n"))
            \(sequences.map { "ALTER SEQUENCE \($0) RESTART;" }.joined(separator: "\n"))
            INSERT INTO onboarding_link_key (key) VALUES (decode(repeat('07', 32), 'hex'));
            DELETE FROM simulation_clock;
            INSERT INTO simulation_clock VALUES ('2025-01-01Z');
            INSERT INTO virtual_clock (at) VALUES ('2024-01-01Z');
            """)
        for programme in programmes {
            try monitor.run(
                """
                INSERT INTO programme_version (programme, version, definition, checksum, published_by, published_at)
                SELECT '\(programme.name)', 1, t, encode(sha256(convert_to(t, 'UTF8')), 'hex'), 'simulation', '2024-01-01Z'
                FROM (VALUES ($text$\(programme.text)$text$)) v (t)
                """)
        }
        for source in sources {
            try monitor.run("INSERT INTO integrator_source VALUES ('outside', '\(source)', '2024-01-01Z')")
        }
    }
}
