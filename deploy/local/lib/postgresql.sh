# shellcheck shell=bash
# A private PostgreSQL: its own data, port and socket, TCP on the loopback address only.

postgresql_bin() {
    local data=$HOME_DIR/postgresql/data version
    if [ -s "$data/PG_VERSION" ]; then
        version=$(cat "$data/PG_VERSION")
    else
        version=$(find /usr/lib/postgresql -mindepth 1 -maxdepth 1 -printf '%f\n' 2>/dev/null | sort -V | tail -n 1)
    fi
    [ -x "/usr/lib/postgresql/$version/bin/postgres" ] ||
        die "PostgreSQL ${version:-server} is not installed, but needed for $HOME_DIR/postgresql"
    printf '/usr/lib/postgresql/%s/bin\n' "$version"
}

postgresql_running() {
    local data=$HOME_DIR/postgresql/data
    [ -s "$data/PG_VERSION" ] && as "$DATABASE_USER" "$(postgresql_bin)/pg_ctl" status -s -D "$data" >/dev/null 2>&1
}

postgresql_settings() {
    cat <<END
# Written by deploy/local/up; the next start writes it again.
listen_addresses = '127.0.0.1'
port = $DATABASE_PORT
unix_socket_directories = '$HOME_DIR/postgresql/socket'
unix_socket_permissions = 0700
password_encryption = 'scram-sha-256'
max_connections = 200
shared_buffers = '${GUILDHALL_LOCAL_SHARED_BUFFERS:-512MB}'
effective_cache_size = '2GB'
work_mem = '16MB'
maintenance_work_mem = '128MB'
fsync = on
synchronous_commit = on
full_page_writes = on
wal_compression = 'lz4'
max_wal_size = '${GUILDHALL_LOCAL_MAX_WAL_SIZE:-2GB}'
checkpoint_timeout = '${GUILDHALL_LOCAL_CHECKPOINT_TIMEOUT:-15min}'
random_page_cost = 1.1
jit = off
timezone = 'UTC'
log_timezone = 'UTC'
lc_messages = 'C'
logging_collector = on
log_directory = '$HOME_DIR/logs/postgresql'
log_filename = 'postgresql-%a.log'
log_rotation_age = '1d'
log_truncate_on_rotation = on
log_min_duration_statement = '1s'
log_lock_waits = on
# A violated key is named, what it was violated with is not: ids of outside systems stay out of the log.
log_error_verbosity = 'terse'
shared_preload_libraries = '$(postgresql_preload)'
END
}

postgresql_preload() {
    if [ -e "$(postgresql_bin)/../lib/pg_stat_statements.so" ]; then
        printf 'pg_stat_statements'
    fi
}

postgresql_create() {
    local data=$HOME_DIR/postgresql/data draft=$HOME_DIR/postgresql/draft
    say "creating a private PostgreSQL in $HOME_DIR/postgresql"
    # A draft that an interruption left behind is worth nothing: no server ever ran on it.
    rm -rf -- "$draft"
    as "$DATABASE_USER" "$(postgresql_bin)/initdb" -D "$draft" -U "$DATABASE_USER" --encoding=UTF8 --locale=C.UTF-8 \
        --auth-local=peer --auth-host=scram-sha-256 --data-checksums >/dev/null
    mv -- "$draft" "$data"
    printf "include = 'guildhall.conf'\n" >>"$data/postgresql.conf"
}

postgresql_up() {
    local data=$HOME_DIR/postgresql/data port
    own "$DATABASE_USER" 0700 "$HOME_DIR/postgresql" "$HOME_DIR/postgresql/socket" "$HOME_DIR/logs/postgresql"
    if postgresql_running; then
        port=$(sed -n 4p "$data/postmaster.pid")
        [ "$port" = "$DATABASE_PORT" ] || die "this state's PostgreSQL runs on port $port, not $DATABASE_PORT: stop it first"
    else
        need_free "$DATABASE_PORT" PostgreSQL GUILDHALL_LOCAL_DATABASE_PORT
        [ -s "$data/PG_VERSION" ] || postgresql_create
        postgresql_settings | put "$DATABASE_USER" 0600 "$data/guildhall.conf"
        printf 'local all %s peer\nhost all all 127.0.0.1/32 scram-sha-256\n' "$DATABASE_USER" |
            put "$DATABASE_USER" 0600 "$data/pg_hba.conf"
        say "starting PostgreSQL on port $DATABASE_PORT"
        # A batch's parameters and rows are megabytes: what a statement frees the next one takes again, and not the system.
        as "$DATABASE_USER" env MALLOC_TRIM_THRESHOLD_=134217728 MALLOC_MMAP_THRESHOLD_=33554432 \
            "$(postgresql_bin)/pg_ctl" start -s -w -t 120 -D "$data" -l "$HOME_DIR/logs/postgresql/start.log" \
            </dev/null >/dev/null 2>&1 || die "PostgreSQL did not start; see $HOME_DIR/logs/postgresql"
    fi
    postgresql_roles
}

# database_administrator DATABASE [OPTION…]: runs SQL from standard input through the socket, as the server's own user.
database_administrator() {
    as "$DATABASE_USER" env HOME="$HOME_DIR/postgresql" PGOPTIONS='-c client_min_messages=warning' \
        "$(postgresql_bin)/psql" -X -q -v ON_ERROR_STOP=1 -h "$HOME_DIR/postgresql/socket" -p "$DATABASE_PORT" -d "$@"
}

# database_roles: SQL that makes the roles and the database, or brings those that are there up to date.
database_roles() {
    local role
    for role in "${DATABASE_ROLES[@]}"; do
        printf "SELECT 'CREATE ROLE guildhall_%s LOGIN' WHERE to_regrole('guildhall_%s') IS NULL \\\\gexec\n" "$role" "$role"
        printf "ALTER ROLE guildhall_%s PASSWORD '%s';\n" "$role" "$(secret "database-$role")"
    done
    cat <<'END'
SELECT 'CREATE DATABASE guildhall OWNER guildhall_owner TEMPLATE template0'
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'guildhall') \gexec
REVOKE ALL ON DATABASE guildhall FROM PUBLIC;
END
    for role in "${DATABASE_ROLES[@]}"; do
        printf 'GRANT CONNECT ON DATABASE guildhall TO guildhall_%s;\n' "$role"
    done
}

postgresql_roles() {
    # Passwords travel by standard input, never on a command line that other users can read.
    {
        database_roles
        if [ -n "${GUILDHALL_LOCAL_OWNER_MAY_CREATE_DATABASES:-}" ]; then
            printf 'ALTER ROLE guildhall_owner CREATEDB;\n'
        fi
    } | database_administrator postgres >/dev/null
    if [ -n "$(postgresql_preload)" ]; then
        printf 'CREATE EXTENSION IF NOT EXISTS pg_stat_statements;\n' | database_administrator guildhall
    fi
}

postgresql_down() {
    postgresql_running || return 0
    say "stopping PostgreSQL"
    as "$DATABASE_USER" "$(postgresql_bin)/pg_ctl" stop -s -w -t 120 -m fast -D "$HOME_DIR/postgresql/data"
}
