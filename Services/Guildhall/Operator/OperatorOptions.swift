import ArgumentParser
import Foundation

/// What every command that talks to a running suite needs.
struct OperatorOptions: ParsableArguments {
    @Option(
        help: "File with the operator's settings. (default: $GUILDHALL_CONFIG, else .guildhall/config/guildhall.conf)")
    var config: String?

    /// The arguments for the settings reader.
    var settingArguments: [String] {
        if let config { return ["--config", config] }
        let usual = ".guildhall/config/guildhall.conf"
        let isGiven = getenv("GUILDHALL_CONFIG") != nil
        return !isGiven && FileManager.default.fileExists(atPath: usual) ? ["--config", usual] : []
    }
}
