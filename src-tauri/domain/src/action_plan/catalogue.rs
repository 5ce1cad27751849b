//! The catalogues of guidance that an action plan is held against. Each is a version of its own: one that was superseded stays,
//! because plans and inspections of its time rest on it, and says so.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Catalogue {
    /// Safeguarding children and young people from sexual exploitation: supplementary guidance to Working together to safeguard
    /// children (Department for Children, Schools and Families, 2009).
    #[serde(rename = "guidance_2009")]
    Guidance2009,
    /// What is in force.
    Today,
    /// The sexual exploitation of children: it couldn't happen here, could it? (Ofsted, November 2014).
    #[serde(rename = "recommendation_2014")]
    Recommendation2014,
}

impl Catalogue {
    pub const ALL: [Catalogue; 3] = [Catalogue::Guidance2009, Catalogue::Today, Catalogue::Recommendation2014];

    pub fn as_str(self) -> &'static str {
        match self {
            Catalogue::Guidance2009 => "guidance_2009",
            Catalogue::Today => "today",
            Catalogue::Recommendation2014 => "recommendation_2014",
        }
    }

    pub fn say(self) -> &'static str {
        match self {
            Catalogue::Guidance2009 => "Supplementary guidance of 2009",
            Catalogue::Today => "Guidance in force today",
            Catalogue::Recommendation2014 => "Recommendations of the 2014 inspection report",
        }
    }

    /// Whether it still holds, in a sentence; empty where it does.
    pub fn standing(self) -> &'static str {
        match self {
            Catalogue::Guidance2009 => {
                "This guidance was superseded in February 2017 by the definition and guide for practitioners. It is kept because the recommendations of 2014 ask that the plan fully reflect it."
            }
            Catalogue::Today => "",
            Catalogue::Recommendation2014 => {
                "These recommendations were made in November 2014. The last state of each is an effect that a sample confirmed."
            }
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|catalogue| catalogue.as_str() == text)
    }
}
