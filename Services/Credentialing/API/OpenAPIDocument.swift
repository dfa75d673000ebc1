import Contracts

/// The description of what systems may ask over HTTP, which the Open Badges API serves as its discovery.
struct OpenAPIDocument: Sendable {
    let issuer: Issuer

    /// The document's text.
    var text: String { document.pretty }

    private var document: JSONDocument {
        [
            "openapi": "3.0.1",
            "info": info,
            "servers": [["url": .string(issuer.base), "description": "The public address."]],
            "tags": [
                ["name": "OpenBadgeCredentials", "description": "The Open Badges 3.0 API."],
                ["name": "Queries", "description": "What credentials open, for systems."],
            ],
            "paths": [
                "/ims/ob/v3p0/discovery": ["get": discovery],
                "/ims/ob/v3p0/credentials": ["get": credentials, "post": upsert],
                "/ims/ob/v3p0/profile": ["get": profile, "put": putProfile],
                "/credential-queries": ["post": query],
                "/credentials/{id}/effects": ["get": effects],
            ],
            "components": ["schemas": schemas, "securitySchemes": securitySchemes],
        ]
    }

    private var info: JSONDocument {
        [
            "title": .string("\(issuer.name) Open Badges API"),
            "description": """
            Open Badges 3.0 of a worker, read with the worker's leave; and questions of systems about credentials, \
            allowed by an operator. Credentials come from passed assessments alone, so nothing can be put in.
            """,
            "termsOfService": .string(issuer.base),
            "version": "3.0",
            "x-imssf-privacyPolicyUrl": .string(issuer.base),
        ]
    }

    private var discovery: JSONDocument {
        [
            "tags": ["OpenBadgeCredentials"], "operationId": "getServiceDescription",
            "summary": "This document.",
            "responses": [
                "200": [
                    "description": "The service description.",
                    "content": ["application/json": ["schema": ["type": "object"]]],
                ]
            ],
        ]
    }

    private var credentials: JSONDocument {
        [
            "tags": ["OpenBadgeCredentials"], "operationId": "getCredentials",
            "summary": "The credentials of the worker whose leave the token carries, the oldest first.",
            "parameters": [
                parameter(
                    "limit", "Most credentials of a page; \(PageLinks.usual) where it is left out.",
                    ["type": "integer", "minimum": 1, "maximum": .integer(PageLinks.most)]),
                parameter("offset", "The first credential of the page, from 0.", ["type": "integer", "minimum": 0]),
                parameter(
                    "since", "Only credentials issued or renewed after this moment.",
                    ["type": "string", "format": "date-time"]),
            ],
            "security": security(.credentials),
            "responses": responses([
                .init(
                    "200",
                    [
                        "description": "A page of credentials, each with its embedded proof.",
                        "headers": [
                            "X-Total-Count": header("How many there are.", ["type": "integer"]),
                            "Link": header("The pages around this one (RFC 8288).", ["type": "string"]),
                        ],
                        "content": content("GetOpenBadgeCredentialsResponse"),
                    ]), status("400", "A parameter is not what it has to be."),
                status("401", "There is no token, or it is unknown, expired or revoked."),
                status("403", "The token lacks the scope."),
            ]),
        ]
    }

    private var upsert: JSONDocument {
        [
            "tags": ["OpenBadgeCredentials"], "operationId": "upsertCredential",
            "summary": "Not supported: credentials come from passed assessments alone.",
            "responses": responses([status("405", "Never allowed here.")]),
        ]
    }

    private var profile: JSONDocument {
        [
            "tags": ["OpenBadgeCredentials"], "operationId": "getProfile",
            "summary": "The worker, by an id that only this system gets; no name, no address.",
            "security": security(.profile),
            "responses": responses([
                .init("200", ["description": "The profile.", "content": content("Profile")]),
                status("401", "There is no token, or it is unknown, expired or revoked."),
                status("403", "The token lacks the scope."),
            ]),
        ]
    }

    private var putProfile: JSONDocument {
        [
            "tags": ["OpenBadgeCredentials"], "operationId": "putProfile",
            "summary": "Not supported: a profile holds nothing that could be changed.",
            "responses": responses([status("405", "Never allowed here.")]),
        ]
    }

    private var query: JSONDocument {
        [
            "tags": ["Queries"], "operationId": "askAboutCredentials",
            "summary": "Whether a credential counts, what a worker may do, or which screening steps are left.",
            "description": "Each answer names the rule that gave it, and is kept in the audit trail.",
            "requestBody": ["required": true, "content": content("CredentialQuery")],
            "security": security(.query),
            "responses": responses([
                .init("200", ["description": "The answer.", "content": content("CredentialAnswer")]),
                status("400", "The question is not what it has to be."),
                status("401", "There is no token, or it is unknown, expired or revoked."),
                status("403", "The token lacks the scope."),
                .init(
                    "503",
                    [
                        "description": "A source is down: the verdict is `unknown`, never a guess.",
                        "content": content("CredentialAnswer"),
                    ]),
            ]),
        ]
    }

