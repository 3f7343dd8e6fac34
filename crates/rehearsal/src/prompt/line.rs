//! What somebody types at the prompt, or writes into a script: a line, understood.

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Line {
    /// Blank or a comment.
    Nothing,
    /// A slash command, as it is typed at Discord.
    Slash(String),
    /// A look at the commands that could be typed.
    Commands,
    /// From here on the person's client is in the language of this code.
    Language(String),
    /// A press of a button of the message acted on.
    Press(Pick),
    /// A choice from a select of the message acted on.
    Choose {
        /// The select's number.
        select: usize,
        /// Labels, or people and channels by name, with commas between them.
        what: String,
    },
    /// A text for a field of the open form.
    Fill {
        /// The field's number, from 1.
        field: usize,
        /// What to write there.
        text: String,
    },
    /// Sends the open form off.
    Submit,
    /// A command of a context menu.
    Menu {
        /// The command's name.
        command: String,
        /// What the menu belongs to.
        target: Target,
    },
    /// A reaction to a message.
    React {
        /// Whether it is taken back.
        back: bool,
        /// The emoji.
        emoji: String,
        /// The message, by the number it was shown with.
        message: usize,
    },
    /// A message of one's own.
    Say(String),
    /// Who types the lines from here on.
    As(String),
    /// In which channel they are.
    In {
        /// The server, where it is not the present one.
        server: Option<String>,
        /// The channel's name without `#`.
        channel: String,
    },
    /// A look at one's direct messages.
    Dms,
    /// To the messages between the person and these others.
    With(Vec<String>),
    /// The person installs the application for themselves.
    Install,
    /// The person removes it from their account.
    Uninstall,
    /// From here on the bot's direct messages are refused.
    CloseDms,
    /// From here on they are taken again.
    OpenDms,
    /// A look at the channel.
    Look,
    /// Who there is.
    People,
    /// What time it is.
    ShowClock,
    /// The clock is moved, to where these words say.
    MoveClock(String),
    /// What was shown last must have this text in it.
    Expect(String),
    /// The person joins this voice channel.
    JoinVoice(String),
    /// The person leaves the voice channel that they are in.
    LeaveVoice,
    /// The person deafens themselves, or listens again.
    SetDeaf(bool),
    /// Lets the bot finish what it is at.
    Wait,
    /// What can be typed.
    Help,
    /// The end.
    Quit,
}

/// How somebody names a button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Pick {
    /// By its number.
    Number(usize),
    /// By what is written on it.
    Label(String),
    /// By what is written on it, and the text that it stands below.
    Below {
        /// What is written on it.
        label: String,
        /// A part of the text.
        text: String,
    },
}

/// What a context menu belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Target {
    /// A person, by unique name.
    Person(String),
    /// A message, by the number it was shown with.
    Message(usize),
}

impl Line {
    /// Reads a line.
    ///
    /// # Errors
    /// A sentence that says what would work.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        if text.is_empty() || text.starts_with('#') {
            return Ok(Self::Nothing);
        }
        if text == "/" {
            return Ok(Self::Commands);
        }
        if text.starts_with('/') {
            return Ok(Self::Slash(text.to_owned()));
        }
        let (verb, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        Self::parse_verb(verb, rest.trim())
    }

    fn parse_verb(verb: &str, rest: &str) -> Result<Self, String> {
        let alone = match verb {
            "submit" => Self::Submit,
            "look" => Self::Look,
            "people" => Self::People,
            "install" => Self::Install,
            "uninstall" => Self::Uninstall,
            "wait" => Self::Wait,
            "help" => Self::Help,
            "quit" | "exit" => Self::Quit,
            _ => return Self::parse_with_rest(verb, rest),
        };
        if rest.is_empty() {
            Ok(alone)
        } else {
            Err(format!("`{verb}` stands alone"))
        }
    }

    fn parse_with_rest(verb: &str, rest: &str) -> Result<Self, String> {
        match (verb, rest) {
            ("clock", "") => Ok(Self::ShowClock),
            ("clock", words) => Ok(Self::MoveClock(words.to_owned())),
            ("dms", "") => Ok(Self::Dms),
            ("dms", "close") => Ok(Self::CloseDms),
            ("dms", "open") => Ok(Self::OpenDms),
            ("dms", _) => Err("it is `dms`, `dms close` or `dms open`".to_owned()),
            ("with", names) => parse_with(names),
            ("voice", place) => parse_voice(place),
            ("press", pick) => Pick::parse(pick).map(Self::Press),
            ("choose", rest) => parse_choose(rest),
            ("fill", rest) => parse_fill(rest),
            ("menu", rest) => parse_menu(rest),
            ("react", rest) => parse_react(rest, false),
            ("unreact", rest) => parse_react(rest, true),
            ("in", rest) => parse_in(rest),
            ("say", text) if !text.is_empty() => Ok(Self::Say(text.to_owned())),
            ("say", _) => Err("say what? Like `say good morning`".to_owned()),
            ("expect", text) if !text.is_empty() => Ok(Self::Expect(text.to_owned())),
            ("expect", _) => Err("expect what? A text that was shown last".to_owned()),
            ("language", code) if is_name(code) => Ok(Self::Language(code.to_owned())),
            ("language", _) => Err("in which language? Like `language de`".to_owned()),
            ("as", name) if is_name(name) => Ok(Self::As(bare(name).to_owned())),
            ("as", _) => Err("as who? Like `as bob`".to_owned()),
            _ => Err(format!(
                "`{verb}` is nothing that can be done here; try `help`"
            )),
        }
    }
}

