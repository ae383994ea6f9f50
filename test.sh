#!/usr/bin/env bash
# Builds and runs every test; the last line is "N passed, N failed".
#   LONG=1 ./test.sh      long drills at full length (short by default)
#   ONLY=Domain ./test.sh one suite: Domain, Application, Infrastructure, WebUI, Architecture, Evaluation, Gateway, Sandbox, MainJob, Publish
set -uo pipefail
cd "$(dirname "$0")"
. tests/prepare.sh
prepare dotnet node npm git curl chromium espeak-ng opusenc ffmpeg || exit 1
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
passed=0 failed=0 unsteady=()
results=$(mktemp -d); trap 'rm -rf "$results"' EXIT

wanted() { [ -z "${ONLY:-}" ] || [ "$ONLY" = "$1" ]; }
count() { # passed, failed, name
  passed=$((passed + $1)) failed=$((failed + $2))
  echo "== $3: $1 passed, $2 failed"
}

dotnet build WaSaas.sln -v quiet || { echo "The build failed."; echo "0 passed, 1 failed"; exit 1; }

# Runs a suite, or some methods of it; xunit.v3 as a program prints what it ran.
run_suite() { # suite, log, arguments
  local project=tests/$1 log=$2; [ -d "$project" ] || project=$project.Tests
  timeout 1500 dotnet run --no-build --project "$project" -- -noColor "${@:3}" 2>&1 | tee "$log"
  line=$(grep -E 'Total: [0-9]+' "$log" | tail -n 1)
  total=$(sed -E 's/.*Total: ([0-9]+).*/\1/' <<<"$line"); bad=$(sed -E 's/.*Failed: ([0-9]+).*/\1/' <<<"$line")
  errors=$(sed -E 's/.*Errors: ([0-9]+).*/\1/' <<<"$line"); skipped=$(sed -E 's/.*Skipped: ([0-9]+).*/\1/' <<<"$line")
}
failures() { sed -nE 's/^ *(WaSaas[A-Za-z0-9_.]+)(\(.*)? \[FAIL\].*/\1/p' "$1" | sort -u; }

for suite in Domain Architecture Application Infrastructure WebUI Evaluation; do
  wanted $suite || continue
  log=$results/$suite.log
  run_suite $suite "$log"
  # A suite that ran nothing is a failure here.
  if [ -z "$line" ] || [ "${total:-0}" -eq 0 ]; then count 0 1 "$suite (ran no test)"; continue; fi
  all=$total left=$((bad + errors)) left_out=$skipped
  # A test that failed beside others on a busy machine runs once more alone. It is named at the end either way.
  mapfile -t methods < <(failures "$log")
  if [ "$errors" -eq 0 ] && [ ${#methods[@]} -gt 0 ] && [ ${#methods[@]} -le 3 ]; then
    run_suite $suite "$log.again" $(printf -- '-method %s ' "${methods[@]}")
    again=$(failures "$log.again")
    if [ "${total:-0}" -gt 0 ] && [ -z "$again" ] && [ "$errors" -eq 0 ]; then left=0 unsteady+=("${methods[@]}"); fi
  fi
  count $((all - left - left_out)) "$left" $suite
done

for part in Gateway Sandbox; do
  wanted $part || continue
  log=$results/$part.log
  (cd src/Infrastructure/WhatsApp/$part && npm run --silent check && timeout 600 npm test --silent) 2>&1 | tee "$log"
  code=${PIPESTATUS[0]}
  ok=$(grep -E '^(# |ℹ )pass [0-9]+' "$log" | tail -n 1 | grep -oE '[0-9]+'); bad=$(grep -E '^(# |ℹ )fail [0-9]+' "$log" | tail -n 1 | grep -oE '[0-9]+')
  if [ -z "${ok:-}" ] || { [ "$code" -ne 0 ] && [ "${bad:-0}" -eq 0 ]; }; then count "${ok:-0}" 1 "$part (check or run failed)"; else count "$ok" "$bad" $part; fi
done

if wanted MainJob; then
  if tests/main-job.sh --here; then count 1 0 MainJob; else count 0 1 MainJob; fi
fi

if wanted Publish; then
  if tests/publish.sh; then count 1 0 Publish; else count 0 1 Publish; fi
fi

# What failed, once more where everybody looks: at the end.
for log in "$results"/*.log; do
  grep -hE -A 12 '\[FAIL\]|^not ok ' "$log" | cut -c1-400 | head -n 80
done
for name in "${unsteady[@]}"; do echo "UNSTEADY: $name failed beside the others and passed alone"; done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
