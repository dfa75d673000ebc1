# shellcheck shell=bash
# The five services under their supervisor.

supervisor_pid() { running "$HOME_DIR/run/supervisor.pid" "$HOME_DIR/config"; }
service_pid() { running "$HOME_DIR/run/$1.pid" "$HOME_DIR/config/$1.conf"; }

# stage FOLDER: copies the built programs into the state, so that a build never pulls them from under running services
# and users who cannot see the checkout can run them.
services_stage() {
    local from=$1 program item
    for program in guildhall "${SERVICES[@]}"; do
        [ -x "$from/$program" ] || die "$from/$program is not built"
        cmp -s -- "$from/$program" "$HOME_DIR/bin/$program" && continue
        cp --reflink=auto -- "$from/$program" "$HOME_DIR/bin/.$program.new"
        mv -f -- "$HOME_DIR/bin/.$program.new" "$HOME_DIR/bin/$program"
    done
    for item in "$from"/*.resources; do
        [ -d "$item" ] || continue
        rm -rf -- "${HOME_DIR:?}/bin/$(basename "$item")"
        cp -R -- "$item" "$HOME_DIR/bin/"
    done
}

# services_outdated FOLDER: whether something runs that is not what was built there.
services_outdated() {
    local program
    supervisor_pid >/dev/null || return 1
    for program in guildhall "${SERVICES[@]}"; do
        cmp -s -- "$1/$program" "$HOME_DIR/bin/$program" || return 0
    done
    return 1
}

# The services' user can run the programs only where it can also read the Swift libraries that they are linked with.
services_user() {
    if as "$SERVICE_USER" "$HOME_DIR/bin/guildhall" --help >/dev/null 2>&1; then
        printf '%s\n' "$SERVICE_USER"
    else
        say "user '$SERVICE_USER' cannot run the programs (is Swift installed in a private folder?): they run as $(id -un)"
        id -un
    fi
}

services_up() {
    local user line fifo
    if supervisor_pid >/dev/null; then
        say "the services run already"
        return
    fi
    services_down
    user=$(services_user)
    own "$user" 0755 "$HOME_DIR/run" "$HOME_DIR/logs"
    fifo=$HOME_DIR/run/ready
    rm -f -- "$fifo"
    mkfifo -m 0600 -- "$fifo"
    chown "$user" "$fifo"
    # The supervisor prints one line when every service is ready; its end without one is a failure.
    become "$user"
    # Batches are decided on many threads by turns; with an arena for each of them every arena grows to a batch.
    # shellcheck disable=SC2016 # the inner shell, which has the services' rights only, expands these
    MALLOC_ARENA_MAX=2 "${BECOME[@]}" setsid bash -c 'exec "$1/bin/guildhall" supervise --config-folder "$1/config" --log-folder "$1/logs" \
        --pid-folder "$1/run" >"$2" 2>>"$1/logs/supervisor.log"' supervise "$HOME_DIR" "$fifo" </dev/null >/dev/null 9>&- &
    line=
    read -r -t 120 line <"$fifo" || true
    rm -f -- "$fifo"
    [ -n "$line" ] || die "the services did not become ready; see $HOME_DIR/logs"
    say "$line"
}

services_down() {
    local pid service
    if pid=$(supervisor_pid); then
        say "stopping the services"
        finish "$pid" 45 "the supervisor"
    fi
    # A supervisor that was killed leaves its services behind.
    for service in "${SERVICES[@]}"; do
        if pid=$(service_pid "$service"); then
            finish "$pid" 35 "$service"
        fi
    done
}
