#!/bin/bash
# The long forms of the tests that are short in an ordinary run, one a line. Stops at the first that fails. The figures stand in docs/safety.md.
#
#     dotnet build && tests/long.sh
#
# DOTNET names another command to test with.
set -eu
dotnet=${DOTNET:-dotnet}
cd "$(dirname "$0")/.."

CAREJOURNAL_ATTACKS=500 $dotnet test tests/CareJournal.Tests --no-build --filter 'FullyQualifiedName~ChainAttackTests'
