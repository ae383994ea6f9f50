#!/usr/bin/env bash
# Until the first release there is one migration for each database, made anew whenever the model changes. Afterwards: dotnet ef migrations add NAME.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet tool restore >/dev/null
folder() { echo "Persistence/$1/Migrations"; }
for provider in Sqlite SqlServer; do rm -rf "src/Infrastructure/$(folder $provider)"; done
# Once for both, without the old migrations.
dotnet build src/Infrastructure -v quiet -p:RunAnalyzers=false
for provider in Sqlite SqlServer; do
  dotnet ef migrations add Initial --project src/Infrastructure --startup-project src/Infrastructure \
    --context "${provider}AppDbContext" --output-dir "$(folder $provider)" --no-build
done
