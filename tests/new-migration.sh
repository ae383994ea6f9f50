#!/usr/bin/env bash
# Until the first release there is one migration, made anew whenever the model changes. Afterwards: dotnet ef migrations add NAME.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet tool restore >/dev/null
out=Persistence/Sqlite/Migrations
rm -rf "src/Infrastructure/$out"
dotnet ef migrations add Initial --project src/Infrastructure --startup-project src/Infrastructure --context SqliteAppDbContext --output-dir "$out"
