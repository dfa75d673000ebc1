import ArgumentParser
import Contracts

/// A small programme in which the last of three results earns a credential that is valid today.
enum BenchProgramme {
    static let id = "bench"
    static let pathway = "till"
    static let offering = "till-now"
    /// Results that do not suffice, and the one that does.
    static let early = ["first", "second"]
    static let last = "third"

    /// What a credential of the programme brings.
    enum Rewards: String, CaseIterable, ExpressibleByArgument {
        /// A place in a pool, and nothing else.
        case pool
        /// A place in a pool and two premiums.
        case all

        fileprivate var premium: String {
            self == .all ? "\n  premium: {rate: 5 %, uses: 2, ends: with the credential}" : ""
        }
    }

    /// The programme's text, with an offering that began a month ago.
    static func text(today: Day, _ rewards: Rewards) -> String {
        """
        # Written by guildhall-bench.
        programme: \(id)
        title: Bench
        description: A course that everybody passes with the last of three results.
        delivery: external
        participation: voluntary
        groups: [region]

        rewards:
          pools:
            - {id: bench-staff, title: Bench staff, ends: with the credential}\(rewards.premium)

        pathways:
          - id: \(pathway)
            title: At the till
            role: \(pathway)
            pass-mark: 60 %
            credential:
              name: At the till
              description: Cash, cards and returns without a mistake.
              criteria: A weighted mean of at least 60 % over all assessments, missing ones counted as 0.
              valid-for: 12 months
            offerings:
              - id: \(offering)
                starts: \(today.adding(days: -30))
                lasts: 70 days
                coursework:
                  - {id: \(early[0]), kind: computer-marked, weight: 20, due: 14}
                  - {id: \(early[1]), kind: computer-marked, weight: 30, due: 35}
                  - {id: \(last), kind: tutor-marked, weight: 50, due: 63}

        """
    }
}

/// Prints the programme.
struct ProgrammeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "programme", abstract: "Prints the programme that services are measured with.")

    @Argument(help: "What its credential brings.") var rewards = BenchProgramme.Rewards.all

    func run() {
        print(BenchProgramme.text(today: Timestamp.hostClock.day, rewards))
    }
}
