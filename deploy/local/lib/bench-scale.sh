# shellcheck shell=bash
# shellcheck disable=SC2154 # `bench` sets what is used here
# Several replicas of a service: `bench scale` only, since it takes its time and says nothing of a change to the code.
#
#   GUILDHALL_BENCH_REPLICAS         how many replicas drain full queues; default "1 2 4"
#   GUILDHALL_BENCH_SCALE            services that are drained; default "metrics onboarding"
#   GUILDHALL_BENCH_SCALE_MESSAGES   messages of full queues; default three times GUILDHALL_BENCH_MESSAGES
#   GUILDHALL_BENCH_SCALE_RATE       events a second while replicas come and go; default 500
#   GUILDHALL_BENCH_POOLER_PORT      where pgbouncer listens; default 30444

measure_scale() {
    local round service count
    scale_messages=${GUILDHALL_BENCH_SCALE_MESSAGES:-$((messages * 3))}
    "$here/services" stop "$state"
    find_pooler
    for ((round = 1; round <= rounds; round++)); do
        for service in ${GUILDHALL_BENCH_SCALE:-metrics onboarding}; do
            for count in ${GUILDHALL_BENCH_REPLICAS:-1 2 4}; do
                say "scale: $count of $service on $scale_messages messages, round $round of $rounds"
                scale_drain "$service" "$count"
            done
        done
        if [ -n "$pooler" ]; then
            for count in ${GUILDHALL_BENCH_REPLICAS:-1 2 4}; do
                say "scale: $count of metrics by a pooler, round $round of $rounds"
                scale_pooled metrics "$count"
            done
        fi
        say "scale: replicas come and go, round $round of $rounds"
        scale_handover
    done
}

# scale_drain SERVICE COUNT [OPTION…]
scale_drain() {
    stage_space
    settle
    note scale-drain bench scale-drain --home "$HOME_DIR" --space stage --messages "$scale_messages" --replicas "$2" "${@:3}" "$1"
}

scale_handover() {
    stage_space
    bench programme | put "$(id -un)" 0600 "$HOME_DIR/measurements/programme.yaml"
    GUILDHALL_DATABASE_NAME=stage guildhall programme publish "$HOME_DIR/measurements/programme.yaml" >&2
    # The operator makes the one subscriber's queue and, in this virtual host, also reads it.
    rabbitmqctl set_permissions -p stage operator '^guildhall\.integrator\..+$' \
        '^(guildhall\.inbound|guildhall\.integrator\..+)$' '^(guildhall\.events|guildhall\.integrator\..+)$' >&2
    settle
    note scale-handover bench scale-handover --home "$HOME_DIR" --space stage --rate "${GUILDHALL_BENCH_SCALE_RATE:-500}"
}

# Installs the pooler where that is possible; the rest is measured without it where it is not.
find_pooler() {
    pooler=
    if command -v pgbouncer >/dev/null || "$here/packages" pgbouncer; then
        pooler=$(command -v pgbouncer)
        pooler_port=${GUILDHALL_BENCH_POOLER_PORT:-30444}
        need_free "$pooler_port" pgbouncer GUILDHALL_BENCH_POOLER_PORT
    else
        say "pgbouncer is missing and cannot be installed: replicas are measured without a pooler"
    fi
}

scale_pooled() {
    stage_space
    # What the services ask for as they connect, the pooler does not pass on; the database knows it for each role.
    pooler_roles | database_administrator stage
    pooler_up
    settle
    note scale-drain bench scale-drain --home "$HOME_DIR" --space stage --messages "$scale_messages" --replicas "$2" \
        --pooler "$pooler_port" "$1"
    pooler_down
}

pooler_roles() {
    local service setting
    for service in "${SERVICES[@]}"; do
        for setting in "statement_timeout = '30s'" "idle_in_transaction_session_timeout = '60s'" \
            "client_connection_check_interval = '2s'" "client_min_messages = 'warning'" "timezone = 'UTC'"; do
            printf 'ALTER ROLE guildhall_%s IN DATABASE stage SET %s;\n' "$service" "$setting"
        done
    done
}

# Sessions, not transactions, are what a client keeps: the outbox writer's advisory lock lives as long as its session, and
# statements are prepared once a session. docs/scaling.md says more.
pooler_settings() {
    cat <<END
[databases]
stage = host=127.0.0.1 port=$DATABASE_PORT dbname=stage

[pgbouncer]
listen_addr = 127.0.0.1
listen_port = $pooler_port
unix_socket_dir =
auth_type = scram-sha-256
auth_file = $HOME_DIR/pooler/users
pool_mode = session
default_pool_size = 60
max_client_conn = 400
ignore_startup_parameters = options
END
}

pooler_users() {
    local service
    for service in "${SERVICES[@]}"; do
        printf '"guildhall_%s" "%s"\n' "$service" "$(secret "database-$service")"
    done
}

pooler_pid() { running "$HOME_DIR/run/pooler.pid" "$HOME_DIR/pooler/settings.ini"; }

# It runs as the services' user, whose passwords are all that it needs to know.
pooler_up() {
    local tries=0 started
    own "$SERVICE_USER" 0700 "$HOME_DIR/pooler"
    pooler_settings | put "$SERVICE_USER" 0600 "$HOME_DIR/pooler/settings.ini"
    pooler_users | put "$SERVICE_USER" 0600 "$HOME_DIR/pooler/users"
    become "$SERVICE_USER"
    "${BECOME[@]}" "$pooler" "$HOME_DIR/pooler/settings.ini" </dev/null >>"$HOME_DIR/logs/pooler.log" 2>&1 &
    started=$!
    printf '%s\n' "$started" >"$HOME_DIR/run/pooler.pid"
    # Its command line is the pooler's only once it has become that.
    until taken "$pooler_port"; do
        if [ ! -e "/proc/$started" ] || [ $((tries += 1)) -gt 100 ]; then
            die "pgbouncer did not start; see $HOME_DIR/logs/pooler.log"
        fi
        sleep 0.1
    done
}

pooler_down() {
    local pid
    if pid=$(pooler_pid); then
        finish "$pid" 10 pgbouncer
    fi
    rm -f -- "$HOME_DIR/run/pooler.pid"
}

# Whatever a measurement that failed has left behind.
scale_down() {
    local file pid
    [ -n "${HOME_DIR:-}" ] || return 0
    for file in "$HOME_DIR"/run/scale-*.pid; do
        if pid=$(running "$file" "$HOME_DIR/config"); then
            finish "$pid" 35 "a replica"
        fi
        rm -f -- "$file"
    done
    pooler_down
}
