//! The terminal's door into the rehearsal: somebody types what a person would do at Discord, and
//! reads what that person would see.
//!
//! It knows Discord and nothing of the bot. A script is played through the same door, line by
//! line; with a standing clock it always reads the same.

mod acts;
mod commands;
mod form;
mod interactive;
mod layout;
mod line;
mod markup;
mod news;
mod part;
mod render;
mod script;
mod seeing;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::Arc;

use anyhow::Context as _;

use self::form::Form;
use self::line::Line;
use self::markup::Reader;
use self::news::Shown;
use super::cast::Cast;
use super::permissions::VIEW_CHANNEL;
use super::{
    Channel, ChannelId, Locale, MessageId, Person as Client, Rehearsal, Unable, UnknownLocale,
    UserId, moves,
};
use crate::clock::{Clock, MovableClock};
use zones::Zone;

pub use interactive::converse;
pub use script::{Failed, Script};

const HELP: &str = "\
/command @person option: value   a slash command, as at Discord
/, language de                   the commands there are; the language you read
press 1, press Undo              a button of the message you saw last, by number or label
choose 3 wider                   an item of its select; several with commas, people as @bob
fill 1: text, submit             a form's fields, then off with it
menu We talked @bob              a person's menu; menu Kudos for this 3 is message #3's
say good morning                 a message of your own
react 👏 3                        a reaction to message #3; unreact 👏 3 takes it back
voice #lounge, voice leave       where you talk; voice deafen, voice listen
as bob, in #random, people       who you are, where you are, who there is
with @bob, with @bob @carol      your messages with somebody, or a group's; the app is not there
install, uninstall               the app for yourself, so that you can use it anywhere
look, dms, dms close, dms open   this channel; your direct messages, and whether you take any
clock, clock +3 days             the time; moves it, also: clock next monday 09:00
wait, help, quit
";

/// Why a line could not be played.
type Refused = String;

/// Somebody's place before the terminal.
pub struct Prompt {
    rehearsal: Arc<Rehearsal>,
    clock: MovableClock,
    /// Everybody, with their zone.
    zones: BTreeMap<UserId, Zone>,
    /// Everybody's client, which shows the channel they are in.
    clients: BTreeMap<UserId, Client>,
    /// Who the lines are by.
    me: UserId,
    shown: Shown,
    /// The messages with controls that each person saw, the last one last.
    at_hand: BTreeMap<UserId, Vec<MessageId>>,
    /// The form that is open.
    form: Option<Form>,
    /// What was shown last.
    last_shown: String,
    /// How many of the bot's requests were looked at for refusals.
    requests_seen: usize,
}

impl Prompt {
    /// Sits down as the first of `cast`, where everybody is in the first channel they see.
    ///
    /// # Errors
    /// The world has not been entered by the cast.
    pub fn new(
        rehearsal: Arc<Rehearsal>,
        clock: MovableClock,
        cast: &Cast,
        zones: BTreeMap<UserId, Zone>,
    ) -> anyhow::Result<Self> {
        let clients = cast.people.iter().map(|person| {
            let client = rehearsal.person(&person.name)?;
            Ok((client.id(), client))
        });
        let clients: BTreeMap<_, _> = clients.collect::<Result<_, Unable>>()?;
        let first = cast.people.first().context("the cast is empty")?;
        let me = rehearsal.person(&first.name)?.id();
        Ok(Self {
            rehearsal,
            clock,
            zones,
            me,
            clients,
            shown: Shown::default(),
            at_hand: BTreeMap::new(),
            form: None,
            last_shown: String::new(),
            requests_seen: 0,
        })
    }

    /// Plays a line; returns what is to be seen then.
    ///
    /// # Errors
    /// The line can't be understood or done, the bot did not answer, or Discord refused it
    /// something.
    pub async fn play(&mut self, text: &str) -> Result<String, Refused> {
        let line = Line::parse(text)?;
        if let Line::Expect(wanted) = &line {
            return self.expect(wanted);
        }
        if line == Line::Nothing {
            return Ok(String::new());
        }
        let seen = self.play_line(line).await?;
        if !seen.is_empty() {
            self.last_shown.clone_from(&seen);
        }
        self.check_refusals().map(|()| seen)
    }

    async fn play_line(&mut self, line: Line) -> Result<String, Refused> {
        match line {
            Line::As(name) => self.become_person(&name),
            Line::In { server, channel } => self.go(server.as_deref(), &channel),
            Line::With(names) => self.go_to_people(&names),
            Line::Install => self.install(),
            Line::Uninstall => {
                self.clients[&self.me].uninstall();
                Ok(String::new())
            }
            Line::Dms => Ok(self.recent_dms()),
            Line::Look => Ok(self.recent(self.place())),
            Line::People => Ok(self.people()),
            Line::Commands => Ok(self.commands()),
            Line::Language(code) => self.speak(&code),
            Line::ShowClock => Ok(self.time()),
            Line::MoveClock(words) => self.move_clock(&words).await,
            Line::Help => Ok(HELP.to_owned()),
            Line::Nothing | Line::Quit | Line::Expect(_) => Ok(String::new()),
            acted => self.act(acted).await,
        }
    }

