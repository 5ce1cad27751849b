//! The answers that were given to questions from the public, the newest first, and the questions that can be answered.

use super::answer_question::Question;
use super::view_summary::SUMMARISERS;
use crate::desk::Desk;
use crate::error::CommandError;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// The answers that were given to questions from the public, the newest first.
#[derive(Deserialize, TS)]
pub struct ListAnswers {}

#[derive(Clone, Debug, Serialize, TS)]
pub struct AnswersView {
    pub questions: Vec<QuestionView>,
    pub answers: Vec<AnswerGiven>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct QuestionView {
    pub question: Question,
    pub says: String,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct AnswerGiven {
    pub pack_id: Uuid,
    /// In words.
    pub says: String,
    #[ts(type = "string")]
    pub from: NaiveDate,
    #[ts(type = "string")]
    pub to: NaiveDate,
    /// The authority’s number of the request.
    pub request: String,
    #[ts(type = "string")]
    pub given_at: DateTime<Utc>,
    pub given_by: String,
}

pub fn list_answers(desk: &mut Desk, _request: ListAnswers) -> Result<AnswersView, CommandError> {
    let session = desk.signed_in_as(SUMMARISERS)?;
    let names = session.names()?;
    let given = session.read().packs()?.into_iter().filter_map(|pack| {
        let question = Question::ALL.into_iter().find(|question| question.as_str() == pack.question)?;
        Some(AnswerGiven {
            pack_id: pack.id,
            says: question.says().to_owned(),
            from: pack.from,
            to: pack.to,
            request: pack.request,
            given_at: pack.made_at,
            given_by: names.person(pack.made_by),
        })
    });
    let questions = Question::ALL.map(|question| QuestionView { question, says: question.says().to_owned() });
    Ok(AnswersView { questions: questions.into(), answers: given.collect() })
}
