import Contracts
import Foundation
import Programmes

/// `credentialing samples FOLDER PROGRAMME…`: what conformance checks are made of; needs no server.
enum SampleCommand {
    /// Whether the arguments ask for it.
    static func isAsked(_ arguments: [String]) -> Bool {
        arguments.first == "samples"
    }

    /// Runs it and ends the process.
    static func run(_ arguments: [String]) -> Never {
        guard arguments.count >= 3 else {
            complain("usage: credentialing samples FOLDER PROGRAMME…")
            exit(64)
        }
        do {
            var programmes: [ProgrammeDefinition] = []
            for path in arguments.dropFirst(2) {
                let text = try String(contentsOfFile: path, encoding: .utf8)
                programmes.append(try ProgrammeReader.read(text))
            }
            let second = Int64(Date().timeIntervalSince1970)
            let now = Timestamp(microseconds: (second - 3600) * 1_000_000)
            let count = try SampleWriter(folder: arguments[1], now: now).write(programmes)
            print("\(count) credentials were written to \(arguments[1])")
            exit(0)
        } catch {
            complain("the samples cannot be made: \(error)")
            exit(1)
        }
    }

    private static func complain(_ text: String) {
        FileHandle.standardError.write(Data("credentialing: \(text)\n".utf8))
    }
}
