import Foundation

/// A thread of the operating system that runs one function and ends.
enum IOThread {
    /// Starts it, detached; the kernel shows the first fifteen bytes of its name.
    static func start(named name: String, _ body: @escaping @Sendable () -> Void) {
        let thread = Thread(block: body)
        thread.name = String(name.prefix(15))
        thread.stackSize = 1 << 20
        thread.start()
    }
}
