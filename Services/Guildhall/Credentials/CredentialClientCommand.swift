import ArgumentParser
import Crypto
import Database
import Foundation
import OpenBadges

/// Registers the systems that may ask for access to credentials over HTTP.
struct CredentialClientCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "client",
        abstract: "Registers, removes and lists systems that ask for access to credentials over HTTP.",
        discussion: """
            A worker lets a registered system read their credentials; an operator lets it ask what credentials open.

            Examples:
              guildhall credential client add portfolio --name 'Portfolio' \\
                --redirect https://portfolio.example/callback --scope credential.readonly --scope profile.readonly
              guildhall credential client add deployer --name 'Deployment' --scope guildhall.query
            """,
        subcommands: [Add.self, Remove.self, List.self])

    private static let open = "https://purl.imsglobal.org/spec/ob/v3p0/scope/"
    /// What a system may be registered for.
    static let scopes = [open + "credential.readonly", open + "profile.readonly", "guildhall.query"]

    private static let add = Statement(
        """
        INSERT INTO credentialing_client (id, name, secret_hash, redirect_uris, scopes, created_at)
        VALUES ($1, $2, $3, $4::text[], $5::text[], guildhall_now())
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, secret_hash = excluded.secret_hash,
            redirect_uris = excluded.redirect_uris, scopes = excluded.scopes, removed_at = NULL
        """)
    private static let remove = Statement(
        "UPDATE credentialing_client SET removed_at = guildhall_now() WHERE id = $1 AND removed_at IS NULL")
    private static let list = Statement(
        "SELECT id, name, redirect_uris, scopes FROM credentialing_client WHERE removed_at IS NULL ORDER BY id")

    /// A system as it is printed.
    struct Document: Encodable, Sendable {
        var id: String
        var name: String
        var redirectURIs: [String]
        var scopes: [String]
        /// Only once, when it was made.
        var secret: String?
    }

    /// Registers a system.
    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Registers a system and prints its secret, once; again for a new secret.")

        @OptionGroup var options: OperatorOptions
        @Argument(help: "The system's id: lower-case letters, digits and hyphens.") var id: String
        @Option(help: "What workers are told the system is called.") var name: String
        @Option(help: "An address that answers may be sent to; may be given several times.") var redirect: [String] = []
        @Option(help: "What it may do: credential.readonly, profile.readonly or guildhall.query.") var scope: [String]
        @Flag(help: "Print JSON.") var json = false

        func validate() throws {
            guard id.wholeMatch(of: /[a-z][a-z0-9-]{1,40}/) != nil else {
                throw ValidationError("\(id) is no id: use 2 to 41 lower-case letters, digits and hyphens.")
            }
            for address in redirect { try CredentialClientCommand.check(address) }
            let scopes = try scope.map(CredentialClientCommand.scope)
            if scopes.contains(where: { $0 != "guildhall.query" }), redirect.isEmpty {
                throw ValidationError("What a worker allows is answered to an address: give --redirect.")
            }
        }

        func run() async throws {
            let secret = SymmetricKey(size: .bits256).withUnsafeBytes { Base64URL.encode(Array($0)) }
            let document = Document(
                id: id, name: name, redirectURIs: redirect, scopes: try scope.map(CredentialClientCommand.scope),
                secret: secret)
            try await OperatorContext.with(options) { context in
                _ = try await context.database.run([
                    Call(
                        CredentialClientCommand.add,
                        [
                            .text(id), .text(name), .bytea(Array(SHA256.hash(data: Data(secret.utf8)))),
                            .texts(redirect), .texts(document.scopes),
                        ])
                ])
            }
            if json { return try Output.json(document) }
            print(
                """
                client_id      \(id)
                client_secret  \(secret)   (shown once; add again for a new one)
                redirects      \(redirect.isEmpty ? "none" : redirect.joined(separator: ", "))
                scopes         \(document.scopes.joined(separator: " "))
                """)
        }
    }

    /// Removes a system; its tokens open nothing from then on.
    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Removes a system; its tokens end at once.")

        @OptionGroup var options: OperatorOptions
        @Argument(help: "The system's id.") var id: String

        func run() async throws {
            let count = try await OperatorContext.with(options) {
                try await $0.database.run([Call(CredentialClientCommand.remove, [.text(id)])])[0].affected
            }
            guard count > 0 else { throw ValidationError("There is no system \(id).") }
            print("Removed \(id).")
        }
    }

    /// Lists them.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists the systems.")

        @OptionGroup var options: OperatorOptions
        @Flag(help: "Print JSON.") var json = false

        func run() async throws {
            let found = try await OperatorContext.with(options) { context in
                try await context.database.run([Call(CredentialClientCommand.list)])[0].map { row in
                    Document(
                        id: try row.text(0), name: try row.text(1), redirectURIs: try row.texts(2),
                        scopes: try row.texts(3))
                }
            }
            if json { return try Output.json(found) }
            Output.table(
                ["id", "name", "scopes", "redirects"],
                found.map {
                    [$0.id, $0.name, $0.scopes.joined(separator: " "), $0.redirectURIs.joined(separator: " ")]
                })
        }
    }

    private static func scope(_ text: String) throws -> String {
        guard let scope = scopes.first(where: { $0 == text || $0 == open + text }) else {
            throw ValidationError("\(text) is no scope; use credential.readonly, profile.readonly or guildhall.query.")
        }
        return scope
    }

    /// Answers carry a code, so they go by https, or stay on the machine.
    private static func check(_ address: String) throws {
        let parts = URLComponents(string: address)
        let isLocal = parts?.scheme == "http" && ["127.0.0.1", "localhost", "[::1]", "::1"].contains(parts?.host ?? "")
        guard let host = parts?.host, !host.isEmpty, parts?.scheme == "https" || isLocal, parts?.fragment == nil,
            parts?.user == nil
        else {
            throw ValidationError("\(address) must be an https address without a fragment, or http on this machine.")
        }
    }
}
