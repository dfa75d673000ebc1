# shellcheck shell=bash
# A private RabbitMQ: its own node, cookie, port mapper and data, on the loopback address only.

RABBITMQ_PROGRAMS=/usr/lib/rabbitmq/bin

rabbitmq_pid() { running "$HOME_DIR/rabbitmq/node.pid" "$MARK"; }

# The port mapper is known by the port that it was started with, whatever this call would choose.
epmd_pid() {
    local port
    port=$(sed -n 's/^export ERL_EPMD_PORT=//p' "$HOME_DIR/rabbitmq/environment" 2>/dev/null) || return 1
    running "$HOME_DIR/rabbitmq/epmd.pid" "-port ${port:-none}"
}

# The node's surroundings, so that neither the machine's own settings nor a system-wide node come into play.
rabbitmq_environment() {
    local folder=$HOME_DIR/rabbitmq
    printf 'export %s\n' \
        "HOME=${folder@Q}" \
        "ERL_EPMD_ADDRESS=127.0.0.1" \
        "ERL_EPMD_PORT=$EPMD_PORT" \
        "RABBITMQ_NODENAME=guildhall@localhost" \
        "RABBITMQ_DIST_PORT=$DISTRIBUTION_PORT" \
        "RABBITMQ_CONF_ENV_FILE=/dev/null" \
        "RABBITMQ_CONFIG_FILE=${folder@Q}/rabbitmq.conf" \
        "RABBITMQ_ADVANCED_CONFIG_FILE=${folder@Q}/advanced.config" \
        "RABBITMQ_ENABLED_PLUGINS_FILE=${folder@Q}/enabled_plugins" \
        "RABBITMQ_MNESIA_BASE=${folder@Q}/data" \
        "RABBITMQ_SCHEMA_DIR=${folder@Q}/schema" \
        "RABBITMQ_GENERATED_CONFIG_DIR=${folder@Q}/generated" \
        "RABBITMQ_PLUGINS_EXPAND_DIR=${folder@Q}/plugins" \
        "RABBITMQ_LOG_BASE=${HOME_DIR@Q}/logs/rabbitmq" \
        "RABBITMQ_PID_FILE=${folder@Q}/node.pid" \
        "RABBITMQ_CTL_ERL_ARGS='-kernel inet_dist_use_interface {127,0,0,1}'" \
        "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS='-kernel inet_dist_use_interface {127,0,0,1} +sbwt none +sbwtdcpu none +sbwtdio none -state $MARK'"
}

rabbitmq_settings() {
    cat <<END
# Written by deploy/local/up; the next start writes it again.
listeners.tcp.local = 127.0.0.1:$BROKER_PORT
load_definitions = $HOME_DIR/rabbitmq/definitions.json
log.file = rabbitmq.log
log.file.level = info
log.file.rotation.size = 10485760
log.file.rotation.count = 3
heartbeat = 15
frame_max = 131072
max_message_size = 16777216
# A batch takes milliseconds: a delivery that waits ten minutes for its acknowledgement has lost its consumer.
consumer_timeout = 600000
disk_free_limit.absolute = 512MB
END
}

# The command that speaks to this node, for people, scripts and tests.
rabbitmq_control() {
    cat <<END
#!/bin/bash
# Speaks to the private broker in $HOME_DIR/rabbitmq.
set -euo pipefail
cd /
if [ "\$(id -un)" != $BROKER_USER ]; then
    exec setpriv --reuid=$BROKER_USER --regid=$(id -gn "$BROKER_USER") --init-groups -- "\$0" "\$@"
fi
. ${HOME_DIR@Q}/rabbitmq/environment
exec $RABBITMQ_PROGRAMS/rabbitmqctl "\$@"
END
}

rabbitmqctl() { "$HOME_DIR/bin/rabbitmqctl" -q "$@"; }

