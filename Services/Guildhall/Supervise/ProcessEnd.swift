/// How a process ended.
enum ProcessEnd: Hashable, Sendable, CustomStringConvertible {
    case exit(Int32)
    case signal(Int32)

    /// Reads the status that `waitpid` gives.
    init(waitStatus status: Int32) {
        let number = status & 0x7f
        self = number == 0 ? .exit(status >> 8 & 0xff) : .signal(number)
    }

    var description: String {
        switch self {
        case .exit(let code): "ended with status \(code)"
        case .signal(let number): "was ended by signal \(number)"
        }
    }
}