    private var effects: JSONDocument {
        [
            "tags": ["Queries"], "operationId": "explainCredential",
            "summary": "What a credential rests on, what it opens and what ends it, by which written rules.",
            "description": """
            Each effect names the rule, the version of the programme that says so, and whether the credential brings it \
            at present. A worker reads it of their own credentials. Each answer is kept in the audit trail.
            """,
            "parameters": [
                [
                    "name": "id", "in": "path", "required": true, "description": "The credential.",
                    "schema": ["type": "string", "format": "uuid"],
                ]
            ],
            "security": security(.query),
            "responses": responses([
                .init(
                    "200",
                    [
                        "description": "The explanation.",
                        "content": ["application/json": ["schema": ["type": "object"]]],
                    ]),
                status("401", "There is no token, or it is unknown, expired or revoked."),
                status("403", "The token lacks the scope."),
                .init("404", ["description": "There is no such credential, or it is another worker's."]),
            ]),
        ]
    }

    private var schemas: JSONDocument {
        [
            "GetOpenBadgeCredentialsResponse": [
                "type": "object", "required": ["credential"],
                "properties": [
                    "credential": [
                        "type": "array", "description": "Open Badges 3.0 with their embedded proofs.",
                        "items": ["type": "object"],
                    ],
                    "compactJwsString": [
                        "type": "array", "description": "Left out: every credential has an embedded proof.",
                        "items": ["type": "string"],
                    ],
                ],
            ],
            "Profile": [
                "type": "object", "required": ["id", "type"],
                "properties": [
                    "@context": ["type": "array", "items": ["type": "string"]],
                    "id": ["type": "string", "format": "uri"],
                    "type": ["type": "array", "items": ["type": "string"]],
                ],
            ],
            "Imsx_StatusInfo": [
                "type": "object",
                "required": ["imsx_codeMajor", "imsx_severity"],
                "properties": [
                    "imsx_codeMajor": [
                        "type": "string", "enum": ["failure", "processing", "success", "unsupported"],
                    ],
                    "imsx_severity": ["type": "string", "enum": ["error", "status", "warning"]],
                    "imsx_description": ["type": "string"],
                    "imsx_CodeMinor": ["type": "object"],
                ],
            ],
            "CredentialQuery": OpenAPIDocument.openAPI(CredentialQueryAsked.schema),
            "CredentialAnswer": OpenAPIDocument.openAPI(CredentialQueryAnswered.schema),
        ]
    }

    private var securitySchemes: JSONDocument {
        let scopes = { (isWorkers: Bool) in
            JSONDocument.object(
                AccessScope.allCases.filter { $0.isWorkers == isWorkers }.map {
                    .init($0.rawValue, .string($0.description))
                })
        }
        return [
            "OAuth2ACG": [
                "type": "oauth2",
                "description": "The worker allows it: authorisation code with PKCE (S256); refresh tokens turn.",
                "flows": [
                    "authorizationCode": [
                        "authorizationUrl": .string("\(issuer.base)/oauth/authorize"),
                        "tokenUrl": .string("\(issuer.base)/oauth/token"),
                        "refreshUrl": .string("\(issuer.base)/oauth/token"),
                        "scopes": scopes(true),
                    ]
                ],
            ],
            "OAuth2CC": [
                "type": "oauth2",
                "description": "An operator allows it when the system is registered.",
                "flows": [
                    "clientCredentials": [
                        "tokenUrl": .string("\(issuer.base)/oauth/token"), "scopes": scopes(false),
                    ]
                ],
            ],
        ]
    }

    private func parameter(_ name: String, _ description: String, _ schema: JSONDocument) -> JSONDocument {
        [
            "name": .string(name), "in": "query", "required": false, "description": .string(description),
            "schema": schema,
        ]
    }

    private func header(_ description: String, _ schema: JSONDocument) -> JSONDocument {
        ["description": .string(description), "schema": schema]
    }

    private func content(_ schema: String) -> JSONDocument {
        ["application/json": ["schema": ["$ref": .string("#/components/schemas/\(schema)")]]]
    }

    private func status(_ code: String, _ description: String) -> JSONDocument.Member {
        .init(code, ["description": .string(description), "content": content("Imsx_StatusInfo")])
    }

    private func responses(_ members: [JSONDocument.Member]) -> JSONDocument {
        .object(members)
    }

    private func security(_ scope: AccessScope) -> JSONDocument {
        [.object([.init(scope.isWorkers ? "OAuth2ACG" : "OAuth2CC", [.string(scope.rawValue)])])]
    }

    /// A JSON Schema as OpenAPI 3.0 writes it, where a type is one word and what may be null is marked so.
    static func openAPI(_ schema: JSONDocument) -> JSONDocument {
        switch schema {
        case .array(let elements): return .array(elements.map(openAPI))
        case .object(let members):
            var written: [JSONDocument.Member] = []
            for member in members {
                if member.key == "type", case .array(let types) = member.value, let type = types.first {
                    written += [.init("type", type), .init("nullable", .boolean(types.contains("null")))]
                } else if member.key == "const" {
                    written.append(.init("enum", [member.value]))
                } else {
                    written.append(.init(member.key, openAPI(member.value)))
                }
            }
            return .object(written)
        default: return schema
        }
    }
}