impl Pick {
    fn parse(text: &str) -> Result<Self, String> {
        match text.parse() {
            Ok(number) => Ok(Self::Number(number)),
            Err(_) if text.is_empty() => {
                Err("press which button? Like `press 1` or `press We talked`".to_owned())
            }
            Err(_) => Ok(match text.split_once(" below ") {
                Some((label, text)) => Self::Below {
                    label: label.trim().to_owned(),
                    text: text.trim().to_owned(),
                },
                None => Self::Label(text.to_owned()),
            }),
        }
    }
}

fn parse_with(names: &str) -> Result<Line, String> {
    let names = names.split([',', ' ']).filter(|name| !name.is_empty());
    let names: Vec<_> = names.map(|name| bare(name).to_owned()).collect();
    if names.is_empty() {
        return Err("with who? Like `with @bob`, or `with @bob @carol` for a group".to_owned());
    }
    Ok(Line::With(names))
}

fn parse_voice(place: &str) -> Result<Line, String> {
    match place {
        "leave" => Ok(Line::LeaveVoice),
        "deafen" => Ok(Line::SetDeaf(true)),
        "listen" => Ok(Line::SetDeaf(false)),
        name if is_name(name) => Ok(Line::JoinVoice(bare(name).to_owned())),
        _ => Err("where? Like `voice #lounge`; or `voice leave`, `voice deafen`".to_owned()),
    }
}

fn is_name(text: &str) -> bool {
    let name = bare(text);
    !name.is_empty() && !name.contains(char::is_whitespace)
}

/// A person's or channel's name without the sign before it.
fn bare(text: &str) -> &str {
    text.trim_start_matches(['@', '#'])
}

fn parse_choose(rest: &str) -> Result<Line, String> {
    let how = "choose what? Like `choose 3 wider`, several with commas: `choose 2 @bob, @carol`";
    let (number, what) = rest.split_once(char::is_whitespace).ok_or(how)?;
    let select = number.parse().map_err(|_| how)?;
    let what = what.trim().to_owned();
    if what.trim_matches([',', ' ']).is_empty() {
        return Err(how.to_owned());
    }
    Ok(Line::Choose { select, what })
}

fn parse_fill(rest: &str) -> Result<Line, String> {
    let how = "fill in which field? Like `fill 1: she has a new dog`";
    let (number, text) = rest.split_once(':').ok_or(how)?;
    let field = number.trim().parse().map_err(|_| how)?;
    let text = text.trim().to_owned();
    Ok(Line::Fill { field, text })
}

fn parse_menu(rest: &str) -> Result<Line, String> {
    let how = "which menu, and of what? Like `menu We talked @bob` or `menu Kudos for this 3`";
    let (command, target) = rest.rsplit_once(char::is_whitespace).ok_or(how)?;
    let target = match target.strip_prefix('@') {
        Some(name) => Target::Person(name.to_owned()),
        None => Target::Message(target.trim_start_matches('#').parse().map_err(|_| how)?),
    };
    let command = command.trim().to_owned();
    Ok(Line::Menu { command, target })
}

