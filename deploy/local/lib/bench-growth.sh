# shellcheck shell=bash
# shellcheck disable=SC2154 # bench, which reads this file, sets what is used here
# Rates against the rows that the tables hold already; see docs/performance.md.

growth_sql=$here/lib/growth
# What is measured, and the service that does it, whose tables growth/SERVICE fills.
growth_stages=${GUILDHALL_BENCH_STAGES:-engagement fact}
growth_service() {
    local plan
    read -r -a plan < <(bench plan "$1")
    printf '%s\n' "${plan[0]}"
}

measure_growth() {
    local sizes rows stage round people
    for stage in $growth_stages; do
        case $stage in
            engagement | fact) ;;
            *) die "there is no history for $stage: name engagement or fact" ;;
        esac
    done
    read -r -a sizes <<<"${GUILDHALL_BENCH_HISTORY:-1000000 10000000}"
    # Half of a round's people are among the contractors of the smallest history, others in each round; with one more
    # round than is measured.
    people=$((sizes[0] / 5 / (rounds + 1)))
    people=$((people < messages / 3 ? people : messages / 3))
    "$here/services" stop "$state"
    growth_pages
    find_reference
    for rows in "${sizes[@]}"; do
        for stage in $growth_stages; do
            growth_history "$stage" "$rows"
            say "growth: $stage on $(growth_warm_up "$rows") messages after $rows rows, before any round is measured"
            growth_round "$stage" "$rows" 0
            for ((round = 1; round <= rounds; round++)); do
                [ -z "$reference" ] || growth_reference "$round"
                say "growth: $stage on $messages messages after $rows rows, round $round of $rounds"
                growth_round "$stage" "$rows" "$round"
            done
            growth_removal "$stage" "$rows"
            space_database stage
        done
    done
}

# In pages of 4 kB ten million rows cost the database half as much again as one million; see docs/performance.md.
growth_pages() {
    local server
    read -r server <"$HOME_DIR/postgresql/data/postmaster.pid"
    if ! grep -q '^KernelPageSize: *2048 kB' "/proc/$server/smaps"; then
        say "growth: the database has no huge pages; as root, sysctl -w vm.nr_hugepages=2400 reserves enough for 4 GB"
    fi
}