    /// Puts what was shown so far aside: the next message is number 1, and no button seen before
    /// is at hand.
    pub fn turn_page(&mut self) {
        self.shown.renumber();
        self.at_hand.clear();
        self.form = None;
    }

    /// What stands before the line that is typed next.
    #[must_use]
    pub fn sign(&self) -> String {
        let name = self
            .rehearsal
            .look(|world| Some(world.user(self.me)?.username.clone()));
        format!("{}> ", name.unwrap_or_default())
    }

    fn expect(&self, wanted: &str) -> Result<String, Refused> {
        if self.last_shown.contains(wanted) {
            Ok(String::new())
        } else {
            Err(format!(
                "expected `{wanted}`, but what was shown last is:\n{}",
                self.last_shown
            ))
        }
    }

    fn place(&self) -> ChannelId {
        self.clients[&self.me].channel()
    }

    fn zone(&self, person: UserId) -> Zone {
        self.zones.get(&person).copied().unwrap_or(Zone::utc())
    }

    fn become_person(&mut self, name: &str) -> Result<String, Refused> {
        self.me = self.person(name)?;
        self.form = None;
        Ok(String::new())
    }

    /// The person with this name.
    fn person(&self, name: &str) -> Result<UserId, Refused> {
        let user = self
            .rehearsal
            .look(|world| world.user_named(name).map(|user| user.id));
        user.filter(|user| self.zones.contains_key(user))
            .ok_or_else(|| format!("nobody here is called {name}; see `people`"))
    }

    fn go(&mut self, server: Option<&str>, channel: &str) -> Result<String, Refused> {
        let here = self.place();
        let (me, zone) = (self.me, self.zone(self.me));
        let there = self.rehearsal.look(|world| {
            let guild = match server {
                Some(name) => world
                    .guilds()
                    .find(|guild| guild.name == name)
                    .map(|guild| guild.id),
                None => world.channel(here).and_then(Channel::guild),
            };
            let guild = guild.filter(|guild| world.member(*guild, me).is_some());
            let there = guild.and_then(|guild| world.channel_named(guild, channel));
            let open = there.filter(|there| world.may(me, *there, VIEW_CHANNEL));
            open.ok_or_else(|| {
                let here = Reader {
                    world,
                    zone,
                    locale: world.locale(me),
                    known: None,
                }
                .channel(here);
                format!("there is no #{channel} you could go to from {here}")
            })
        })?;
        let client = self.clients[&me].in_channel(there);
        self.clients.insert(me, client);
        Ok(String::new())
    }

    /// To the messages between the person and these others.
    fn go_to_people(&mut self, names: &[String]) -> Result<String, Refused> {
        let names: Vec<_> = names.iter().map(String::as_str).collect();
        for name in &names {
            self.person(name)?;
        }
        let client = self.clients[&self.me].in_messages_with(&names);
        let client = client.map_err(|unable| unable.to_string())?;
        self.clients.insert(self.me, client);
        Ok(String::new())
    }

    fn install(&self) -> Result<String, Refused> {
        let installed = self.clients[&self.me].install();
        installed.map_err(|unable| unable.to_string())?;
        Ok(String::new())
    }

    fn people(&self) -> String {
        self.rehearsal.look(|world| {
            let lines = self.zones.iter().filter_map(|(id, zone)| {
                let user = world.user(*id)?;
                let time = self.clock.now().with_timezone(zone).format("%a %H:%M");
                let dms = if user.dms_open {
                    ""
                } else {
                    ", takes no direct messages"
                };
                let language = match user.locale {
                    Locale::EN_US => String::new(),
                    locale => format!(", reads {locale}"),
                };
                Some(format!(
                    "@{:<8} {time} in {zone}{language}{dms}\n",
                    user.username
                ))
            });
            lines.collect()
        })
    }

    /// The commands that the person is offered where they are.
    fn commands(&self) -> String {
        let locale = self.rehearsal.look(|world| world.locale(self.me));
        commands::listed(&self.clients[&self.me].commands(), locale)
    }

    fn speak(&self, code: &str) -> Result<String, Refused> {
        let locale = code
            .parse()
            .map_err(|unknown: UnknownLocale| unknown.to_string())?;
        self.rehearsal
            .change(|world| world.set_locale(self.me, locale));
        Ok(String::new())
    }

    fn time(&self) -> String {
        let zone = self.zone(self.me);
        let there = self.clock.now().with_timezone(&zone);
        format!("It is {} in {zone}.\n", there.format("%A %-d %B %Y, %H:%M"))
    }

    async fn move_clock(&mut self, words: &str) -> Result<String, Refused> {
        let to = moves::destination(words, self.clock.now(), self.zone(self.me))?;
        self.clock.advance_to(to).await;
        self.quiet().await;
        let news = self.news_for_all();
        Ok(format!("{}{news}", self.time()))
    }
}
