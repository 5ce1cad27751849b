//! Who leads an action: a role, and an organisation where one is named. A plan is public and people move on, so that names of
//! people are left out and roles are kept.

use caseward_screen::{Kind, find, words};
use chrono::NaiveDate;

/// A lead as a workbook writes it, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lead {
    pub(crate) role: String,
    pub(crate) organisation: String,
    /// What looked like names of people, to be looked for in the words of the row and then forgotten.
    pub(crate) people: Vec<String>,
}

/// Whether a text looks like the name of a person and says no role.
pub fn is_person(text: &str) -> bool {
    let lead = read(text);
    !lead.people.is_empty()
}

/// What of a plan's text says who somebody is, in words. Dates of long ago are no dates of birth here.
pub fn personal_data(text: &str, today: NaiveDate) -> Option<&'static str> {
    naming(text, &[], today)
}

pub(crate) fn naming(text: &str, people: &[String], today: NaiveDate) -> Option<&'static str> {
    let people: Vec<&str> = people.iter().map(String::as_str).collect();
    find(text, &people, today).into_iter().find(|finding| finding.kind != Kind::DateOfBirth).map(|finding| finding.kind.label())
}

/// "Jane Smith, Head of Safeguarding, Northshire Council" is the head of safeguarding at the council.
pub(crate) fn read(text: &str) -> Lead {
    let mut lead = Lead::default();
    let mut roles: Vec<String> = Vec::new();
    for part in text.split([',', ';', '/', '(', ')', '\n', '–', '|']).flat_map(|part| part.split(" - ")) {
        let part = part.trim();
        let told: Vec<String> = words(part).into_iter().map(|word| word.folded).collect();
        let knows = |list: &[&str]| told.iter().any(|word| list.contains(&word.as_str()));
        if part.is_empty() {
        } else if looks_like_a_name(part, &told) {
            lead.people.push(part.to_owned());
        } else if let Some((rank, name)) = rank_and_name(part) {
            lead.people.push(name.to_owned());
            roles.push(rank.to_owned());
        } else if lead.organisation.is_empty() && knows(ORGANISATIONS) && !knows(ROLES) && !roles.is_empty() {
            lead.organisation = part.to_owned();
        } else {
            roles.push(part.to_owned());
        }
    }
    // Where nothing was taken out, the words stay as they are written.
    let is_whole = lead.people.is_empty() && lead.organisation.is_empty();
    lead.role = if is_whole { text.split_whitespace().collect::<Vec<_>>().join(" ") } else { roles.join(", ") };
    lead
}

/// Two to four capitalised words of which none is known from roles, teams and organisations; or a title and a word.
fn looks_like_a_name(part: &str, told: &[String]) -> bool {
    let shown: Vec<&str> = part.split_whitespace().collect();
    let titled = told.first().is_some_and(|word| TITLES.contains(&word.as_str()));
    let unknown = |word: &String| !known(word);
    if titled {
        return (2..=4).contains(&shown.len()) && told.iter().skip(1).all(unknown);
    }
    (2..=4).contains(&shown.len()) && shown.iter().all(|word| is_capitalised(word)) && told.iter().all(unknown)
}

/// "DCI Smith": the rank stays, the name goes.
fn rank_and_name(part: &str) -> Option<(&str, &str)> {
    let (rank, name) = part.split_once(' ')?;
    let told: Vec<String> = words(name).into_iter().map(|word| word.folded).collect();
    let is_name = name.split_whitespace().all(is_capitalised) && told.len() <= 2 && told.iter().all(|word| !known(word));
    (RANKS.contains(&rank.to_lowercase().as_str()) && is_name).then_some((rank, name))
}

fn known(word: &str) -> bool {
    [ROLES, ORGANISATIONS, TEAMS, RANKS].iter().any(|list| list.contains(&word)) || word.chars().any(|c| c.is_ascii_digit())
}

