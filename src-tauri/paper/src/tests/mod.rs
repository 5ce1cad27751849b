//! What must hold of the paper: it is PDF/UA-1, it holds what the other files hold, and nothing of a summary is read as markup.

mod reading;
mod same_numbers;
mod sample;
mod setting;
