//! The commands, one file each.

mod backup;
mod call;
mod cases;
mod coverage;
mod demo;
mod export_all;
mod export_plan;
mod flags;
mod import;
mod import_all;
mod init;
mod inspection;
mod summary;
mod verify;
mod waiting;

use clap::Subcommand;

use crate::failure::Failure;
use crate::terminal::Terminal;

#[derive(Subcommand)]
pub enum Command {
    /// Make a register with its first person
    Init(init::Init),
    /// Fill a register with invented cases
    Demo(demo::Demo),
    /// Bring in a tracker, a census or an action plan
    Import(import::Import),
    /// Say how far the action plan reflects a catalogue of guidance
    Coverage(coverage::Coverage),
    /// List cases
    Cases(cases::Cases),
    /// List what is late, worst first, and why
    Flags(flags::Flags),
    /// List what waits for a manager's decision
    Waiting(waiting::Waiting),
    /// Write the progress summary for a period as PDF, XLSX, CSV and HTML
    Summary(summary::Summary),
    /// Write every case with its last sign-off, review dates and level history, for an inspector
    Inspection(inspection::Inspection),
    /// Check that the register is whole: its audit chain, signed versions, duties and file
    Verify(verify::Verify),
    /// Copy the register to a folder, and check the copy
    Backup(backup::Backup),
    /// Write the action plan as the workbook that authorities circulate
    ExportPlan(export_plan::ExportPlan),
    /// Write everything as JSON lines
    ExportAll(export_all::ExportAll),
    /// Fill an empty register from JSON lines
    ImportAll(import_all::ImportAll),
    /// Ask any verb, with its request as JSON
    Call(call::Call),
}

pub fn run(command: Command, terminal: &mut Terminal) -> Result<(), Failure> {
    match command {
        Command::Init(given) => init::run(given, terminal),
        Command::Demo(given) => demo::run(given, terminal),
        Command::Import(given) => import::run(given, terminal),
        Command::Coverage(given) => coverage::run(given, terminal),
        Command::Cases(given) => cases::run(given, terminal),
        Command::Flags(given) => flags::run(given, terminal),
        Command::Waiting(given) => waiting::run(given, terminal),
        Command::Summary(given) => summary::run(given, terminal),
        Command::Inspection(given) => inspection::run(given, terminal),
        Command::Verify(given) => verify::run(given, terminal),
        Command::Backup(given) => backup::run(given, terminal),
        Command::ExportPlan(given) => export_plan::run(given, terminal),
        Command::ExportAll(given) => export_all::run(given, terminal),
        Command::ImportAll(given) => import_all::run(given, terminal),
        Command::Call(given) => call::run(given, terminal),
    }
}
