#!/bin/bash
# Builds with one protection off at a time; the test that guards it must then fail, or it proves nothing.
#
#     tests/sabotage.sh              every symbol
#     tests/sabotage.sh SYNC OWNER   these alone
#
# A protection of the program is switched off by its symbol, one of a script by a change of the script itself.
# Works on a copy under the temporary folder: the normal build stays as it is. Ends with 1 when a protection can be switched
# off and its test still passes, or when a symbol in src/ has no test here. DOTNET names another command to build with.
set -u
dotnet=${DOTNET:-dotnet}
root=$(cd "$(dirname "$0")/.." && pwd)
copy=$(mktemp -d "${TMPDIR:-/tmp}/carejournal-sabotage.XXXXXX")
trap 'rm -rf "$copy"' EXIT

# symbol | project under tests/ | guarding test
guards="
ENCRYPTION       | CareJournal.Tests     | CanaryHuntTests.No_word_that_was_typed_appears_in_any_file
ASSOCIATED_DATA  | CareJournal.Tests     | PageCipherTests.A_page_moved_to_another_place_is_refused
NONCE            | CareJournal.Tests     | PageCipherTests.A_nonce_is_never_used_twice_in_a_million_pages
SYNC             | CareJournal.Tests     | SyncTraceTests.Journal_database_and_folder_are_on_disk_before_a_save_is_reported
OWNER            | CareJournal.Tests     | OpeningTests.A_second_start_gets_the_address_of_the_first_one_until_that_one_ends
NEWER            | CareJournal.Tests     | OpeningTests.A_newer_or_foreign_file_is_refused_and_stays_byte_for_byte_the_same
DAMAGE_LATCH     | CareJournal.Tests     | DamageReportTests.A_flipped_bit_is_reported_once_also_where_SQLite_returns_a_general_disk_error
SOURCE_CHECK     | CareJournal.Tests     | DamageKindsTests.A_flipped_bit_where_no_row_is_stored_is_found_by_a_copy_and_the_copy_is_whole
COPY_VERIFIED    | CareJournal.Tests     | CopierTests.A_copy_that_differs_from_what_was_written_is_deleted_and_does_not_count
NEWEST_THREE     | CareJournal.Tests     | CopyRotationTests
GAP              | CareJournal.Tests     | RollbackJournalTests.One_flipped_bit_in_the_head_of_an_earlier_journal_never_lengthens_the_database
TORN_PAGE_ONE    | CareJournal.Tests     | PowerLossTests.A_power_cut_at_any_moment_loses_nothing_that_was_shown_as_saved
FREE_PAGES       | CareJournal.Tests     | PowerLossTests.A_power_cut_at_any_moment_loses_nothing_that_was_shown_as_saved
ROLLBACK_HEAD    | CareJournal.Tests     | LeftOverJournalTests.A_flipped_bit_in_a_head_or_in_the_head_of_a_record_never_leads_to_another_state
ROLLBACK_NUMBER  | CareJournal.Tests     | LeftOverJournalTests.Two_records_that_were_exchanged_and_two_numbers_that_were_exchanged_are_refused
ROLLBACK_COUNT   | CareJournal.Tests     | LeftOverJournalTests.A_tail_that_was_cut_off_never_leads_to_another_state
ROLLBACK_HOME    | CareJournal.Tests     | LeftOverJournalTests.A_journal_of_another_database_with_the_same_key_is_not_played_into_this_one
LONG_PHRASE      | CareJournal.Tests     | LockTests.A_text_that_is_too_long_is_no_secret_and_nothing_is_computed_from_it
KNOWN_PHRASE     | CareJournal.Tests     | KnownPassphrasesTests.What_is_tried_first_is_refused
COST_FLOOR       | CareJournal.Tests     | KeySlotTests.A_header_edited_to_be_cheap_or_to_ask_for_too_much_is_refused_before_anything_is_computed
TRIES_KEPT       | CareJournal.Tests     | WrongTriesTests.The_wait_goes_on_after_a_restart_and_doubles_from_where_it_was
REVOKED_SLOT     | CareJournal.Tests     | SecretsTests.A_revoked_envelope_opens_the_journal_no_more_and_a_copy_of_before_still_does
LOCK_WAITS       | CareJournal.Tests     | LockTests.A_lock_waits_for_no_secret_that_is_being_tried_and_that_try_then_opens_and_changes_nothing
LONG_FORM        | CareJournal.Web.Tests | UnlockTests.A_body_without_a_declared_length_is_cut_off_while_it_is_read
CLOCK            | CareJournal.Web.Tests | IdleWatchTests.A_clock_set_back_by_a_day_does_not_put_the_lock_off
CHAIN_KEY        | CareJournal.Tests     | ChainTests.A_link_that_was_computed_without_the_key_is_found
CHAIN_ROWS       | CareJournal.Tests     | ChainTests.What_is_changed_without_the_program_is_found
READ_AHEAD       | CareJournal.Tests     | TimelineAheadTests.Nothing_is_held_after_a_save_after_midnight_or_after_its_time
HEAD             | CareJournal.Tests     | HeadTests.An_older_file_in_the_place_of_the_journal_opens_only_once_that_was_decided_and_nothing_is_written_before
UPGRADE_COPY     | CareJournal.Tests     | UpgradeTests.An_upgrade_never_touches_the_journal_before_a_whole_new_one_takes_its_name
DRAFT_NUMBER     | CareJournal.Tests     | DraftTests.A_number_that_is_not_higher_changes_nothing
DRAFT_KEY        | CareJournal.Tests     | DraftTests.A_draft_ends_in_the_transaction_that_saves_it_and_its_id_returns_that_save_for_good
DRAFT_ASIDE      | CareJournal.Tests     | DraftAsideTests.What_is_set_aside_is_read_with_its_text_and_offered_to_no_form_also_after_a_restart
DRAFT_UNREAD     | CareJournal.Web.Tests | DraftPageTests.What_no_form_can_read_is_offered_to_none_and_its_form_leads_to_it
FAULT_TEXT       | CareJournal.Browser.Tests | FaultPageTests.Words_that_could_not_be_kept_are_shown_on_the_fault_page_until_they_are
ENDED_LOCK       | CareJournal.Browser.Tests | FaultPageTests.A_lock_reaches_a_page_whose_circuit_has_ended
PAST_WHOLE       | CareJournal.Tests     | PastVisitsRecorderTests.One_row_that_is_refused_in_the_middle_keeps_all_of_them_out
PAST_WORDS       | CareJournal.Browser.Tests | ScriptTests.A_script_module_passes_its_tests
PRIVATE_TOGETHER | CareJournal.Tests     | DisclosureTogetherTests.A_hidden_or_confided_session_is_a_bare_date_like_one_of_which_nothing_was_written
PRIVATE_PRINTED  | CareJournal.Tests     | DisclosureOnPaperTests.What_is_hidden_or_from_a_third_party_is_not_there_whatever_is_chosen
SEARCH_SAVED     | CareJournal.Tests     | SearchReaderTests.A_note_is_found_by_two_words_of_it_in_whoevers_record_it_is
THEME_ADDRESS    | CareJournal.Web.Tests | CaseloadAddressTests.A_theme_is_in_no_address_and_none_is_read_from_one
STALE            | CareJournal.Tests     | VisitRecorderTests.A_page_that_read_an_older_state_is_stale_and_writes_nothing
ONCE             | CareJournal.Web.Tests | AwayActsTests.An_act_that_is_pressed_again_before_its_row_has_left_is_done_once
INBOUND_ORDER    | CareJournal.Browser.Tests | HurryTests.Keys_that_come_while_the_page_is_drawn_are_carried_out
EARLY            | CareJournal.Browser.Tests | HurryTests.A_mark_that_is_pressed_before_its_drawing_listens_is_chosen_once_it_does
PRESSED_LINK     | CareJournal.Browser.Tests | HurryTests.A_link_that_is_pressed_while_a_save_is_about_to_lead_to_its_page_is_followed
MENU_WIRE        | CareJournal.Browser.Tests | MenuTests.A_menu_that_is_open_while_the_circuit_is_gone_does_nothing_and_loses_nothing
MENU_BESIDE      | CareJournal.Browser.Tests | MenuTests.A_press_beside_an_open_menu_or_on_its_button_closes_it_and_another_row_opens_its_own
PAGE_FOCUS       | CareJournal.Browser.Tests | MenuTests.A_menu_that_is_opened_by_keys_before_its_page_has_given_the_first_focus_is_entered_all_the_same
MENU_AGAIN       | CareJournal.Browser.Tests | MenuTests.The_button_pressed_right_after_a_choice_opens_its_menu_again_and_what_is_chosen_there_counts
MENU_BUTTON      | CareJournal.Browser.Tests | MenuTests.A_press_beside_an_open_menu_or_on_its_button_closes_it_and_another_row_opens_its_own
AFTER_DEATH      | CareJournal.Tests     | KnownDatesTests
ROW_VERSIONS     | CareJournal.Tests     | RowVersionTests.Every_act_keeps_a_version_of_every_row_it_wrote
HOST             | CareJournal.Web.Tests | HostCheckTests.A_foreign_or_empty_host_gets_a_bare_400_on_every_path
HOST_NAME        | CareJournal.Web.Tests | HostCheckTests.A_name_that_everybody_knows_gives_one_sentence_and_neither_a_page_nor_a_session
SECOND_TOKEN     | CareJournal.Web.Tests | PageTokenTests.The_cookie_alone_opens_nothing_but_empty_frames
PEER_USER        | CareJournal.Web.Tests | PeerUserTests.Another_account_is_refused_before_it_is_answered_even_with_both_tokens
CONNECTIONS      | CareJournal.Web.Tests | ConnectionLimitTests.With_1240_half_open_connections_and_1024_handles_a_save_is_done_and_the_program_goes_on
FIRST_RUN        | CareJournal.Web.Tests | FirstRunKeyTests.Under_plain_localhost_the_journal_is_created_by_the_address_written_at_the_start_alone
MEMORY           | CareJournal.Web.Tests | PrivateMemoryTests
END_SESSION      | CareJournal.Web.Tests | SessionsSectionTests.The_other_browsers_are_closed_once_the_passphrase_was_given
KEY_RING         | CareJournal.Web.Tests | WrittenOutsideTests.A_day_with_the_journal_writes_into_its_folder_alone
ORIGIN           | CareJournal.Web.Tests | OriginCheckTests.A_foreign_or_missing_origin_opens_no_circuit
DENY_BY_DEFAULT  | CareJournal.Web.Tests | AnonymousCrawlTests.Without_a_session_every_address_is_refused
TOGETHER         | CareJournal.Web.Tests | TogetherTests.While_it_is_on_every_other_address_leads_to_the_shared_page
VEIL             | CareJournal.Web.Tests | VeilTests.While_it_is_on_every_page_leads_to_it_and_everything_else_is_refused
VEIL_TRIES       | CareJournal.Web.Tests | VeilTests.Three_wrong_tries_lock_the_journal_also_when_it_is_veiled_again_in_between
FULL_DISK        | CareJournal.Browser.Tests | DraftFaultTests.A_full_disk_refuses_the_save_in_a_sentence_at_the_form_and_the_words_are_saved_once_there_is_room
SEAL             | CareJournal.Browser.Tests | DraftFaultTests.A_program_killed_while_one_types_without_pause_costs_no_word_and_the_disk_at_most_a_second
SEAL_AGAIN       | CareJournal.Browser.Tests | DraftTests.A_network_that_drops_while_one_types_is_reported_once_and_costs_no_word
RESTORE_ORDER    | CareJournal.Browser.Tests | DraftTests.A_draft_is_not_brought_back_over_words_that_are_being_typed_already
MEANWHILE        | CareJournal.Browser.Tests | DraftTests.Letters_typed_while_a_draft_is_coming_back_are_added_after_its_text
LEAVE            | CareJournal.Browser.Tests | DraftTests.A_form_that_is_closed_while_no_draft_can_be_saved_still_sends_its_words
LEAVE_EARLY      | CareJournal.Browser.Tests | SlowConnectionTests.Words_that_are_left_before_the_script_of_their_form_has_come_are_kept_as_a_draft
TAB              | CareJournal.Browser.Tests | DraftTests.Two_tabs_are_two_drafts_and_one_that_is_set_aside_is_gone
HAND_IN_AWAKE    | CareJournal.Browser.Tests | DraftTests.A_computer_that_slept_for_five_minutes_wakes_up_with_the_words_though_its_circuit_is_gone
HAND_IN_LOCK     | CareJournal.Browser.Tests | DraftFaultTests.A_lock_while_typing_sends_the_words_first
UNSENT           | CareJournal.Browser.Tests | DraftFaultTests.A_program_killed_while_one_types_without_pause_costs_no_word_and_the_disk_at_most_a_second
LOCK             | CareJournal.Web.Tests | SessionTests.A_session_that_was_locked_stays_dead_when_the_journal_is_opened_again
"

