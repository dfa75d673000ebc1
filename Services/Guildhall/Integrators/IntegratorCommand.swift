import ArgumentParser
import Contracts
import Crypto
import Foundation
import Messaging
import ServiceRuntime

/// Lets outside systems connect to the bus (GOV-29).
struct IntegratorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "integrator",
        abstract: "Adds, removes and lists outside systems that connect to the bus.",
        discussion: """
            Examples:
              guildhall integrator add acme-vms --source /vms/acme --publishes guildhall.engagement.recorded.v1
              guildhall integrator remove acme-vms
            """,
        subcommands: [Add.self, Remove.self, List.self])

    /// What an integrator's commands need beside the operator's.
    struct Options: ParsableArguments {
        @OptionGroup var operatorOptions: OperatorOptions
        @Option(help: "The broker's control program. (default: broker.control of the settings, else rabbitmqctl)")
        var rabbitmqctl: String?
        @Flag(help: "Print JSON.") var json = false

        func control(_ context: OperatorContext) -> BrokerControl {
            BrokerControl(
                program: rabbitmqctl ?? context.settings.broker.control ?? "rabbitmqctl",
                virtualHost: context.settings.broker.virtualHost)
        }
    }

    /// Makes user, rights and queue.
    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes a broker user with its rights, its sources and its queue, and prints what it needs.")

        /// What an integrator needs to connect.
        struct Document: Encodable {
            var user: String
            var password: String
            var host: String
            var port: Int
            var virtualHost: String
            var publishTo = Topology.inboundExchange
            var sources: [String]
            var publishes: [String]
            var queue: String?
            var subscribes: [String]
        }

        @OptionGroup var options: Options
        @Argument(help: "The integrator's name: lower-case letters, digits and hyphens.") var name: String
        @Option(help: "A CloudEvents source that it may publish as; may be given several times.") var source: [String]
        @Option(help: "Types that it may publish, with commas.") var publishes: String
        @Option(help: "Types that it receives in a queue of its own, with commas.") var subscribes: String?

        func validate() throws {
            guard name.wholeMatch(of: /[a-z][a-z0-9-]{1,40}/) != nil else {
                throw ValidationError("\(name) is no name: use 2 to 41 lower-case letters, digits and hyphens.")
            }
            for type in IntegratorCommand.list(publishes) {
                guard Catalogue.contract(named: type)?.direction == .inbound else {
                    throw ValidationError("\(type) is no inbound type; see `guildhall contracts list`.")
                }
            }
            for type in IntegratorCommand.list(subscribes ?? "") {
                let direction = Catalogue.contract(named: type)?.direction
                guard direction == .event || direction == .outboundOnly else {
                    throw ValidationError("\(type) is no type that goes out; see `guildhall contracts list`.")
                }
            }
        }

        func run() async throws {
            let (types, subscriptions) = (IntegratorCommand.list(publishes), IntegratorCommand.list(subscribes ?? ""))
            let document = try await OperatorContext.with(options.operatorOptions) { context in
                let user = IntegratorCommand.user(name)
                let queue = subscriptions.isEmpty ? nil : IntegratorCommand.queue(name)
                let password = SymmetricKey(size: .bits256).withUnsafeBytes { AuditChain.hex(Array($0)) }
                let control = options.control(context)
                try control.setUser(user, password: password)
                try control.setPermissions(
                    user, read: queue.map { "^\($0.replacing(".", with: "\\."))$" } ?? "^$", types: types)
                if let queue {
                    try await context.broker.apply(IntegratorCommand.topology(queue, subscriptions))
                }
                try await SourceRegistration(database: context.database).add(source, for: user)
                return Document(
                    user: user, password: password, host: context.settings.broker.host,
                    port: context.settings.broker.port, virtualHost: context.settings.broker.virtualHost,
                    sources: source, publishes: types, queue: queue, subscribes: subscriptions)
            }
            if options.json { return try Output.json(document) }
            print(
                """
                user       \(document.user)
                password   \(document.password)   (shown once; add again for a new one)
                broker     \(document.host):\(document.port), virtual host \(document.virtualHost)
                publish    to \(document.publishTo), routing key = the event's type, property user-id = the user
                sources    \(document.sources.joined(separator: ", "))
                types      \(document.publishes.joined(separator: ", "))
                queue      \(document.queue ?? "none")
                receives   \(document.subscribes.isEmpty ? "nothing" : document.subscribes.joined(separator: ", "))
                           (a message holds one event, or a list of them: see its content type)
                """)
        }
    }

    /// Removes everything that was made.
    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Removes an integrator's user, rights, sources and queue; its records stay.")

        @OptionGroup var options: Options
        @Argument(help: "The integrator's name.") var name: String

        func run() async throws {
            try await OperatorContext.with(options.operatorOptions) { context in
                let user = IntegratorCommand.user(name)
                let control = options.control(context)
                let sources = try await SourceRegistration(database: context.database).removeAll(of: user)
                try control.deleteUser(user)
                try control.deleteQueue(IntegratorCommand.queue(name))
                if options.json {
                    try Output.json(["removed": [user]])
                } else {
                    print("Removed \(user) with \(sources) sources.")
                }
            }
        }
    }

    /// Lists them.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists who may publish as which source.")

        @OptionGroup var options: OperatorOptions
        @Flag(help: "Print JSON.") var json = false

        func run() async throws {
            let found = try await OperatorContext.with(options) {
                try await SourceRegistration(database: $0.database).all()
            }
            if json {
                return try Output.json(Dictionary(found.map { ($0.user, $0.sources) }) { first, _ in first })
            }
            Output.table(["broker user", "sources"], found.map { [$0.user, $0.sources.joined(separator: ", ")] })
        }
    }

    private static func list(_ text: String) -> [String] {
        text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    private static func user(_ name: String) -> String { "integrator-\(name)" }

    private static func queue(_ name: String) -> String { "guildhall.integrator.\(name).g1" }

    /// The queue of an integrator, with the types of every partition.
    private static func topology(_ queue: String, _ types: [String]) -> Topology {
        Topology(
            exchanges: Topology.exchanges, queues: [Topology.Queue(name: queue)],
            bindings: types.map { Topology.Binding(exchange: Topology.eventsExchange, queue: queue, key: "\($0).*") })
    }
}
