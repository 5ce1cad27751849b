//! How records come in: tracker workbooks, CSV, census XML.