rabbitmq_up() {
    local folder=$HOME_DIR/rabbitmq
    [ -x "$RABBITMQ_PROGRAMS/rabbitmq-server" ] || die "RabbitMQ is not installed: run deploy/local/packages"
    own "$BROKER_USER" 0700 "$folder" "$HOME_DIR/logs/rabbitmq"
    [ -s "$folder/.erlang.cookie" ] || random_hex 24 | put "$BROKER_USER" 0400 "$folder/.erlang.cookie"
    if rabbitmq_pid >/dev/null; then
        grep -qF "127.0.0.1:$BROKER_PORT" "$folder/rabbitmq.conf" ||
            die "this state's RabbitMQ runs on another port than $BROKER_PORT: stop it first"
        rabbitmq_reload
        return
    fi
    need_free "$BROKER_PORT" RabbitMQ GUILDHALL_LOCAL_BROKER_PORT
    need_free "$DISTRIBUTION_PORT" "RabbitMQ's own tools" GUILDHALL_LOCAL_DISTRIBUTION_PORT
    epmd_pid >/dev/null || need_free "$EPMD_PORT" "Erlang's port mapper" GUILDHALL_LOCAL_EPMD_PORT
    rabbitmq_environment | put "$BROKER_USER" 0600 "$folder/environment"
    rabbitmq_settings | put "$BROKER_USER" 0600 "$folder/rabbitmq.conf"
    printf '[].\n' | put "$BROKER_USER" 0600 "$folder/enabled_plugins"
    definitions | put "$BROKER_USER" 0600 "$folder/definitions.json"
    rabbitmq_control | put "$(id -un)" 0755 "$HOME_DIR/bin/rabbitmqctl"
    say "starting RabbitMQ on port $BROKER_PORT"
    rabbitmq_start
    # The definitions name every user there is; the default one, with its well-known password, must not be among them.
    if rabbitmqctl list_users --no-table-headers | grep -q '^guest\b'; then
        rabbitmqctl delete_user guest
    fi
}

rabbitmq_start() {
    local folder=$HOME_DIR/rabbitmq
    if ! epmd_pid >/dev/null; then
        become "$BROKER_USER"
        "${BECOME[@]}" setsid epmd -address 127.0.0.1 -port "$EPMD_PORT" </dev/null >/dev/null 2>&1 9>&- &
        printf '%s\n' $! | put "$BROKER_USER" 0600 "$folder/epmd.pid"
        # A node that finds no port mapper starts one of its own, which nobody would stop.
        await_port "$EPMD_PORT" "Erlang's port mapper"
    fi
    rm -f -- "$folder/node.pid"
    (
        ulimit -n "$(ulimit -Hn)" 2>/dev/null || true
        as "$BROKER_USER" bash -c ". ${folder@Q}/environment; 
            exec setsid $RABBITMQ_PROGRAMS/rabbitmq-server -detached >${HOME_DIR@Q}/logs/rabbitmq/start.log 2>&1" </dev/null
    )
    rabbitmqctl wait --timeout 90 "$folder/node.pid" >/dev/null 2>&1 ||
        die "RabbitMQ did not start; see $HOME_DIR/logs/rabbitmq"
}

# A new version may bring new exchanges or rights; what is there already stays as it is.
rabbitmq_reload() {
    local file=$HOME_DIR/rabbitmq/definitions.json
    if ! definitions | cmp -s - "$file"; then
        definitions | put "$BROKER_USER" 0600 "$file"
        rabbitmqctl import_definitions "$file" >/dev/null
    fi
}

rabbitmq_down() {
    local pid
    if pid=$(rabbitmq_pid); then
        say "stopping RabbitMQ"
        finish "$pid" 60 RabbitMQ
    fi
    rm -f -- "$HOME_DIR/rabbitmq/node.pid"
    if pid=$(epmd_pid); then
        finish "$pid" 10 "Erlang's port mapper"
    fi
    rm -f -- "$HOME_DIR/rabbitmq/epmd.pid"
}
