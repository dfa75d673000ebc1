import CRabbitMQ
import Foundation

/// The library's handle, its socket and what is to be written; confined to the thread of its connection.
///
/// Over plain TCP frames are collected in a buffer of ours and written to the library's socket without waiting, so that
/// no call blocks after the handshake. TLS has no such door: there the library writes, and the watchdog guards it.
/// Heartbeats are ours in both cases: the library sends them only while it waits, and might put one into the middle of
/// a frame that is half written.
final class AMQPLink {
    static let channel: UInt16 = 1
    private static let frameMax: Int32 = 131_072

    let handle: amqp_connection_state_t
    let heart: Watchdog.Heart
    let output = OutputBuffer()
    private(set) var socket: Int32 = -1
    private(set) var frameMax = 0
    private(set) var heartbeat: Int64 = 0
    private let encrypted: Bool
    private var destroyed = false

    init(_ configuration: BrokerConfiguration, name: String, heart: Watchdog.Heart) throws {
        guard let handle = amqp_new_connection() else {
            throw BrokerError(.connectionLost, "no memory for a connection")
        }
        self.handle = handle
        self.heart = heart
        encrypted = configuration.tls != nil
        do {
            try connect(configuration)
            try login(configuration, name)
        } catch {
            destroy()
            throw error
        }
    }

    private func connect(_ configuration: BrokerConfiguration) throws {
        let target = "connecting to \(configuration.host):\(configuration.port)"
        var patience = timeval(tv_sec: max(configuration.connectTimeoutSeconds, 1), tv_usec: 0)
        _ = amqp_set_handshake_timeout(handle, &patience)
        let socket: OpaquePointer?
        if let tls = configuration.tls {
            socket = amqp_ssl_socket_new(handle)
            try secure(socket, tls)
        } else {
            socket = amqp_tcp_socket_new(handle)
        }
        guard let socket else { throw BrokerError(.connectionLost, "\(target): no memory for a socket") }
        let status = amqp_socket_open_noblock(socket, configuration.host, Int32(configuration.port), &patience)
        guard status == AMQP_STATUS_OK.rawValue else { throw BrokerError.library(status, target) }
        self.socket = amqp_get_sockfd(handle)
        heart.guarding(self.socket)
        patience.tv_sec = max(configuration.rpcTimeoutSeconds, 1)
        _ = amqp_set_rpc_timeout(handle, &patience)
    }

    private func secure(_ socket: OpaquePointer?, _ tls: BrokerConfiguration.TLSConfiguration) throws {
        guard let socket else { return }
        amqp_ssl_socket_set_verify_peer(socket, 1)
        amqp_ssl_socket_set_verify_hostname(socket, 1)
        var status = amqp_ssl_socket_set_ssl_versions(socket, AMQP_TLSv1_2, AMQP_TLSvLATEST)
        guard status == 0 else { throw BrokerError.library(status, "asking for TLS 1.2 or later") }
        status = amqp_ssl_socket_set_cacert(socket, tls.authorityFile)
        guard status == 0 else { throw BrokerError(.invalid, "no authorities can be read from \(tls.authorityFile)") }
        guard let certificate = tls.certificateFile, let key = tls.keyFile else { return }
        status = amqp_ssl_socket_set_key(socket, certificate, key)
        guard status == 0 else { throw BrokerError(.invalid, "no certificate and key in \(certificate) and \(key)") }
    }

    private func login(_ configuration: BrokerConfiguration, _ name: String) throws {
        var reply = guildhall_amqp_login(
            handle, configuration.virtualHost, 8, Self.frameMax, Int32(configuration.heartbeatSeconds),
            configuration.user, configuration.password, name)
        let login = "logging in as \(configuration.user) to \(configuration.virtualHost)"
        if let error = BrokerError.reply(reply, login) { throw error }
        _ = amqp_channel_open(handle, Self.channel)
        reply = amqp_get_rpc_reply(handle)
        if let error = BrokerError.reply(reply, "opening the channel") { throw error }
        frameMax = Int(amqp_get_frame_max(handle))
        heartbeat = Monotonic.seconds(Int(amqp_get_heartbeat(handle)))
        // From here on heartbeats are ours; the broker keeps the interval that was agreed on.
        let status = amqp_tune_connection(handle, amqp_get_channel_max(handle), Int32(frameMax), 0)
        guard status == AMQP_STATUS_OK.rawValue else { throw BrokerError.library(status, "tuning the connection") }
        limitSilence(true)
    }

