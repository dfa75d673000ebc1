/// How a program ends, as its caller sees it.
public enum ExitStatus: Int32, Sendable {
    /// It was told to stop and did, or printed what it was asked for.
    case clean = 0
    /// It could not go on.
    case failure = 1
    /// Its settings or its command line are wrong (`EX_USAGE` of sysexits).
    case configuration = 64
}
