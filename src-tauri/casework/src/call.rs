//! A verb called by its name with JSON: for the command line, and for tests of every door.

use serde_json::Value;

use crate::desk::Desk;
use crate::error::{CommandError, ErrorCode};
use crate::*;

/// Calls a verb. The request and the view are those of `verbs.in`.
pub fn call(desk: &mut Desk, verb: &str, request: Value) -> Result<Value, CommandError> {
    desk.progress().end();
    let answer = run(desk, verb, request);
    desk.progress().end();
    answer
}

fn run(desk: &mut Desk, verb: &str, request: Value) -> Result<Value, CommandError> {
    macro_rules! with_verbs {
        ($($name:ident($request:ident) -> $view:ident;)*) => {
            match verb {
                $(stringify!($name) => {
                    let request: $request = serde_json::from_value(request).map_err(unreadable)?;
                    let view: $view = $name(desk, request)?;
                    serde_json::to_value(view).map_err(unreadable)
                })*
                _ => Err(CommandError::not_found("There is no such verb. See the list of verbs in the handbook.")),
            }
        };
    }
    include!("verbs.in")
}

/// The names of all verbs, in order.
pub fn verbs() -> &'static [&'static str] {
    macro_rules! with_verbs {
        ($($name:ident($request:ident) -> $view:ident;)*) => { &[$(stringify!($name)),*] };
    }
    include!("verbs.in")
}

/// The error of the parser may quote a value, which may be about a child: only its kind is said.
fn unreadable(error: serde_json::Error) -> CommandError {
    let text = error.to_string();
    let field = text.strip_prefix("missing field `").and_then(|rest| rest.split('`').next()).map(str::to_owned);
    match field {
        Some(field) => CommandError::invalid(&field, "This is missing from the request."),
        None => {
            CommandError::new(ErrorCode::Invalid, "The request does not fit this verb. Check the names and kinds of its fields.")
        }
    }
}
