//! The TypeScript interface, made from the one list of verbs. The file in `ui/src/api` is this text, committed.

use std::collections::BTreeMap;

use ts_rs::{Config, TS, TypeVisitor};

use crate::*;

/// The whole of `ui/src/api/types.ts`.
pub fn interface() -> String {
    let config = Config::new().with_large_int("number");
    let mut types = Declarations { config: &config, found: BTreeMap::new() };
    types.add::<CommandError>();
    let mut verbs = String::new();
    macro_rules! with_verbs {
        ($($verb:ident($request:ident) -> $view:ident;)*) => {{$(
            types.add::<$request>();
            types.add::<$view>();
            verbs.push_str(&format!(
                "  {}: {{ request: {}; view: {} }};\n",
                stringify!($verb), <$request as TS>::name(&config), <$view as TS>::name(&config)
            ));
        )*}};
    }
    include!("verbs.in");
    let declared: Vec<String> = types.found.into_values().collect();
    format!(
        "// Made from src-tauri/casework by `UPDATE_EXPECT=1 cargo test -p caseward-casework`. Do not edit: a test compares it.\n\n{}\n\n/** Every verb: what it is asked with and what it answers. */\nexport interface Verbs {{\n{verbs}}}\n",
        declared.join("\n\n")
    )
}

struct Declarations<'a> {
    config: &'a Config,
    found: BTreeMap<String, String>,
}

impl Declarations<'_> {
    fn add<T: TS + 'static + ?Sized>(&mut self) {
        self.visit::<T>();
    }
}

impl TypeVisitor for Declarations<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        let Some(_) = T::output_path() else { return };
        let name = T::name(self.config);
        if self.found.contains_key(&name) {
            return;
        }
        let docs = T::docs().unwrap_or_default();
        self.found.insert(name, format!("{docs}export {}", T::decl(self.config)));
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_committed_interface_is_the_one_made_from_the_verbs() {
        expect_test::expect_file!["../../../ui/src/api/types.ts"].assert_eq(&super::interface());
    }
}
