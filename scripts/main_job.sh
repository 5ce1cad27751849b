# The main job in the terminal, step by step, on the tracker that an authority might keep. Sourced by scripts/run.
# shellcheck shell=bash

TRACKER=tests/data/cse_tracker.xlsx
REGISTER=out/register
ANNA='Anna Okafor'
BILAL='Bilal Hughes'

# as PERSON ARGUMENT...: the command line as one of the two people.
as() {
  local person=$1
  shift
  "$PROGRAMS/caseward-cli" --register "$REGISTER" --as "$person" "$@"
}

# of EXPRESSION: what stands in the JSON on standard input, which the expression calls `it`.
of() {
  # shellcheck disable=SC2016
  node -e '
    let text = "";
    process.stdin.on("data", (part) => { text += part; }).on("end", () => {
      const found = new Function("it", `return ${process.argv[1]}`)(JSON.parse(text));
      console.log(typeof found === "object" ? JSON.stringify(found) : String(found));
    });' "$1"
}

# json NAME=VALUE...: an object of texts.
json() {
  node -p 'JSON.stringify(Object.fromEntries(process.argv.slice(1).map((given) => [given.slice(0, given.indexOf("=")), given.slice(given.indexOf("=") + 1)])))' -- "$@"
}

main_job() {
  export CASEWARD_PASSPHRASE='a passphrase for the main job only'
  local today month_ago
  today=$(date +%F)
  month_ago=$(date -d "$today -90 days" +%F)
  rm -rf "$REGISTER" out/caseward-summary-* out/window.png
  mkdir -p out

  say "1. A fresh register in $REGISTER, with two people"
  "$PROGRAMS/caseward-cli" --register "$REGISTER" init --authority 'Northshire County Council' --person "$ANNA"
  as "$ANNA" call add_person "$(json name="$BILAL" passphrase="$CASEWARD_PASSPHRASE" | of 'Object.assign(it, {roles: ["manager"]})')" >/dev/null
  printf '%s is added as a manager.\n' "$BILAL"

  say "2. Bringing in $TRACKER, leaving bad rows out"
  as "$ANNA" import tracker "$TRACKER" --skip-bad-rows

  say '3. Flagged cases: the ten worst, each with its reason'
  local flags=out/flags.json
  as "$ANNA" flags --json >"$flags"
  as "$ANNA" flags --limit 10
  printf '\n%s flags on %s cases; all of them are in %s.\n' "$(of 'it.length' <"$flags")" "$(of 'new Set(it.map((flag) => flag.reference)).size' <"$flags")" "$flags"

  local case
  case=$(of 'it.find((flag) => flag.rule === "review_overdue" && flag.level).reference' <"$flags")
  say "4. Recording a review on $case, whose review is overdue"
  of "it.filter((flag) => flag.reference === '$case').map((flag) => flag.says + ': ' + flag.explanation).join('\\n')" <"$flags"
  local level next kept item hash version
  level=$(of "it.find((flag) => flag.reference === '$case').level" <"$flags")
  next=$(date -d "$today +28 days" +%F)
  kept=$(as "$ANNA" call record_item "$(json kind=review held_on="$today" participation=PN1 level="$level" plan_progressing=partly \
    changed_by_views='Meetings moved to after school.' next_review_on="$next" |
    of "({reference: '$case', content: Object.assign(it, {agencies: ['Police', 'Health']})})")")
  item=$(of 'it.item_id' <<<"$kept") hash=$(of 'it.hash' <<<"$kept") version=$(of 'it.version_id' <<<"$kept")
  printf '%s recorded a review of %s, held today; the next is on %s.\n' "$ANNA" "$case" "$next"

  say '5. Submitting it, and signing it off as another person'
  as "$ANNA" call submit_item "$(json item_id="$item" hash="$hash")" >/dev/null
  as "$BILAL" waiting
  as "$BILAL" call record_sign_off "$(json version_id="$version" hash="$hash" level="$level" plan_progressing=partly)" >/dev/null
  printf '%s read it and signed it off at %s.\n' "$BILAL" "$level"

  say "6. The flag is gone from $case"
  local left
  as "$ANNA" flags --json >"$flags"
  left=$(of "it.filter((flag) => flag.reference === '$case' && flag.rule === 'review_overdue').length" <"$flags")
  [[ $left == 0 ]] || stop "The flag still stands on $case."
  printf 'No overdue review on %s. What still stands there:\n' "$case"
  of "it.filter((flag) => flag.reference === '$case').map((flag) => '  ' + flag.says).join('\\n') || '  nothing'" <"$flags"

  say "7. The progress summary from $month_ago to $today"
  as "$ANNA" summary --from "$month_ago" --to "$today" --out out

  say '8. Checking the register'
  as "$ANNA" verify

  say '9. A picture of the window on this register, showing the worklist'
  with_screen node tests/window/picture.js "$REGISTER" "$ANNA" out/window.png

  say 'Done. All of it is in out/'
  printf '%s\n' out/register out/caseward-summary-*.* out/flags.json out/window.png
}