# symbol | script under src/CareJournal.Web/ | what sed makes of it
scripts="
SEAL             | Drafts/FormDraft.razor.js | s/^const beat = 1000;/const beat = 3600000;/
SEAL_AGAIN       | Drafts/FormDraft.razor.js | s/schedule(self, again);//; s/() => schedule(self, 0)/() => {}/
RESTORE_ORDER    | Drafts/FormDraft.razor.js | s/self.number === 0/true/g
MEANWHILE        | wwwroot/held-letters.js   | s/this.#held.letters + letters/''/
LEAVE            | Drafts/FormDraft.razor.js | /^export async function leave/,/^}/ s/endIfLeft(self)/end(self.key)/
PAST_WORDS       | Visits/PastEditor.razor.js | s/ && !texts.some(column => column > last + 1)//
EARLY            | wwwroot/early.js         | s/^    for (const press of meant)/    for (const press of [])/
PRESSED_LINK     | wwwroot/connection.js    | s/^    followPressedLinks(framework);//
LEAVE_EARLY      | wwwroot/page.js          | s/^    if (!pressed || /    if (true || /
TAB              | Drafts/FormDraft.razor.js | s/ && await claim(self, draft.id)//
HAND_IN_AWAKE    | wwwroot/connection.js    | /^async function comeBack/,/^}/ s/await handIn();//
HAND_IN_LOCK     | wwwroot/connection.js    | /^export async function cover/,/^}/ s/await handIn();//
FAULT_TEXT       | wwwroot/faults.js        | s/list.append(...wordsOf(form).map(written));//
ENDED_LOCK       | wwwroot/connection.js    | s/addEventListener('journal-ended'/addEventListener('journal-never'/
MENU_WIRE        | wwwroot/menus.js         | s/root.dataset.connection === .lost. || //
MENU_BESIDE      | wwwroot/menus.js         | s/new Event('close')/new Event('never')/
PAGE_FOCUS       | wwwroot/page.js          | s/root.setAttribute('data-used', '')/true/
MENU_AGAIN       | wwwroot/menus.js         | /^function openAgain/,/^}/ s/opener.click();//
MENU_BUTTON      | wwwroot/menus.js         | /=== 'true') {/,/}/ s/event.stopPropagation();//
UNSENT           | wwwroot/page.js          | s/^export const unsaved = .*/export const unsaved = () => false;/
"

