# shellcheck shell=bash
# Passwords and keys, made once, and the configuration files that carry them.
#
# DATABASE_HOST, BROKER_HOST and KEYS_FOLDER may be set beforehand, for programs that see other places than this machine.

DATABASE_ROLES=(owner onboarding assessment credentialing incentives metrics operator)
BROKER_USERS=(onboarding assessment credentialing incentives metrics replies operator)

random_hex() { od -vAn -N "$1" -tx1 /dev/urandom | tr -d ' \n'; }

# secret NAME: prints the password of that name.
secret() { cat -- "$HOME_DIR/secrets/$1"; }

make_secrets() {
    local name file
    own "$SERVICE_USER" 0700 "$HOME_DIR/secrets" "$HOME_DIR/keys"
    for name in "${DATABASE_ROLES[@]/#/database-}" "${BROKER_USERS[@]/#/broker-}" \
        broker-administrator database-administrator; do
        file=$HOME_DIR/secrets/$name
        [ -s "$file" ] || random_hex 24 | put "$SERVICE_USER" 0600 "$file"
    done
    for name in credential-signing audit-signing bodies; do
        file=$HOME_DIR/keys/$name
        [ -s "$file" ] || head -c 32 /dev/urandom | base64 | put "$SERVICE_USER" 0600 "$file"
    done
    if is_root; then
        chown -R -- "$SERVICE_USER:$(id -gn "$SERVICE_USER")" "$HOME_DIR/secrets" "$HOME_DIR/keys"
    fi
}

# connection_settings ROLE USER: what every program is told.
connection_settings() {
    local keys=${KEYS_FOLDER:-$HOME_DIR/keys}
    cat <<END
# Written by deploy/local/up; the next start writes it again.
database.host = ${DATABASE_HOST:-127.0.0.1}
database.port = $DATABASE_PORT
database.name = guildhall
database.user = guildhall_$1
database.password = $(secret "database-$1")
broker.host = ${BROKER_HOST:-127.0.0.1}
broker.port = $BROKER_PORT
broker.vhost = guildhall
broker.user = $2
broker.password = $(secret "broker-$2")
public.base-url = http://127.0.0.1:$PUBLIC_PORT
keys.audit-signing = $keys/audit-signing
keys.bodies = $keys/bodies
END
}

# service_settings SERVICE
service_settings() {
    connection_settings "$1" "$1"
    cat <<END
broker.replies.user = replies
broker.replies.password = $(secret broker-replies)
http.host = 127.0.0.1
http.port = $(http_port "$1")
END
    if [ "$1" = credentialing ]; then
        printf 'keys.credential-signing = %s\n' "${KEYS_FOLDER:-$HOME_DIR/keys}/credential-signing"
    fi
}

make_configuration() {
    local service
    own "$SERVICE_USER" 0700 "$HOME_DIR/config"
    for service in "${SERVICES[@]}"; do
        service_settings "$service" | put "$SERVICE_USER" 0600 "$HOME_DIR/config/$service.conf"
    done
    {
        connection_settings operator operator
        printf 'broker.control = %s\n' "$HOME_DIR/bin/rabbitmqctl"
    } | put "$SERVICE_USER" 0600 "$HOME_DIR/config/guildhall.conf"
    # For migrations alone: the role that owns the tables.
    connection_settings owner operator | put "$SERVICE_USER" 0600 "$HOME_DIR/config/owner.conf"
}
