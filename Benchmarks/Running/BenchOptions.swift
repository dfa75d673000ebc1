import ArgumentParser
import Foundation

/// Which suite is measured.
struct BenchOptions: ParsableArguments {
    @Option(help: "The folder that holds the suite's config, run and data folders.")
    var home: String

    @Option(help: "Database and virtual host, where they are not the suite's own.")
    var space: String?

    /// The suite.
    var house: BenchHouse {
        BenchHouse(home: URL(fileURLWithPath: home, isDirectory: true), space: space)
    }
}
