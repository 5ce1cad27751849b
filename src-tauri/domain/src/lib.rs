//! What casework is: cases, items, sign-off, duties, policy, calendar, action plan. Pure rules.