    /// Whether the system gives up on bytes that the peer does not take; not while the broker said it will not read.
    func limitSilence(_ limited: Bool) {
        let milliseconds = limited ? heartbeat * 2 / 1_000_000 : 0
        _ = guildhall_tcp_user_timeout(socket, UInt32(milliseconds))
    }

    /// The next frame that has arrived.
    func receive(_ frame: inout amqp_frame_t) throws -> Bool {
        var nothing = timeval(tv_sec: 0, tv_usec: 0)
        let status = amqp_simple_wait_frame_noblock(handle, &frame, &nothing)
        if status == AMQP_STATUS_OK.rawValue { return true }
        if status == AMQP_STATUS_TIMEOUT.rawValue { return false }
        throw BrokerError(.connectionLost, "reading from the broker: \(String(cString: amqp_error_string2(status)))")
    }

    /// Whether to try for one more frame before asking the socket; TLS may hold bytes that nobody can see, so try.
    var mayHoldMore: Bool {
        encrypted || hasBuffered
    }

    /// Whether bytes wait inside the library.
    var hasBuffered: Bool {
        amqp_frames_enqueued(handle) != 0 || amqp_data_in_buffer(handle) != 0
    }

    /// Gives memory of handled frames back to the library's pool.
    func release() {
        amqp_maybe_release_buffers_on_channel(handle, Self.channel)
    }

    /// Frees what belongs to the connection itself, such as notices of alarms.
    func releaseAll() {
        amqp_maybe_release_buffers(handle)
    }

    func send<Fields>(_ method: amqp_method_number_t, _ fields: Fields, channel: UInt16 = AMQPLink.channel) throws {
        var fields = fields
        try withUnsafeMutablePointer(to: &fields) { pointer in
            guard encrypted else {
                return try output.put(method: method, UnsafeMutableRawPointer(pointer), channel: channel, limit: 4096)
            }
            let status = amqp_send_method(handle, channel, method, UnsafeMutableRawPointer(pointer))
            guard status == AMQP_STATUS_OK.rawValue else { throw BrokerError.library(status, "writing to the broker") }
        }
    }

    func send(_ message: OutgoingMessage, sequence: Int64?) throws {
        guard encrypted else {
            return output.put(message, sequence: sequence, channel: Self.channel, frameMax: frameMax)
        }
        let arena = Arena()
        try withExtendedLifetime(arena) {
            var properties = arena.properties(of: message, sequence: sequence)
            let status = amqp_basic_publish(
                handle, Self.channel, arena.bytes(message.exchange), arena.bytes(message.routingKey),
                message.mandatory ? 1 : 0, 0, &properties, arena.bytes(message.body))
            guard status == AMQP_STATUS_OK.rawValue else { throw BrokerError.library(status, "publishing") }
        }
    }

    func sendHeartbeat() throws {
        guard encrypted else { return output.putHeartbeat() }
        var frame = amqp_frame_t()
        frame.frame_type = UInt8(AMQP_FRAME_HEARTBEAT)
        let status = amqp_send_frame(handle, &frame)
        guard status == AMQP_STATUS_OK.rawValue else { throw BrokerError.library(status, "sending a heartbeat") }
    }

    /// Frees the handle and closes the socket.
    func destroy() {
        guard !destroyed else { return }
        destroyed = true
        heart.guarding(-1)
        _ = amqp_destroy_connection(handle)
    }
}
