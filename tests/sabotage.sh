#!/bin/bash
# Builds with one protection off at a time; the test that guards it must then fail, or it proves nothing.
#
#     tests/sabotage.sh              every symbol
#     tests/sabotage.sh SYNC OWNER   these alone
#
# Works on a copy under the temporary folder: the normal build stays as it is. Ends with 1 when a protection can be switched
# off and its test still passes, or when a symbol in src/ has no test here. DOTNET names another dotnet command.
set -u
dotnet=${DOTNET:-dotnet}
root=$(cd "$(dirname "$0")/.." && pwd)
copy=$(mktemp -d "${TMPDIR:-/tmp}/carejournal-sabotage.XXXXXX")
trap 'rm -rf "$copy"' EXIT

# symbol | project under tests/ | guarding test
guards="
ENCRYPTION       | CareJournal.Tests     | CanaryHuntTests.No_word_that_was_typed_stands_in_any_file
ASSOCIATED_DATA  | CareJournal.Tests     | PageCipherTests
NONCE            | CareJournal.Tests     | PageCipherTests
SYNC             | CareJournal.Tests     | SyncTraceTests.Journal_database_and_folder_are_on_disk_before_saved_is_answered
OWNER            | CareJournal.Tests     | OpeningTests.A_second_start_is_told_where_the_first_one_answers_until_that_one_ends
NEWER            | CareJournal.Tests     | OpeningTests.A_newer_or_foreign_file_is_refused_and_stays_byte_for_byte_the_same
STALE            | CareJournal.Tests     | VisitRecorderTests.A_page_that_read_an_older_state_is_stale_and_writes_nothing
ROW_VERSIONS     | CareJournal.Tests     | RowVersionTests.Every_act_keeps_a_version_of_every_row_it_wrote
HOST             | CareJournal.Web.Tests | Host
ORIGIN           | CareJournal.Web.Tests | Origin
DENY_BY_DEFAULT  | CareJournal.Web.Tests | Session
LOCK             | CareJournal.Web.Tests | Lock
"

guard_of() { sed -n "s/^$1 *| *\([^ ]*\) *| *\(.*\)$/\1 \2/p" <<<"$guards"; }

(cd "$root" && tar c --exclude=bin --exclude=obj --exclude=.git .) | tar x -C "$copy"
symbols=${*:-$(grep -rhoE 'SABOTAGE_[A-Z_]+' "$root/src" --include=*.cs | sed 's/SABOTAGE_//' | sort -u)}
failures=0
printf '%-16s | %-95s | %s\n' symbol "guarding test" "fails as it must"
for symbol in $symbols; do
    read -r project test <<<"$(guard_of "$symbol")"
    if [ -z "${test:-}" ]; then
        verdict="NO TEST GUARDS IT"
    elif ! build=$($dotnet build "$copy/tests/$project" -p:Sabotage="$symbol" -v q 2>&1); then
        verdict="DOES NOT BUILD: $(grep -m1 error <<<"$build")"
    else
        said=$(timeout 300 $dotnet test "$copy/tests/$project" --no-build --filter "FullyQualifiedName~$test" 2>&1)
        case $said in
            *"No test matches"*) verdict="NO SUCH TEST" ;;
            *"Failed!"*)         verdict="yes ($(sed -n 's/.*Failed: *\([0-9]*\), Passed: *\([0-9]*\).*/\1 failed, \2 passed/p' <<<"$said" | tail -1))" ;;
            *"Passed!"*)         verdict="NO: it passes" ;;
            *)                   verdict="yes (the test run broke off)" ;;
        esac
    fi

    printf '%-16s | %-95s | %s\n' "$symbol" "${test:-}" "$verdict"
    [[ $verdict == yes* ]] || failures=$((failures + 1))
    test=
done

exit $((failures > 0))
