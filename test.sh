#!/usr/bin/env bash
# Builds and runs every test; the last line is "N passed, N failed".
#   LONG=1 ./test.sh      long drills at full length (short by default)
#   ONLY=Domain ./test.sh one suite: Domain, Application, Infrastructure, WebUI, Architecture, Evaluation, Gateway, Sandbox, MainJob, Publish
set -uo pipefail
cd "$(dirname "$0")"
. tests/prepare.sh
prepare dotnet node npm git curl chromium espeak-ng opusenc ffmpeg || exit 1
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
passed=0 failed=0
results=$(mktemp -d); trap 'rm -rf "$results"' EXIT

wanted() { [ -z "${ONLY:-}" ] || [ "$ONLY" = "$1" ]; }
count() { # passed, failed, name
  passed=$((passed + $1)) failed=$((failed + $2))
  echo "== $3: $1 passed, $2 failed"
}

dotnet build WaSaas.sln -v quiet || { echo "The build failed."; echo "0 passed, 1 failed"; exit 1; }

for suite in Domain Architecture Application Infrastructure WebUI Evaluation; do
  wanted $suite || continue
  log=$results/$suite.log
  # xunit.v3 as a program: it prints what it ran, and a suite that ran nothing is a failure here.
  project=tests/$suite; [ -d "$project" ] || project=$project.Tests
  timeout 1500 dotnet run --no-build --project "$project" -- -noColor 2>&1 | tee "$log"
  line=$(grep -E 'Total: [0-9]+' "$log" | tail -n 1)
  total=$(sed -E 's/.*Total: ([0-9]+).*/\1/' <<<"$line"); bad=$(sed -E 's/.*Failed: ([0-9]+).*/\1/' <<<"$line")
  errors=$(sed -E 's/.*Errors: ([0-9]+).*/\1/' <<<"$line"); skipped=$(sed -E 's/.*Skipped: ([0-9]+).*/\1/' <<<"$line")
  if [ -z "$line" ] || [ "${total:-0}" -eq 0 ]; then count 0 1 "$suite (ran no test)"; continue; fi
  count $((total - bad - skipped)) $((bad + errors)) $suite
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

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
