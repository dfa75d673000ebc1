#pragma once
// What Swift cannot call or express itself: variadic logins, and options of the socket underneath.
#include <amqp.h>
#include <amqp_framing.h>
#include <amqp_ssl_socket.h>
#include <amqp_tcp_socket.h>
#include <sys/eventfd.h>

// Declared here rather than included: system headers that come in by way of this module would make Swift look for their
// types in it.
extern int setsockopt(int socket, int level, int option, const void *value, unsigned int length);

/// A capability that a client announces to the broker.
static inline amqp_table_entry_t guildhall_amqp_capability(const char *name) {
    amqp_table_entry_t entry;
    entry.key = amqp_cstring_bytes(name);
    entry.value.kind = AMQP_FIELD_KIND_BOOLEAN;
    entry.value.value.boolean = 1;
    return entry;
}

/// Logs in with user and password, announcing the capabilities that the library knows nothing of.
///
/// Without them the broker sends no notices of blocked connections and of cancelled consumers.
static inline amqp_rpc_reply_t guildhall_amqp_login(
    amqp_connection_state_t connection, const char *virtual_host, int channel_max, int frame_max, int heartbeat,
    const char *user, const char *password, const char *connection_name) {
    amqp_table_entry_t capabilities[5];
    capabilities[0] = guildhall_amqp_capability("connection.blocked");
    capabilities[1] = guildhall_amqp_capability("consumer_cancel_notify");
    capabilities[2] = guildhall_amqp_capability("publisher_confirms");
    capabilities[3] = guildhall_amqp_capability("basic.nack");
    capabilities[4] = guildhall_amqp_capability("authentication_failure_close");
    amqp_table_entry_t entries[2];
    entries[0].key = amqp_cstring_bytes("capabilities");
    entries[0].value.kind = AMQP_FIELD_KIND_TABLE;
    entries[0].value.value.table.num_entries = 5;
    entries[0].value.value.table.entries = capabilities;
    entries[1].key = amqp_cstring_bytes("connection_name");
    entries[1].value.kind = AMQP_FIELD_KIND_UTF8;
    entries[1].value.value.bytes = amqp_cstring_bytes(connection_name);
    amqp_table_t properties;
    properties.num_entries = 2;
    properties.entries = entries;
    return amqp_login_with_properties(
        connection, virtual_host, channel_max, frame_max, heartbeat, &properties, AMQP_SASL_METHOD_PLAIN, user,
        password);
}

/// How long sent bytes may stay without the peer's acknowledgement; 0 restores the system's own patience.
static inline int guildhall_tcp_user_timeout(int socket, unsigned int milliseconds) {
    enum { tcp_protocol = 6, user_timeout = 18 };
    return setsockopt(socket, tcp_protocol, user_timeout, &milliseconds, sizeof milliseconds);
}