# growth_history STAGE ROWS: a database that looks as if the service had worked for three years.
growth_history() {
    local service round lane table started=$SECONDS
    service=$(growth_service "$1")
    say "growth: filling the tables of $service with $2 rows each"
    space_database stage
    # Both now, since to drop a database is a checkpoint.
    space_database perf
    GUILDHALL_DATABASE_NAME=stage "$HOME_DIR/bin/guildhall" migrate --config "$HOME_DIR/config/owner.conf" >&2
    {
        printf 'SET ROLE guildhall_owner;\n'
        printf 'CREATE TABLE growth_people (position bigserial, worker text, id uuid);\n'
        printf 'COPY growth_people (worker, id) FROM STDIN (FORMAT csv);\n'
        for ((round = 0; round <= rounds; round++)); do
            bench growth-people --prefix "round-$round-" --people "$(growth_people "$2" "$round")" "$1"
        done
        printf '\\.\n'
        cat -- "$growth_sql/setup.sql"
    } | growth_database "$2"
    # Two tables at a time.
    rm -rf -- "$HOME_DIR/measurements/claims"
    mkdir -- "$HOME_DIR/measurements/claims"
    growth_lane "$service" "$2" &
    lane=$!
    growth_lane "$service" "$2"
    wait "$lane"
    growth_database "$2" <"$growth_sql/drop.sql"
    # What sessions counted comes in when they end; counted after the last VACUUM it would call for an autovacuum.
    bench growth-reading --home "$HOME_DIR" --space stage "$service" >/dev/null
    for table in "$HOME_DIR/measurements/claims"/*; do
        printf 'VACUUM (ANALYZE) %s_%s;\n' "$service" "$(basename "$table")"
    done | database_administrator stage
    settle
    say "growth: filled the tables of $service with $2 rows each in $((SECONDS - started)) s"
}

# growth_lane SERVICE ROWS: fills one table after the other that nobody else has claimed.
growth_lane() {
    local file table
    for file in "$growth_sql/$1"/*.sql; do
        table=$(basename "$file" .sql)
        mkdir -- "$HOME_DIR/measurements/claims/$table" 2>/dev/null || continue
        growth_table "$1" "$table" "$2"
    done
}

growth_database() {
    database_administrator stage -v "rows=$1" -v "contractors=$(($1 / 5))" -v "until=$(date -u -d '-1 day' +%F)" "${@:2}"
}

# growth_table SERVICE TABLE ROWS
growth_table() {
    if [ "$2" = outbox ]; then
        printf 'SET ROLE guildhall_owner;\nSET synchronous_commit = off;\n'
        cat -- "$growth_sql/$1/$2.sql"
    else
        cat -- "$growth_sql/begin.sql" "$growth_sql/$1/$2.sql" "$growth_sql/end.sql"
    fi | growth_database "$3" -v "table=$1_$2"
    printf 'VACUUM %s_%s;\n' "$1" "$2" | database_administrator stage
}

# growth_reference ROUND: as reference_round, without a checkpoint.
growth_reference() {
    say "growth: the reference loop on $messages messages, round $1 of $rounds"
    space_broker perf
    reference_broker
    reference_tables
    "$reference/feed" decl quorum
    "$reference/feed" put "$messages" >&2
    note growth-reference bench reference --home "$HOME_DIR" --space perf --messages "$messages" "$reference/loop"
    reference_sink "$messages" >&2
    reference_gone
}

# growth_warm_up ROWS: messages of round 0, enough that hardly a page of an index is left which it did not change: some
# forty rows are a page, and of pages that are met four times each at random one in fifty is not met at all.
growth_warm_up() { printf '%s\n' "$(($1 / 10 > messages ? $1 / 10 : messages))"; }

# growth_people ROWS ROUND: those of round 0 are as many to a message, since the rows of whoever was not met for long are as
# cold as a page of an index.
growth_people() { if [ "$2" -eq 0 ]; then printf '%s\n' "$(($(growth_warm_up "$1") / 3))"; else printf '%s\n' "$people"; fi; }

# growth_round STAGE ROWS ROUND: round 0 writes whole pages for all others, and is noted where no report looks.
growth_round() {
    local count=$messages held=$2 stage=$1 before=$HOME_DIR/measurements/growth-before.json after=$HOME_DIR/measurements/growth-stage.json
    local service counted notes=growth-stages loop=() about
    about=$(growth_people "$2" "$3")
    if [ "$3" -eq 0 ]; then
        count=$(growth_warm_up "$2")
    else
        held=$(($2 + $(growth_warm_up "$2") + ($3 - 1) * messages))
    fi
    service=$(growth_service "$stage")
    space_broker stage
    stage_definitions
    start_alone "$service"
    bench ready --home "$HOME_DIR" "$service"
    bench prepare --home "$HOME_DIR" --space stage --messages "$count" "$stage"
    stop_alone "$service"
    bench preload --home "$HOME_DIR" --space stage --messages "$count" --people "$about" --prefix "round-$3-" "$stage"
    bench growth-reading --home "$HOME_DIR" --space stage "$service" >"$before"
    bench stage --home "$HOME_DIR" --space stage --messages "$count" --rows-later "$stage" >"$after" &
    counted=$!
    start_alone "$service"
    wait "$counted"
    stop_alone "$service"
    if [ "$3" -eq 0 ]; then
        notes=growth-before
    elif [ -n "$reference" ]; then
        loop=(--reference "$lines/growth-reference.jsonl")
    fi
    note "$notes" bench growth-round --home "$HOME_DIR" --space stage --rows "$2" --messages "$count" \
        --held "$held" --before "$before" --figures "$after" --people "$about" "${loop[@]}" "$stage"
}

# Ids that can come no more go as the services' own housekeeping takes them.
growth_removal() {
    local service
    service=$(growth_service "$1")
    [ -e "$growth_sql/$service/inbox.sql" ] || return 0
    say "growth: removing the oldest rows of $service's inbox, $2 rows in all"
    note growth-removal bench growth-removal --home "$HOME_DIR" --space stage --rows "$2" "$service"
}
