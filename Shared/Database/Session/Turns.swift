import Synchronization

/// A conducted connection's number with its conductor.
final class Turns: Sendable {
    let reserve: ConnectionReserve?
    private let conductor: any Conductor
    private let number: Int

    /// Announces a new connection.
    init(_ conductor: any Conductor, as role: String, end: @escaping @Sendable () -> Void) {
        self.conductor = conductor
        reserve = conductor.reserve
        number = conductor.connect(as: role, end: end)
    }

    func ask() { conductor.asked(number) }
    func begin(_ turn: ConnectionTurn) -> ConnectionFate { conductor.begin(turn, on: number) }
    func opened(backend: Int32) { conductor.opened(number, backend: backend) }
    func end() { conductor.ended(on: number) }
    func released() { conductor.released(number) }
    func gone() { conductor.gone(number) }
}
