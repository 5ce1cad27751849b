//! The ids of the record: UUID version 7, so that rows made together lie together on disk and a register
//! can later be merged with another without renumbering.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[serde(transparent)]
        #[ts(type = "string")]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

ids! {
    /// One child's case.
    CaseId,
    /// Something a manager signs.
    ItemId,
    /// One frozen or working text of an item.
    VersionId,
    /// Someone who uses the register or works a case.
    PersonId,
    /// An action in a child's plan; it keeps its id from version to version.
    PlanActionId,
    /// One time a child was missing.
    EpisodeId,
    /// An objective of the authority's action plan.
    ObjectiveId,
    /// An action of the authority's action plan.
    ActionId,
}
