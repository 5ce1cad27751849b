//! Finds personal data in text: names, numbers, addresses. Pure.
