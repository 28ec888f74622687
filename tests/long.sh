#!/usr/bin/env bash
# Runs the long forms of tests whose short forms stand in `dotnet test`. Figures go to docs/safety.md. One a line: variables | project | tests.
set -euo pipefail
root="$(cd "$(dirname "$0")/.." && pwd)"

long="
CAREJOURNAL_LONG=1 | CareJournal.Tests | CopyRotationTests.Through_thirty_years_there_are_never_fewer_than_three_verified_copies
CAREJOURNAL_ATTACKS=500 | CareJournal.Tests | ChainAttackTests
CAREJOURNAL_POWER_CUTS=1000 | CareJournal.Tests | PowerLossTests
CAREJOURNAL_KILLS=200 | CareJournal.Tests | KillTests
"

failures=0
while IFS='|' read -r variables project test; do
    [ -n "${test:-}" ] || continue
    read -r project <<<"$project"
    read -r test <<<"$test"
    echo "== $test"
    # shellcheck disable=SC2086 # Several variables, divided by spaces.
    env $variables dotnet test "$root/tests/$project" --filter "FullyQualifiedName~$test" || failures=$((failures + 1))
done <<<"$long"
exit $((failures > 0))