guard_of() { sed -n "s/^$1 *| *\([^ ]*\) *| *\(.*\)$/\1 \2/p" <<<"$guards"; }
script_of() { sed -n "s/^$1 *| *\([^ ]*\) *| .*$/\1/p" <<<"$scripts"; }
change_of() { sed -n "s/^$1 *| *[^ ]* *| *\(.*\)$/\1/p" <<<"$scripts"; }

(cd "$root" && tar c --exclude=bin --exclude=obj --exclude=.git .) | tar x -C "$copy"
symbols=${*:-$( (grep -rhoE 'SABOTAGE_[A-Z_]+' "$root/src" --include=*.cs | sed 's/SABOTAGE_//'; grep -oE '^[A-Z_]+' <<<"$scripts") | sort -u)}
failures=0
printf '%-16s | %-110s | %s\n' symbol "guarding test" "fails as it must"
for symbol in $symbols; do
    read -r project test <<<"$(guard_of "$symbol")"
    script=$(script_of "$symbol")
    [ -z "$script" ] || sed -i "$(change_of "$symbol")" "$copy/src/CareJournal.Web/$script"
    if [ -z "${test:-}" ]; then
        verdict="NO TEST GUARDS IT"
    elif [ -n "$script" ] && cmp -s {"$root","$copy"}"/src/CareJournal.Web/$script"; then
        verdict="NOTHING TO CHANGE IN $script"
    elif ! build=$($dotnet build "$copy/tests/$project" -p:Sabotage="$symbol" -v q 2>&1); then
        verdict="DOES NOT BUILD: $(grep -m1 -E 'error|Error' <<<"$build")"
    else
        said=$(timeout 600 dotnet test "$(echo "$copy/tests/$project/bin/Debug/"*"/$project.dll")" --filter "FullyQualifiedName~$test" 2>&1)
        case $said in
            *"No test matches"*) verdict="NO SUCH TEST" ;;
            *"Failed!"*)         verdict="yes ($(sed -n 's/.*Failed: *\([0-9]*\), Passed: *\([0-9]*\).*/\1 failed, \2 passed/p' <<<"$said" | tail -1))" ;;
            *"Passed!"*)         verdict="NO: it passes" ;;
            *)                   verdict="NO ANSWER: $(tail -1 <<<"$said")" ;;
        esac
    fi

    [ -z "$script" ] || cp {"$root","$copy"}"/src/CareJournal.Web/$script"
    printf '%-16s | %-110s | %s\n' "$symbol" "${test:-}" "$verdict"
    [[ $verdict == yes* ]] || failures=$((failures + 1))
    test=
done

exit $((failures > 0))
