/// A conducted connection's number with its conductor.
struct Turns: Sendable {
    private let conductor: any Conductor
    private let number: Int

    /// Announces a new connection.
    init(_ conductor: any Conductor, as role: String) {
        self.conductor = conductor
        number = conductor.connect(as: role)
    }

    func ask() { conductor.asked(number) }
    func begin(_ turn: ConnectionTurn) -> ConnectionFate { conductor.begin(turn, on: number) }
    func opened(backend: Int32) { conductor.opened(number, backend: backend) }
    func end() { conductor.ended(on: number) }
    func gone() { conductor.gone(number) }
}
