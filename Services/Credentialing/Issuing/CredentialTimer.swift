import Contracts

/// The timers that a credential may have beside the one of its expiry, whose key is its id.
///
/// Their keys are the id with some bits turned over, so that a key leads back to its credential without a table.
enum CredentialTimer: UInt64 {
    /// Its renewal opens.
    case renewal = 0x00_72_65_6E_65_77_61_6C
    /// Its suspension ends.
    case suspension = 0x00_73_75_73_70_65_6E_64

    /// The key of a credential's timer.
    func key(of credential: Identifier) -> Identifier {
        Identifier(high: credential.high, low: credential.low ^ rawValue)
    }

    /// The credential of a timer's key.
    func credential(of key: Identifier) -> Identifier {
        self.key(of: key)
    }
}
