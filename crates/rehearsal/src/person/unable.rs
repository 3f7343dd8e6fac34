//! Why a person's client does not do what they want.

/// What a client tells its person instead of doing what they want.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Unable {
    /// The bot did not answer in time, or is not there at all.
    #[error("The application did not respond")]
    NoResponse,
    /// Something that was waited for did not come.
    #[error("it did not happen in time")]
    NotInTime,
    /// There is nobody, or nothing, of that name.
    #[error("there is no {0:?} here")]
    Nobody(String),
    /// They may not do this here.
    #[error("you do not have permission to do this here")]
    MayNot,
    /// The application can't be installed for a person.
    #[error("the application can't be installed for a person")]
    NotInstallable,
    /// The message is gone, or cannot be seen.
    #[error("the message is not there")]
    Gone,
    /// The line is not a command.
    #[error("a command begins with a slash: {0:?} does not")]
    NotACommand(String),
    /// No such command is offered here.
    #[error("there is no command {0:?} here")]
    NoSuchCommand(String),
    /// The command has subcommands, of which none is named.
    #[error("the command /{command} goes on with one of: {subcommands}")]
    SubcommandMissing {
        /// The command, with the group if one was named.
        command: String,
        /// What it may go on with.
        subcommands: String,
    },
    /// Something was typed that belongs to no option.
    #[error("there is no option that {0:?} could belong to")]
    NoSuchOption(String),
    /// A required option is missing.
    #[error("the option {0:?} is required")]
    OptionMissing(String),
    /// A value is not one of those that are offered.
    #[error("{value:?} is not one of the choices for {option:?}: {offered}")]
    NotAChoice {
        /// The option or select.
        option: String,
        /// What was given.
        value: String,
        /// What can be given.
        offered: String,
    },
    /// A value is of the wrong kind.
    #[error("{value:?} is not {expected}, which {option:?} takes")]
    WrongKind {
        /// The option.
        option: String,
        /// What was given.
        value: String,
        /// What it takes, with its article.
        expected: &'static str,
    },
    /// A number is too small or too large.
    #[error("{value} is out of range for {option:?}")]
    OutOfRange {
        /// The option.
        option: String,
        /// What was given.
        value: String,
    },
    /// The person's computer has no such file.
    #[error("there is no file {0:?} on this computer")]
    NoSuchFile(String),
    /// A text is too short or too long.
    #[error("{option:?} takes {least} to {most} characters, not {given}")]
    WrongLength {
        /// The option or input.
        option: String,
        /// The fewest characters.
        least: usize,
        /// The most characters.
        most: usize,
        /// How many were given.
        given: usize,
    },
    /// The bot makes no suggestions for the option.
    #[error("the option {0:?} has no suggestions")]
    NoSuggestions(String),
    /// The message has no such button or select.
    #[error("there is no {wanted:?} to use; there is: {offered}")]
    NoSuchComponent {
        /// What was wanted.
        wanted: String,
        /// What there is.
        offered: String,
    },
    /// The button or select is disabled.
    #[error("{0:?} is disabled")]
    Disabled(String),
    /// The button opens a web page.
    #[error("the button opens {0}")]
    IsLink(String),
    /// Too few or too many values were chosen.
    #[error("choose {least} to {most}, not {given}")]
    WrongCount {
        /// The fewest.
        least: usize,
        /// The most.
        most: usize,
        /// How many were chosen.
        given: usize,
    },
    /// What was sent is no use of the bot.
    #[error("this is nothing that can be done to the bot")]
    NotAnInteraction,
    /// The form has no such input.
    #[error("the form has no input {0:?}")]
    NoSuchInput(String),
    /// A required input was left empty.
    #[error("the input {0:?} is required")]
    InputMissing(String),
}