fn parse_react(rest: &str, back: bool) -> Result<Line, String> {
    let how = "with what, to which message? Like `react 👏 3`, or `unreact 👏 3` to take it back";
    let (emoji, message) = rest.split_once(char::is_whitespace).ok_or(how)?;
    let message = message.trim().trim_start_matches('#');
    Ok(Line::React {
        back,
        emoji: emoji.to_owned(),
        message: message.parse().map_err(|_| how)?,
    })
}

fn parse_in(rest: &str) -> Result<Line, String> {
    let (server, channel) = match rest.rsplit_once('#') {
        Some((server, channel)) => (server.trim(), channel),
        None => ("", rest),
    };
    if channel.is_empty() || channel.contains(char::is_whitespace) {
        return Err("in which channel? Like `in #random` or `in Harbour #general`".to_owned());
    }
    Ok(Line::In {
        server: (!server.is_empty()).then(|| server.to_owned()),
        channel: channel.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Line {
        Line::parse(text).unwrap()
    }

    #[test]
    fn lines_are_read_as_they_are_meant() {
        let slash = "/met @alice when: yesterday note: likes tea, # not coffee";
        assert_eq!(line(slash), Line::Slash(slash.to_owned()));
        assert_eq!(line("  # a comment"), Line::Nothing);
        assert_eq!(line("press 2"), Line::Press(Pick::Number(2)));
        let below = Pick::Below {
            label: "We talked".into(),
            text: "Bob".into(),
        };
        assert_eq!(line("press We talked below Bob"), Line::Press(below));
        assert_eq!(
            line("press We talked"),
            Line::Press(Pick::Label("We talked".into()))
        );
        let what = "@bob, @carol".to_owned();
        assert_eq!(
            line("choose 2 @bob, @carol"),
            Line::Choose { select: 2, what }
        );
        let text = "new dog: Rex".to_owned();
        assert_eq!(line("fill 1: new dog: Rex"), Line::Fill { field: 1, text });
        assert_eq!(line("as @bob"), Line::As("bob".into()));
        assert_eq!(
            line("clock next monday 09:00"),
            Line::MoveClock("next monday 09:00".into())
        );
        let react = |back| Line::React {
            back,
            emoji: "👏".into(),
            message: 3,
        };
        assert_eq!(line("react 👏 #3"), react(false));
        assert_eq!(line("unreact 👏 3"), react(true));
        assert_eq!(line("dms close"), Line::CloseDms);
        let with = |names: &[&str]| Line::With(names.iter().map(|it| (*it).into()).collect());
        assert_eq!(line("with @bob"), with(&["bob"]));
        assert_eq!(line("with @bob, @carol"), with(&["bob", "carol"]));
        assert_eq!(line("install"), Line::Install);
        assert_eq!(line("/"), Line::Commands);
        assert_eq!(line("language pt-BR"), Line::Language("pt-BR".into()));
    }

    #[test]
    fn a_menu_ends_with_what_it_belongs_to() {
        let menu = |command: &str, target| Line::Menu {
            command: command.into(),
            target,
        };
        let bob = Target::Person("bob".into());
        assert_eq!(line("menu We talked @bob"), menu("We talked", bob));
        assert_eq!(
            line("menu Kudos for this #3"),
            menu("Kudos for this", Target::Message(3))
        );
    }

    #[test]
    fn a_channel_may_be_of_another_server() {
        let channel = |server: Option<&str>, channel: &str| Line::In {
            server: server.map(str::to_owned),
            channel: channel.to_owned(),
        };
        assert_eq!(line("in #random"), channel(None, "random"));
        assert_eq!(
            line("in Old Harbour #general"),
            channel(Some("Old Harbour"), "general")
        );
    }

    #[test]
    fn what_is_not_understood_is_refused_with_what_would_work() {
        let bad = [
            "dance",
            "press",
            "choose 1",
            "fill 1 x",
            "menu @bob",
            "react 👏",
            "in",
            "as",
            "language",
            "with",
            "look up",
        ];
        let refused: Vec<_> = bad
            .iter()
            .map(|text| format!("{text}: {}", Line::parse(text).unwrap_err()))
            .collect();
        insta::assert_snapshot!(refused.join("\n"));
    }
}
