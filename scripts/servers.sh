# Sourced by ./test: a private PostgreSQL and Redis for one run, inside $run, stopped by process id.

server_ids=()

# Started this way a server also ends when ./test itself is killed.
with_us() { exec setpriv --pdeathsig INT "$@"; }

start_postgres() {
  local bin home=$run/postgres account=()
  bin=$(find_postgres)
  mkdir -m 700 "$home"
  if (( EUID == 0 )); then # PostgreSQL refuses root
    chmod 711 "$run"
    chown postgres: "$home"
    account=(--reuid postgres --regid postgres --clear-groups)
  fi
  (cd "$home" && setpriv "${account[@]}" "$bin/initdb" -D "$home/data" -U kring -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$run/initdb.log" 2>&1) \
    || { cat "$run/initdb.log"; stop_with "PostgreSQL could not make its data folder."; }

  # Durability is off because this server's data lives for one run. Never do this where data matters.
  (cd "$home" && with_us "${account[@]}" "$bin/postgres" -D "$home/data" -k "$home" -c listen_addresses= \
    -c fsync=off -c full_page_writes=off -c max_connections=300 -c timezone=UTC) >"$reports/postgres-server.log" 2>&1 &
  server_ids+=($!)
  wait_for "PostgreSQL" "$reports/postgres-server.log" "$bin/pg_isready" -q -h "$home" -U kring
  export KRING_TEST_POSTGRES="Host=$home;Username=kring;Database=postgres;Include Error Detail=true"
}

start_redis() {
  local port
  port=$(free_port)
  (with_us redis-server --bind 127.0.0.1 --port "$port" --save "" --appendonly no --dir "$run") >"$reports/redis-server.log" 2>&1 &
  server_ids+=($!)
  wait_for "Redis" "$reports/redis-server.log" redis-cli -p "$port" ping
  export KRING_TEST_REDIS="127.0.0.1:$port"
}

stop_servers() {
  local id
  for id in "${server_ids[@]}"; do kill -INT "$id" 2>/dev/null || true; done
  for id in "${server_ids[@]}"; do wait "$id" 2>/dev/null || true; done
  server_ids=()
}

wait_for() { # name, log, command that succeeds once it is there
  local name=$1 log=$2 id=${server_ids[-1]}
  shift 2
  for _ in {1..300}; do
    kill -0 "$id" 2>/dev/null || break
    if "$@" >/dev/null 2>&1; then return; fi
    sleep 0.1
  done
  tail -n 20 "$log"
  stop_with "$name did not start."
}

free_port() {
  node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'
}
