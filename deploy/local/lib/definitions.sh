# shellcheck shell=bash
# The broker's definitions: exchanges, users and the least rights that each of them can work with.

# password_hash NAME PASSWORD: RabbitMQ's salted SHA-256. The salt follows from the secret itself, so that the same
# secrets always give the same file and a change of the definitions can be seen.
password_hash() {
    local salt digest
    salt=$(printf 'salt %s %s' "$1" "$2" | sha256sum | cut -c1-8)
    digest=$({ binary "$salt"; printf %s "$2"; } | sha256sum | cut -c1-64)
    binary "$salt$digest" | base64 -w 0
}

# binary HEX: the bytes themselves.
binary() { printf '%b' "$(printf %s "$1" | sed 's/../\\x&/g')"; }

# user NAME TAGS
definition_user() {
    printf '    {"name": "%s", "password_hash": "%s", "hashing_algorithm": "rabbit_password_hashing_sha256", "tags": [%s]}' \
        "$1" "$(password_hash "$1" "$(secret "broker-$1")")" "$2"
}

# permission USER CONFIGURE WRITE READ
definition_permission() {
    printf '    {"user": "%s", "vhost": "guildhall", "configure": "%s", "write": "%s", "read": "%s"}' "$@"
}

definition_users() {
    local name
    for name in "${BROKER_USERS[@]}"; do
        definition_user "$name" ''
        printf ',\n'
    done
    definition_user administrator '"administrator"'
    printf '\n'
}

definition_permissions() {
    local service own extra
    for service in "${SERVICES[@]}"; do
        own="guildhall\\\\.$service\\\\..*"
        extra=
        if [ "$service" = onboarding ]; then
            # Whoever opens contractors also answers for what nobody owns.
            own="$own|guildhall\\\\.unroutable\\\\.g1"
            extra="|guildhall\\\\.unroutable"
        fi
        definition_permission "$service" "^($own)\$" "^($own|guildhall\\\\.events)\$" \
            "^($own|guildhall\\\\.events|guildhall\\\\.inbound$extra)\$"
        printf ',\n'
    done
    definition_permission replies '^$' '^amq\\.default$' '^$'
    printf ',\n'
    # Publishes like an integrator, and makes the queues of those who want to receive something.
    definition_permission operator '^guildhall\\.integrator\\..+$' \
        '^(guildhall\\.inbound|guildhall\\.integrator\\..+)$' '^guildhall\\.events$'
    printf ',\n'
    definition_permission administrator '.*' '.*' '.*'
    printf '\n'
}

definitions() {
    cat <<END
{
  "vhosts": [{"name": "guildhall"}],
  "users": [
$(definition_users)
  ],
  "permissions": [
$(definition_permissions)
  ],
  "topic_permissions": [],
  "parameters": [],
  "policies": [],
  "exchanges": [
    {"name": "guildhall.unroutable", "vhost": "guildhall", "type": "fanout", "durable": true, "auto_delete": false, "internal": false, "arguments": {}},
    {"name": "guildhall.inbound", "vhost": "guildhall", "type": "topic", "durable": true, "auto_delete": false, "internal": false, "arguments": {"alternate-exchange": "guildhall.unroutable"}},
    {"name": "guildhall.events", "vhost": "guildhall", "type": "topic", "durable": true, "auto_delete": false, "internal": false, "arguments": {}}
  ],
  "queues": [
    {"name": "guildhall.unroutable.g1", "vhost": "guildhall", "durable": true, "auto_delete": false, "arguments": {"x-queue-type": "quorum"}}
  ],
  "bindings": [
    {"source": "guildhall.unroutable", "vhost": "guildhall", "destination": "guildhall.unroutable.g1", "destination_type": "queue", "routing_key": "", "arguments": {}}
  ]
}
END
}
