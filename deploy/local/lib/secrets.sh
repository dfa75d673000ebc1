# shellcheck shell=bash
# Passwords and keys, made once, and the configuration files that carry them.

DATABASE_ROLES=(owner onboarding assessment credentialing incentives metrics operator)
BROKER_USERS=(onboarding assessment credentialing incentives metrics replies operator)

random_hex() { od -vAn -N "$1" -tx1 /dev/urandom | tr -d ' \n'; }

# secret NAME: prints the password of that name.
secret() { cat -- "$HOME_DIR/secrets/$1"; }

make_secrets() {
    local name file
    own "$SERVICE_USER" 0700 "$HOME_DIR/secrets" "$HOME_DIR/keys"
    for name in "${DATABASE_ROLES[@]/#/database-}" "${BROKER_USERS[@]/#/broker-}" broker-administrator; do
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
    cat <<END
database.host = 127.0.0.1
database.port = $DATABASE_PORT
database.name = guildhall
database.user = guildhall_$1
database.password = $(secret "database-$1")
broker.host = 127.0.0.1
broker.port = $BROKER_PORT
broker.vhost = guildhall
broker.user = $2
broker.password = $(secret "broker-$2")
END
}

key_settings() {
    local name
    for name in "$@"; do
        printf 'keys.%s = %s\n' "$name" "$HOME_DIR/keys/$name"
    done
}

make_configuration() {
    local service
    own "$SERVICE_USER" 0700 "$HOME_DIR/config"
    for service in "${SERVICES[@]}"; do
        {
            printf '# Written by deploy/local/up; the next start writes it again.\n'
            connection_settings "$service" "$service"
            printf 'broker.replies.user = replies\nbroker.replies.password = %s\n' "$(secret broker-replies)"
            printf 'http.host = 127.0.0.1\nhttp.port = %s\n' "$(http_port "$service")"
            printf 'public.base-url = http://127.0.0.1:%s\n' "$(http_port "$service")"
            key_settings credential-signing audit-signing bodies
        } | put "$SERVICE_USER" 0600 "$HOME_DIR/config/$service.conf"
    done
    {
        printf '# Written by deploy/local/up; the next start writes it again.\n'
        connection_settings operator operator
        printf 'database.owner.user = guildhall_owner\ndatabase.owner.password = %s\n' "$(secret database-owner)"
        printf 'broker.control = %s\n' "$HOME_DIR/bin/rabbitmqctl"
        key_settings credential-signing audit-signing bodies
    } | put "$SERVICE_USER" 0600 "$HOME_DIR/config/guildhall.conf"
}
