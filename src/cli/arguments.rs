//! The arguments and their help, which speaks the reader's language.
//!
//! Here: what can be asked for. Not here: doing it ([`super::run`]) and the words (`cli.ftl`; clap's own words are
//! English).

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{ArgAction, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

use crate::text::catalogue::{Catalogue, Lang};
use crate::text::safe::safe_lines;
use crate::ui::theme::Depth;

/// How many colors to use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, ValueEnum)]
pub(super) enum Color {
    /// As many as the terminal has.
    #[default]
    Auto,
    /// None.
    None,
    /// The 16 of every terminal.
    #[value(name = "16")]
    Ansi16,
    /// The 256 of most terminals.
    #[value(name = "256")]
    Ansi256,
    /// All.
    True,
}

/// The depth asked for, if one was.
impl From<Color> for Option<Depth> {
    fn from(color: Color) -> Self {
        match color {
            Color::Auto => None,
            Color::None => Some(Depth::Mono),
            Color::Ansi16 => Some(Depth::Ansi16),
            Color::Ansi256 => Some(Depth::Ansi256),
            Color::True => Some(Depth::TrueColor),
        }
    }
}

#[derive(Debug, Parser)]
#[command(name = "riskroom", version, disable_help_subcommand = true)]
#[command(disable_help_flag = true, disable_version_flag = true)]
struct Arguments {
    #[arg(value_name = "FILE")]
    file: Vec<PathBuf>,
    #[arg(long, global = true, value_name = "DIR")]
    data_dir: Option<PathBuf>,
    #[arg(long, global = true, value_name = "en|es", value_parser = ["en", "es"], hide_possible_values = true)]
    lang: Option<String>,
    #[arg(long, global = true, value_name = "NAME")]
    theme: Option<String>,
    #[arg(long, global = true, value_name = "auto|none|16|256|true", value_enum, default_value_t = Color::Auto)]
    #[arg(hide_possible_values = true, hide_default_value = true)]
    color: Color,
    #[arg(short, long, global = true, action = ArgAction::HelpShort)]
    help: Option<bool>,
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
    #[command(subcommand)]
    command: Option<Asked>,
}

#[derive(Debug, Subcommand)]
enum Asked {
    New {
        #[arg(value_name = "TITLE")]
        title: String,
        #[arg(long, value_name = "FILE")]
        from: Option<PathBuf>,
        #[arg(long)]
        no_open: bool,
    },
    Demo,
    List,
    Search {
        #[arg(value_name = "WORDS", required = true)]
        words: Vec<String>,
    },
    Show {
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    Changes {
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    Compare {
        #[arg(value_name = "BEFORE")]
        before: PathBuf,
        #[arg(value_name = "AFTER")]
        after: PathBuf,
    },
    Check {
        #[arg(value_name = "FILE", required = true)]
        files: Vec<PathBuf>,
        #[arg(long)]
        accept: bool,
    },
    Recover {
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    Backups {
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Command {
    Home,
    File(PathBuf),
    Files(Vec<PathBuf>),
    New { title: String, from: Option<PathBuf>, open: bool },
    Demo,
    List,
    Search(Vec<String>),
    Show(PathBuf),
    Changes(PathBuf),
    Compare(PathBuf, PathBuf),
    Check(Vec<PathBuf>),
    Accept(Vec<PathBuf>),
    Recover(PathBuf),
    Backups(PathBuf),
}

/// The arguments as they were understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Parsed {
    pub(super) data_dir: Option<PathBuf>,
    pub(super) theme: Option<String>,
    pub(super) color: Color,
    pub(super) command: Command,
}

/// Help, the version, or what is wrong with the arguments.
pub(super) struct Answer {
    pub(super) text: String,
    pub(super) is_error: bool,
}

impl From<clap::Error> for Answer {
    fn from(error: clap::Error) -> Self {
        // It quotes what was typed.
        let text = error.render().to_string();
        let lines: Vec<String> = safe_lines(&text).map(|line| line.to_string()).collect();
        Self { text: lines.join("\n"), is_error: error.use_stderr() }
    }
}

/// The language asked for by an argument, read before the others: their help is in that language.
pub(super) fn lang(args: &[OsString]) -> Option<Lang> {
    let mut texts = args.iter().filter_map(|arg| arg.to_str()).take_while(|&arg| arg != "--");
    while let Some(arg) = texts.next() {
        match arg.strip_prefix("--lang") {
            Some("") => return texts.next().and_then(Lang::from_tag),
            Some(value) => return value.strip_prefix('=').and_then(Lang::from_tag),
            None => {}
        }
    }
    None
}

pub(super) fn parse(args: Vec<OsString>, catalogue: &Catalogue) -> Result<Parsed, Answer> {
    let mut command = localized(Arguments::command(), catalogue);
    let matches = command.try_get_matches_from_mut(args)?;
    let parsed = Arguments::from_arg_matches(&matches)?;
    let Arguments { file, data_dir, theme, color, command: asked, .. } = parsed;
    let asked = match (file.as_slice(), asked) {
        ([], None) => Command::Home,
        ([file], None) => Command::File(file.clone()),
        (files, None) => Command::Files(files.to_vec()),
        ([], Some(asked)) => asked.into(),
        ([..], Some(_)) => {
            let kind = clap::error::ErrorKind::ArgumentConflict;
            return Err(command.error(kind, catalogue.text("cli-file-or-command")).into());
        }
    };
    Ok(Parsed { data_dir, theme, color, command: asked })
}

impl From<Asked> for Command {
    fn from(asked: Asked) -> Self {
        match asked {
            Asked::New { title, from, no_open } => Self::New { title, from, open: !no_open },
            Asked::Demo => Self::Demo,
            Asked::List => Self::List,
            Asked::Search { words } => Self::Search(words),
            Asked::Show { file } => Self::Show(file),
            Asked::Changes { file } => Self::Changes(file),
            Asked::Compare { before, after } => Self::Compare(before, after),
            Asked::Check { files, accept: false } => Self::Check(files),
            Asked::Check { files, accept: true } => Self::Accept(files),
            Asked::Recover { file } => Self::Recover(file),
            Asked::Backups { file } => Self::Backups(file),
        }
    }
}

/// The program with its help in the reader's language.
fn localized(command: clap::Command, catalogue: &Catalogue) -> clap::Command {
    let text = |key: &str| catalogue.text(key).to_owned();
    let helped = |command: clap::Command| {
        let template = template(&command, catalogue);
        command.help_template(template).mut_args(|arg| {
            let key = format!("cli-arg-{}", arg.get_id().as_str().replace('_', "-"));
            arg.help(text(&key))
        })
    };
    helped(command).about(text("cli-about")).after_help(text("cli-after")).mut_subcommands(|command| {
        let about = text(&format!("cli-{}", command.get_name()));
        helped(command).about(about)
    })
}

/// The order and the headings of a command's help.
fn template(command: &clap::Command, catalogue: &Catalogue) -> String {
    let parts = [
        (command.has_subcommands(), "cli-head-commands", "subcommands"),
        (command.get_positionals().next().is_some(), "cli-head-arguments", "positionals"),
        (true, "cli-head-options", "options"),
    ];
    let parts = parts.into_iter().filter(|(is_there, ..)| *is_there);
    let parts = parts.map(|(_, key, tag)| format!("\n\n{}\n{{{tag}}}", catalogue.text(key)));
    let usage = catalogue.text("cli-head-usage");
    format!("{{about-with-newline}}\n{usage} {{usage}}{}{{after-help}}", parts.collect::<String>())
}