/// A capital and then small letters: not "CSE", not "and".
fn is_capitalised(word: &str) -> bool {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    letters.next().is_some_and(char::is_uppercase) && letters.any(char::is_lowercase)
}

const TITLES: &[&str] = &["mr", "mrs", "ms", "miss", "mx", "dr", "cllr", "councillor", "sir", "dame", "rev", "prof", "professor"];
const RANKS: &[&str] = &["dci", "di", "ds", "dsu", "dcs", "dc", "pc", "ps", "sgt", "supt", "insp", "acc", "ch", "pcso"];
const ROLES: &[&str] = &[
    "head",
    "manager",
    "managers",
    "director",
    "directors",
    "lead",
    "leads",
    "officer",
    "officers",
    "nurse",
    "nurses",
    "inspector",
    "superintendent",
    "sergeant",
    "constable",
    "detective",
    "chief",
    "executive",
    "deputy",
    "assistant",
    "chair",
    "chairs",
    "coordinator",
    "co",
    "ordinator",
    "co-ordinator",
    "commissioner",
    "commissioners",
    "adviser",
    "advisor",
    "worker",
    "workers",
    "practitioner",
    "analyst",
    "administrator",
    "clerk",
    "solicitor",
    "secretary",
    "member",
    "members",
    "holder",
    "portfolio",
    "teacher",
    "teachers",
    "headteacher",
    "headteachers",
    "doctor",
    "doctors",
    "psychologist",
    "consultant",
    "trainer",
    "independent",
    "reviewing",
    "principal",
    "senior",
    "designated",
    "named",
    "strategic",
    "operational",
    "service",
    "champion",
    "sponsor",
    "owner",
    "owners",
    "representative",
    "representatives",
    "interim",
    "acting",
    "vice",
    "president",
    "group",
    "subgroup",
    "board",
    "panel",
    "committee",
    "forum",
    "team",
    "teams",
    "leader",
    "leaders",
    "mayor",
    "supervisor",
    "facilitator",
    "specialist",
    "governor",
    "governors",
    "staff",
    "all",
    "each",
    "every",
    "tbc",
    "vacant",
];
const ORGANISATIONS: &[&str] = &[
    "police",
    "constabulary",
    "council",
    "authority",
    "authorities",
    "borough",
    "county",
    "district",
    "city",
    "nhs",
    "icb",
    "ccg",
    "trust",
    "hospital",
    "partnership",
    "probation",
    "fire",
    "charity",
    "barnardo",
    "barnardos",
    "barnardo's",
    "nspcc",
    "school",
    "schools",
    "college",
    "colleges",
    "university",
    "camhs",
    "yot",
    "yjs",
    "yos",
    "lscb",
    "lscp",
    "scp",
    "csp",
    "opcc",
    "pcc",
    "ofsted",
    "court",
    "courts",
    "cps",
    "academy",
    "housing",
    "association",
    "services",
    "directorate",
    "department",
    "agency",
    "agencies",
    "ltd",
    "cic",
    "foundation",
    "healthcare",
];
const TEAMS: &[&str] = &[
    "the",
    "of",
    "and",
    "for",
    "to",
    "in",
    "at",
    "with",
    "on",
    "safeguarding",
    "children",
    "child",
    "childrens",
    "children's",
    "young",
    "people",
    "peoples",
    "persons",
    "person",
    "adult",
    "adults",
    "family",
    "families",
    "social",
    "care",
    "work",
    "health",
    "mental",
    "public",
    "protection",
    "protecting",
    "vulnerable",
    "vulnerability",
    "community",
    "communities",
    "safety",
    "safer",
    "education",
    "learning",
    "skills",
    "licensing",
    "missing",
    "exploitation",
    "exploited",
    "sexual",
    "cse",
    "ce",
    "criminal",
    "justice",
    "youth",
    "early",
    "help",
    "prevention",
    "intervention",
    "support",
    "quality",
    "assurance",
    "performance",
    "data",
    "intelligence",
    "training",
    "workforce",
    "development",
    "commissioning",
    "policy",
    "strategy",
    "partner",
    "partners",
    "partnerships",
    "multi",
    "multi-agency",
    "virtual",
    "looked",
    "after",
    "leaving",
    "fostering",
    "adoption",
    "placement",
    "placements",
    "contextual",
    "assessment",
    "referral",
    "front",
    "door",
    "mash",
    "legal",
    "law",
    "democratic",
    "corporate",
    "communications",
    "media",
    "human",
    "resources",
    "finance",
    "environment",
    "regulatory",
    "trading",
    "standards",
    "transport",
    "domestic",
    "abuse",
    "violence",
    "crime",
    "offending",
    "offender",
    "victim",
    "victims",
    "participation",
    "voice",
    "engagement",
    "inclusion",
    "special",
    "needs",
    "disability",
    "disabled",
    "primary",
    "secondary",
    "clinical",
    "medical",
    "general",
    "practice",
    "gp",
    "local",
    "regional",
    "national",
    "central",
    "north",
    "south",
    "east",
    "west",
    "area",
    "locality",
    "localities",
    "neighbourhood",
    "integrated",
    "joint",
    "complex",
    "high",
    "risk",
    "review",
    "reviews",
    "audit",
    "scrutiny",
    "improvement",
    "response",
    "investigation",
    "investigations",
    "major",
    "neighbouring",
    "business",
    "voluntary",
    "sector",
    "third",
    "street",
    "wardens",
    "museum",
    "leisure",
    "parks",
    "substance",
    "misuse",
    "drug",
    "drugs",
    "alcohol",
    "sexual",
    "wellbeing",
    "hub",
    "unit",
    "programme",
    "project",
    "projects",
    "plan",
    "planning",
    "governance",
    "risk",
    "information",
    "systems",
    "digital",
    "online",
    "return",
    "interview",
    "interviews",
    "home",
    "office",
    "residential",
    "homes",
    "edge",
    "duty",
    "out",
    "hours",
    "emergency",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, role: &str, organisation: &str, people: usize) {
        let lead = read(text);
        assert_eq!((lead.role.as_str(), lead.organisation.as_str(), lead.people.len()), (role, organisation, people), "{text}");
    }

    #[test]
    fn a_role_and_an_organisation_are_told_apart_and_names_are_left_out() {
        check("Licensing Manager", "Licensing Manager", "", 0);
        check(
            "Detective Chief Inspector, Protecting Vulnerable People",
            "Detective Chief Inspector, Protecting Vulnerable People",
            "",
            0,
        );
        check("Head of Safeguarding, Northshire Council", "Head of Safeguarding", "Northshire Council", 0);
        check("Board Manager (Safeguarding Partnership)", "Board Manager", "Safeguarding Partnership", 0);
        check("DCI - Northshire Police", "DCI", "Northshire Police", 0);
        check("Head of Service (North)", "Head of Service (North)", "", 0);
        check("Jane Smith, Head of Safeguarding", "Head of Safeguarding", "", 1);
        check("Head of Service (Priya O’Neill)", "Head of Service", "", 1);
        check("DCI Smith", "DCI", "", 1);
        check("Cllr Jones", "", "", 1);
        check("Jane Smith", "", "", 1);
        check("Police", "Police", "", 0);
        check("All partner agencies", "All partner agencies", "", 0);
        check("Education Safeguarding Lead", "Education Safeguarding Lead", "", 0);
    }

    #[test]
    fn an_old_date_in_a_plan_is_no_date_of_birth_but_a_telephone_number_is_personal() {
        let today = NaiveDate::from_ymd_opt(2026, 9, 30).unwrap();
        assert_eq!(personal_data("Since 1 April 2012 under the strategy", today), None);
        assert_eq!(personal_data("Call 07700 900123", today), Some("a telephone number"));
        assert!(naming("Smith to report", &["Jane Smith".to_owned()], today).is_some());
    }
}
