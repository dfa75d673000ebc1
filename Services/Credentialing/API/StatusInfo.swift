import HTTPTypes
import Hummingbird
import ServiceRuntime

/// What 1EdTech's services say of a request that did not succeed (`Imsx_StatusInfo`).
struct StatusInfo: Sendable {
    /// How it went.
    enum Major: String, Sendable {
        case failure
        case unsupported
    }

    let major: Major
    /// One of the standard's words for the reason.
    let minor: String
    let description: String

    init(_ major: Major, _ minor: String, _ description: String) {
        self.major = major
        self.minor = minor
        self.description = description
    }

    /// The answer.
    func response(_ status: HTTPResponse.Status) -> Response {
        Response.json(
            .object([
                ("imsx_codeMajor", .string(major.rawValue)),
                ("imsx_severity", .string("error")),
                ("imsx_description", .string(description)),
                (
                    "imsx_CodeMinor",
                    .object([
                        (
                            "imsx_codeMinorField",
                            .array([
                                .object([
                                    ("imsx_codeMinorFieldName", .string("TargetEndSystem")),
                                    ("imsx_codeMinorFieldValue", .string(minor)),
                                ])
                            ])
                        )
                    ])
                ),
            ]), status: status)
    }
}
