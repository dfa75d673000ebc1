import Contracts
import Crypto
import Foundation

/// The token of a sign-up link (ONB-07): derived from the invitation, so that nothing secret is kept with it.
enum SignUpLink {
    /// The token, in letters that an address may hold.
    static func token(of invitation: Identifier, key: [UInt8]) -> String {
        let code = HMAC<SHA256>.authenticationCode(
            for: Data("sign-up/\(invitation)".utf8), using: SymmetricKey(data: key))
        return Data(Array(code).prefix(16)).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// What a token is known by where links are kept.
    static func id(of token: String) -> Identifier {
        Identifier.derived("sign-up-link", token)
    }
}
